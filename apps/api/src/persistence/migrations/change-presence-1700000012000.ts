import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is editing which draft. Nothing follows from a row but a notice, and it is worth nothing a minute later. */
export class ChangePresence1700000012000 implements MigrationInterface {
  readonly name = 'ChangePresence1700000012000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table change_presence');
  }
}

const STATEMENTS = [
  `create table change_presence (
    change_id uuid not null references change (id) on delete cascade,
    person text not null,
    since timestamptz not null,
    seen_at timestamptz not null,
    primary key (change_id, person),
    constraint change_presence_is_seen_after_it_began check (seen_at >= since)
  )`,
  'create index change_presence_by_age on change_presence (seen_at)',
];
