import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Losses with who bears them, which only grow, and where the switches of the fund stand. */
export class Losses1700000007000 implements MigrationInterface {
  readonly name = 'Losses1700000007000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...TRIGGERS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table fund_switch, loss_allocation, loss_layer, loss');
  }
}

const TABLES = [
  `create table loss (
    id uuid primary key,
    sequence bigint generated always as identity unique,
    at timestamptz not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    account text not null,
    contract text not null,
    policy_set text not null check (policy_set ~ '^[0-9a-f]{64}$'),
    input_hash text not null check (input_hash ~ '^[0-9a-f]{64}$'),
    decision_id text not null unique check (decision_id ~ '^[0-9a-f]{64}$'),
    digest text not null check (digest ~ '^[0-9a-f]{64}$'),
    asset text not null,
    precision integer not null,
    uncovered numeric not null check (uncovered >= 0 and scale(uncovered) = 0),
    input text not null,
    outcome text not null
  )`,
  'create index loss_by_account on loss (account, sequence)',
  `create table loss_layer (
    loss_id uuid not null references loss (id),
    position integer not null check (position >= 0),
    layer text not null,
    asset text not null,
    units numeric not null check (units >= 0 and scale(units) = 0),
    recorded_at timestamptz not null,
    primary key (loss_id, position)
  )`,
  'create index loss_layer_by_time on loss_layer (layer, asset, recorded_at)',
  `create table loss_allocation (
    loss_id uuid not null references loss (id),
    sequence integer not null check (sequence > 0),
    layer text not null check (layer in ('adl', 'socialization')),
    account text not null,
    units numeric not null check (units >= 0 and scale(units) = 0),
    amount text not null,
    proof text not null,
    primary key (loss_id, sequence)
  )`,
  `create table fund_switch (
    compartment_id text not null references fund_compartment (id),
    contract text not null,
    is_on boolean not null,
    at timestamptz not null,
    primary key (compartment_id, contract)
  )`,
];

/** The same refusal as of the audit chain, for rows and for statements. */
const TRIGGERS = ['loss', 'loss_layer', 'loss_allocation'].flatMap((table) => [
  `create trigger ${table}_rows_only_grow before update or delete on ${table}
    for each row execute function refuse_edit_of_audit()`,
  `create trigger ${table}_only_grows before update or delete or truncate on ${table}
    for each statement execute function refuse_edit_of_audit()`,
]);
