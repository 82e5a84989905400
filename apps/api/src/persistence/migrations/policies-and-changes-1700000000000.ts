import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Policies, their versions, and the changes that bring them; what has been approved is closed to editing. */
export class PoliciesAndChanges1700000000000 implements MigrationInterface {
  readonly name = 'PoliciesAndChanges1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...TRIGGERS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table policy_version, policy, change');
    await runner.query('drop function refuse_edit_of_approved_change, refuse_edit_of_approved_version');
  }
}

const TABLES = [
  `create table policy (
    id text primary key,
    kind text not null check (kind ~ '^[a-z][a-z-]{0,63}$'),
    key text not null check (key ~ '^[A-Za-z0-9_-]{1,64}$'),
    created_at timestamptz not null,
    constraint policy_id_is_kind_and_key check (id = kind || '.' || key)
  )`,
  `create table change (
    id uuid primary key,
    origin text not null check (origin in ('import', 'person')),
    status text not null
      check (status in ('draft', 'submitted', 'approved', 'rejected', 'withdrawn', 'cancelled')),
    actor text not null,
    reason text not null,
    created_at timestamptz not null,
    effective_from timestamptz,
    effective_until timestamptz,
    approved_at timestamptz,
    approval_sequence bigint unique check (approval_sequence > 0),
    cancelled_at timestamptz,
    constraint change_until_is_after_from check (effective_until > effective_from),
    constraint change_approval_is_whole check (
      (status in ('approved', 'cancelled')) =
      (approved_at is not null and approval_sequence is not null and effective_from is not null)
    ),
    constraint change_cancelled_has_its_instant check ((status = 'cancelled') = (cancelled_at is not null))
  )`,
  `create table policy_version (
    policy_id text not null references policy (id),
    version integer not null check (version > 0),
    change_id uuid not null references change (id),
    mode text not null check (mode in ('enforce', 'shadow')),
    title text not null,
    scope jsonb not null,
    document jsonb,
    canonical text not null,
    digest text not null check (digest ~ '^[0-9a-f]{64}$'),
    ends boolean not null,
    primary key (policy_id, version),
    constraint policy_version_once_in_a_change unique (change_id, policy_id),
    constraint policy_version_ends_without_document check (ends = (document is null))
  )`,
];

const TRIGGERS = [
  `create function refuse_edit_of_approved_change() returns trigger language plpgsql as $$
  begin
    if old.status = 'approved' and tg_op = 'UPDATE' and new.status = 'cancelled'
      and (to_jsonb(new) - 'status' - 'cancelled_at') = (to_jsonb(old) - 'status' - 'cancelled_at')
    then return new; end if;
    if old.status in ('approved', 'cancelled') then
      raise exception 'change_must_not_be_edited_once_approved' using errcode = 'check_violation';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end $$`,
  `create trigger change_is_closed_once_approved before update or delete on change
    for each row execute function refuse_edit_of_approved_change()`,
  `create function refuse_edit_of_approved_version() returns trigger language plpgsql as $$
  declare
    ids uuid[] := case tg_op
      when 'INSERT' then array[new.change_id]
      when 'DELETE' then array[old.change_id]
      else array[old.change_id, new.change_id] end;
  begin
    if exists (select 1 from change where id = any (ids) and status in ('approved', 'cancelled')) then
      raise exception 'policy_version_must_not_be_edited_once_approved' using errcode = 'check_violation';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end $$`,
  `create trigger policy_version_is_closed_once_approved before insert or update or delete on policy_version
    for each row execute function refuse_edit_of_approved_version()`,
];
