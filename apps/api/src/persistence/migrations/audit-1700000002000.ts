import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit chain with its checkpoints, which only grow, and the answers that belong to idempotency keys. */
export class Audit1700000002000 implements MigrationInterface {
  readonly name = 'Audit1700000002000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...TRIGGERS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotency_key, audit_checkpoint, audit_entry');
    await runner.query('drop function refuse_edit_of_audit');
  }
}

const TABLES = [
  `create table audit_entry (
    sequence bigint primary key check (sequence > 0),
    previous text not null check (previous ~ '^[0-9a-f]{64}$'),
    hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
    body text not null,
    at timestamptz not null,
    actor text not null,
    act text not null,
    subject text not null
  )`,
  'create index audit_entry_by_actor on audit_entry (actor, sequence)',
  'create index audit_entry_by_act on audit_entry (act, sequence)',
  'create index audit_entry_by_subject on audit_entry (subject, sequence)',
  `create table audit_checkpoint (
    sequence bigint primary key check (sequence > 0),
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    at timestamptz not null,
    key_id text not null check (key_id ~ '^[0-9a-f]{64}$'),
    public_key text not null,
    signature text not null
  )`,
  `create table idempotency_key (
    actor text not null,
    key text not null,
    request_digest text not null check (request_digest ~ '^[0-9a-f]{64}$'),
    status integer not null,
    headers jsonb not null,
    body text,
    expires_at timestamptz not null,
    primary key (actor, key)
  )`,
  'create index idempotency_key_by_expiry on idempotency_key (expires_at)',
];

/** A row trigger says no to edits and deletions, a statement trigger to emptying, which fires no other. */
const TRIGGERS = [
  `create function refuse_edit_of_audit() returns trigger language plpgsql as $$
  begin
    raise exception '%_must_only_grow', tg_table_name using errcode = 'check_violation';
  end $$`,
  ...['audit_entry', 'audit_checkpoint'].flatMap((table) => [
    `create trigger ${table}_rows_only_grow before update or delete on ${table}
      for each row execute function refuse_edit_of_audit()`,
    `create trigger ${table}_only_grows before update or delete or truncate on ${table}
      for each statement execute function refuse_edit_of_audit()`,
  ]),
];
