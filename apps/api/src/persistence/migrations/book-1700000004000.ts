import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Books as they were sent, in pieces of compressed lines. */
export class Book1700000004000 implements MigrationInterface {
  readonly name = 'Book1700000004000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table book_snapshot_chunk, book_snapshot');
    await runner.query('drop function refuse_edit_of_book');
  }
}

const STATEMENTS = [
  `create table book_snapshot (
    id uuid primary key,
    sequence bigint generated always as identity unique,
    hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
    as_of timestamptz not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    accounts integer not null check (accounts >= 0),
    bytes bigint not null check (bytes >= 0),
    chunks integer not null check (chunks > 0)
  )`,
  'create index book_snapshot_by_instant on book_snapshot (as_of desc, sequence desc)',
  `create table book_snapshot_chunk (
    snapshot_id uuid not null references book_snapshot (id) on delete cascade,
    position integer not null check (position >= 0),
    content bytea not null,
    primary key (snapshot_id, position)
  )`,
  // The content is compressed already.
  'alter table book_snapshot_chunk alter column content set storage external',
  // A book may go, whole; it never becomes another one under the same hash.
  `create function refuse_edit_of_book() returns trigger language plpgsql as $$
  begin
    raise exception '%_must_stay_as_sent', tg_table_name using errcode = 'check_violation';
  end $$`,
  ...['book_snapshot', 'book_snapshot_chunk'].map(
    (table) => `create trigger ${table}_stays_as_sent before update on ${table}
      for each row execute function refuse_edit_of_book()`,
  ),
];
