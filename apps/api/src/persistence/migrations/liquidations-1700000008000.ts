import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Liquidations that were begun, their steps and fills, and the positions that the fund took over. A step is never filled beyond
 * its size; fills only grow; of one account one liquidation is open.
 */
export class Liquidations1700000008000 implements MigrationInterface {
  readonly name = 'Liquidations1700000008000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...LEDGER, ...TABLES, ...TRIGGERS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table fund_position_fill, fund_position, liquidation_fill, liquidation_step, liquidation');
    await runner.query('alter table fund_entry drop constraint fund_entry_moves_between_its_accounts');
    await runner.query(`alter table fund_entry add ${movements(MOVEMENTS)}`);
  }
}

const MOVEMENTS = `('opening', 'opening', 'balance'), ('deposit', 'deposits', 'balance'), ('surplus', 'surplus', 'balance'),
  ('fee', 'fees', 'balance'), ('draw', 'balance', 'losses')`;

const LEDGER = [
  'alter table fund_entry drop constraint fund_entry_moves_between_its_accounts',
  `alter table fund_entry add ${movements(
    `${MOVEMENTS}, ('position-gain', 'positions', 'balance'), ('position-loss', 'balance', 'positions')`,
  )}`,
];

const TABLES = [
  `create table liquidation (
    id uuid primary key,
    sequence bigint generated always as identity unique,
    account text not null,
    state text not null default 'open' check (state in ('open', 'done', 'ended')),
    policy_set text not null check (policy_set ~ '^[0-9a-f]{64}$'),
    input_hash text not null check (input_hash ~ '^[0-9a-f]{64}$'),
    plan_id text not null unique check (plan_id ~ '^[0-9a-f]{64}$'),
    recorded_at timestamptz not null,
    recorded_by text not null,
    closed_at timestamptz,
    closed_by text,
    reason text,
    input text not null,
    plan text not null,
    constraint liquidation_close_is_whole check (num_nulls(closed_at, closed_by) = case state when 'open' then 2 else 0 end),
    constraint liquidation_end_has_a_reason check ((reason is not null) = (state = 'ended'))
  )`,
  `create unique index liquidation_must_be_the_only_open on liquidation (account) where state = 'open'`,
  'create index liquidation_by_account on liquidation (account, sequence)',
  `create table liquidation_step (
    liquidation_id uuid not null references liquidation (id),
    step integer not null check (step > 0),
    type text not null check (type in ('reduce', 'takeover')),
    contract text not null,
    size numeric not null check (size > 0),
    filled numeric not null default 0 check (filled >= 0),
    primary key (liquidation_id, step),
    constraint liquidation_fills_must_not_exceed_step check (filled <= size)
  )`,
  `create table liquidation_fill (
    id uuid primary key,
    sequence bigint generated always as identity unique,
    liquidation_id uuid not null,
    step integer not null,
    account text not null,
    contract text not null,
    fill_id text not null,
    size numeric not null check (size > 0),
    asked text not null,
    outcome text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    foreign key (liquidation_id, step) references liquidation_step (liquidation_id, step),
    constraint liquidation_fill_must_be_recorded_once unique (account, contract, fill_id)
  )`,
  'create index liquidation_fill_of_liquidation on liquidation_fill (liquidation_id, sequence)',
  `create table fund_position (
    compartment_id text not null references fund_compartment (id),
    contract text not null,
    size numeric not null,
    cost numeric not null,
    realized numeric not null,
    primary key (compartment_id, contract)
  )`,
  `create table fund_position_fill (
    id uuid primary key,
    sequence bigint generated always as identity unique,
    compartment_id text not null references fund_compartment (id),
    contract text not null,
    source text not null check (source in ('takeover', 'market')),
    fill_id text not null,
    size numeric not null check (size <> 0),
    price numeric check (price > 0),
    amount numeric not null,
    realized numeric not null,
    uncovered numeric not null check (uncovered >= 0 and scale(uncovered) = 0),
    answer text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint fund_fill_must_be_recorded_once unique (compartment_id, contract, source, fill_id)
  )`,
];

const TRIGGERS = [
  ...['liquidation_fill', 'fund_position_fill'].flatMap((table) => [
    `create trigger ${table}_rows_only_grow before update or delete on ${table}
      for each row execute function refuse_edit_of_audit()`,
    `create trigger ${table}_only_grows before update or delete or truncate on ${table}
      for each statement execute function refuse_edit_of_audit()`,
  ]),
  ...['liquidation', 'liquidation_step', 'fund_position'].flatMap((table) => [
    `create trigger ${table}_is_not_emptied before truncate on ${table}
      for each statement execute function refuse_edit_of_audit()`,
    `create trigger ${table}_rows_stay before delete on ${table}
      for each row execute function refuse_edit_of_audit()`,
  ]),
];

function movements(rows: string): string {
  return `constraint fund_entry_moves_between_its_accounts check ((source, from_account, to_account) in (${rows}))`;
}
