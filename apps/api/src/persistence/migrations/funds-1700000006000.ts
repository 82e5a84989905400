import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger of the insurance fund: compartments, the entries that move whole units between their balance and where money
 * comes from or goes to, and deposits under four eyes. An entry moves the balance by itself, so that no balance is ever
 * another than its entries say, and none falls below zero.
 */
export class Funds1700000006000 implements MigrationInterface {
  readonly name = 'Funds1700000006000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...TRIGGERS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table fund_entry, fund_deposit, fund_compartment');
    await runner.query(`drop function book_fund_entry, refuse_edit_of_fund_entry, refuse_edit_of_fund_compartment,
      refuse_edit_of_fund_deposit`);
  }
}

const TABLES = [
  `create table fund_compartment (
    id text primary key check (id ~ '^[A-Za-z0-9_-]{1,64}$'),
    asset text not null,
    precision integer not null check (precision between 0 and 18),
    balance numeric not null default 0 check (scale(balance) = 0),
    entries bigint not null default 0 check (entries >= 0),
    last_at timestamptz,
    constraint fund_balance_must_not_be_negative check (balance >= 0)
  )`,
  `create table fund_deposit (
    id uuid primary key,
    sequence bigint generated always as identity unique,
    compartment_id text not null references fund_compartment (id),
    kind text not null check (kind in ('deposit', 'opening')),
    units numeric not null check (units > 0 and scale(units) = 0),
    reason text not null check (reason <> ''),
    asked_by text not null,
    asked_at timestamptz not null,
    status text not null default 'asked' check (status in ('asked', 'approved', 'rejected')),
    decided_by text,
    decided_at timestamptz,
    comment text,
    constraint fund_deposit_decision_is_whole
      check (num_nulls(decided_by, decided_at, comment) = case status when 'asked' then 3 else 0 end),
    constraint fund_deposit_must_be_decided_by_another check (decided_by <> asked_by)
  )`,
  `create unique index fund_opening_must_be_the_only_one on fund_deposit (compartment_id)
    where kind = 'opening' and status <> 'rejected'`,
  'create index fund_deposit_of_compartment on fund_deposit (compartment_id, sequence)',
  `create table fund_entry (
    compartment_id text not null references fund_compartment (id),
    sequence bigint not null check (sequence > 0),
    at timestamptz not null,
    source text not null,
    from_account text not null,
    to_account text not null,
    units numeric not null check (units > 0 and scale(units) = 0),
    balance numeric not null check (balance >= 0),
    reference text not null,
    contract text,
    account text,
    recorded_by text not null,
    primary key (compartment_id, sequence),
    constraint fund_entry_must_be_booked_once unique (source, reference),
    constraint fund_entry_moves_between_its_accounts check ((source, from_account, to_account) in (
      ('opening', 'opening', 'balance'), ('deposit', 'deposits', 'balance'), ('surplus', 'surplus', 'balance'),
      ('fee', 'fees', 'balance'), ('draw', 'balance', 'losses')
    ))
  )`,
  'create index fund_entry_by_source on fund_entry (compartment_id, source, at)',
];

const TRIGGERS = [
  // Whoever books holds the compartment until the transaction ends: entries of one are in the order of their commits.
  `create function book_fund_entry() returns trigger language plpgsql as $$
  declare
    own fund_compartment%rowtype;
  begin
    select * into own from fund_compartment where id = new.compartment_id for update;
    if new.source = 'opening' and own.entries > 0 then
      raise exception 'fund_must_be_empty' using errcode = 'check_violation';
    end if;
    if new.source in ('opening', 'deposit') and not exists (
      select 1 from fund_deposit d where d.id::text = new.reference and d.compartment_id = new.compartment_id
        and d.kind = new.source and d.units = new.units and d.status = 'approved'
    ) then
      raise exception 'fund_deposit_must_be_approved' using errcode = 'check_violation';
    end if;
    new.sequence := own.entries + 1;
    -- The days of the ledger are closed in their order, whatever the clocks of two services say.
    new.at := greatest(new.at, own.last_at);
    update fund_compartment set entries = new.sequence, last_at = new.at,
      balance = balance + case new.to_account when 'balance' then new.units else -new.units end
      where id = new.compartment_id returning balance into new.balance;
    return new;
  end $$`,
  `create trigger fund_entry_moves_the_balance before insert on fund_entry
    for each row execute function book_fund_entry()`,
  `create function refuse_edit_of_fund_entry() returns trigger language plpgsql as $$
  begin
    raise exception 'fund_entry_must_only_grow' using errcode = 'check_violation';
  end $$`,
  `create trigger fund_entry_rows_only_grow before update or delete on fund_entry
    for each row execute function refuse_edit_of_fund_entry()`,
  `create trigger fund_entry_only_grows before update or delete or truncate on fund_entry
    for each statement execute function refuse_edit_of_fund_entry()`,
  // Only the trigger of an entry reaches a compartment from inside another trigger.
  `create function refuse_edit_of_fund_compartment() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' and new.balance = 0 and new.entries = 0 and new.last_at is null then return new; end if;
    if tg_op = 'UPDATE' and pg_trigger_depth() > 1 then return new; end if;
    raise exception 'fund_balance_must_move_by_entries' using errcode = 'check_violation';
  end $$`,
  `create trigger fund_compartment_moves_by_entries before insert or update or delete on fund_compartment
    for each row execute function refuse_edit_of_fund_compartment()`,
  `create function refuse_edit_of_fund_deposit() returns trigger language plpgsql as $$
  declare
    decided text[] := array['status', 'decided_by', 'decided_at', 'comment'];
  begin
    if tg_op = 'INSERT' then
      if new.status = 'asked' then return new; end if;
      raise exception 'fund_deposit_must_be_asked_for' using errcode = 'check_violation';
    end if;
    if tg_op = 'DELETE' or old.status <> 'asked' or (to_jsonb(new) - decided) <> (to_jsonb(old) - decided) then
      raise exception 'fund_deposit_must_stay_as_decided' using errcode = 'check_violation';
    end if;
    if new.status <> 'asked' and not exists (
      select 1 from person p where p.id::text = new.decided_by and p.disabled_at is null and 'approver' = any (p.roles)
    ) then
      raise exception 'fund_deposit_must_be_decided_by_an_approver' using errcode = 'check_violation';
    end if;
    return new;
  end $$`,
  `create trigger fund_deposit_stays_as_decided before insert or update or delete on fund_deposit
    for each row execute function refuse_edit_of_fund_deposit()`,
  // Emptying a table fires no trigger of a row.
  ...['fund_compartment', 'fund_deposit'].map(
    (table) => `create trigger ${table}_is_not_emptied before truncate on ${table}
    for each statement execute function refuse_any_edit()`,
  ),
];
