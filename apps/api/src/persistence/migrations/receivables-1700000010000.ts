import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Losses know the event of the venue that they are of, and what accounts without protection owe is kept: as in the ledger of
 * the fund, an entry moves the sum by itself, and nobody owes less than nothing.
 */
export class Receivables1700000010000 implements MigrationInterface {
  readonly name = 'Receivables1700000010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...TRIGGERS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table receivable_entry, receivable');
    await runner.query('drop function book_receivable_entry, refuse_edit_of_receivable');
    await runner.query('alter table loss drop column event_id');
  }
}

const TABLES = [
  'alter table loss add column event_id text constraint loss_event_must_be_recorded_once unique',
  `create table receivable (
    account text not null,
    asset text not null,
    precision integer not null check (precision between 0 and 18),
    units numeric not null default 0 check (scale(units) = 0),
    entries bigint not null default 0 check (entries >= 0),
    primary key (account, asset),
    constraint receivable_must_not_be_negative check (units >= 0)
  )`,
  `create table receivable_entry (
    sequence bigint generated always as identity primary key,
    account text not null,
    asset text not null,
    at timestamptz not null,
    source text not null check (source in ('loss', 'payment')),
    units numeric not null check (units > 0 and scale(units) = 0),
    owed numeric not null check (owed >= 0),
    reference text not null,
    recorded_by text not null,
    foreign key (account, asset) references receivable (account, asset),
    constraint receivable_entry_must_be_booked_once unique (source, reference)
  )`,
  'create index receivable_entry_of_account on receivable_entry (account, asset, sequence)',
];

const TRIGGERS = [
  `create function book_receivable_entry() returns trigger language plpgsql as $$
  begin
    update receivable set entries = entries + 1, units = units + case new.source when 'loss' then new.units else -new.units end
      where account = new.account and asset = new.asset returning units into new.owed;
    return new;
  end $$`,
  `create trigger receivable_entry_moves_the_sum before insert on receivable_entry
    for each row execute function book_receivable_entry()`,
  `create trigger receivable_entry_rows_only_grow before update or delete on receivable_entry
    for each row execute function refuse_edit_of_audit()`,
  `create trigger receivable_entry_only_grows before update or delete or truncate on receivable_entry
    for each statement execute function refuse_edit_of_audit()`,
  // Only the trigger of an entry reaches a sum from inside another trigger.
  `create function refuse_edit_of_receivable() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' and new.units = 0 and new.entries = 0 then return new; end if;
    if tg_op = 'UPDATE' and pg_trigger_depth() > 1 then return new; end if;
    raise exception 'receivable_must_move_by_entries' using errcode = 'check_violation';
  end $$`,
  `create trigger receivable_moves_by_entries before insert or update or delete on receivable
    for each row execute function refuse_edit_of_receivable()`,
  `create trigger receivable_is_not_emptied before truncate on receivable
    for each statement execute function refuse_edit_of_audit()`,
];
