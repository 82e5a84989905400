import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of decisions that moved a zone: a chain of its own, which only grows. */
export class Decisions1700000005000 implements MigrationInterface {
  readonly name = 'Decisions1700000005000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...TRIGGERS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table decision_log');
  }
}

const TABLES = [
  `create table decision_log (
    sequence bigint primary key check (sequence > 0),
    previous text not null check (previous ~ '^[0-9a-f]{64}$'),
    hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
    body text not null,
    decision_id text not null unique check (decision_id ~ '^[0-9a-f]{64}$'),
    as_of timestamptz not null,
    account text not null,
    outcome text not null check (outcome in ('pass', 'breach', 'indeterminate')),
    policy_set text not null check (policy_set ~ '^[0-9a-f]{64}$')
  )`,
  'create index decision_log_by_account on decision_log (account, sequence)',
  'create index decision_log_by_outcome on decision_log (outcome, sequence)',
  'create index decision_log_by_policy_set on decision_log (policy_set, sequence)',
  'create index decision_log_by_as_of on decision_log (as_of)',
];

/** The same refusal as of the audit chain, for rows and for statements. */
const TRIGGERS = [
  `create trigger decision_log_rows_only_grow before update or delete on decision_log
    for each row execute function refuse_edit_of_audit()`,
  `create trigger decision_log_only_grows before update or delete or truncate on decision_log
    for each statement execute function refuse_edit_of_audit()`,
];
