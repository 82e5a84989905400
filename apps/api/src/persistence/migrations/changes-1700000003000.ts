import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The workflow of a change: what it says while it is open, what was put to the reviewers, what they said, and how an
 * emergency stands. The guarantees of approval are said here once more, so that no path around the service exists.
 */
export class Changes1700000003000 implements MigrationInterface {
  readonly name = 'Changes1700000003000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...COLUMNS, ...TABLES, ...TRIGGERS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of UNDONE) await runner.query(statement);
  }
}

const COLUMNS = [
  `alter table change
    add column contributors text[] not null default '{}',
    add column requested_approvers text[] not null default '{}',
    add column revision integer not null default 1 check (revision > 0),
    add column updated_at timestamptz,
    add column submitted_by text,
    add column submitted_at timestamptz,
    add column submission_digest text check (submission_digest ~ '^[0-9a-f]{64}$'),
    add column evidence_digest text check (evidence_digest ~ '^[0-9a-f]{64}$'),
    add column requirement jsonb,
    add column effect text check (effect in ('can-liquidate', 'blocks-new-risk', 'costs', 'loosens', 'none')),
    add column summary text[] not null default '{}',
    add column emergency_by text,
    add column emergency_reason text,
    add column emergency_expires_at timestamptz,
    add column emergency_confirmed_by text,
    add column emergency_confirmed_at timestamptz,
    add constraint change_by_a_person_has_its_author
      check (origin = 'import' or coalesce(contributors[1] = actor, false)),
    add constraint change_submission_is_whole check (
      num_nulls(submitted_by, submitted_at, submission_digest, evidence_digest, requirement, effect) in (0, 6)
    ),
    add constraint change_emergency_is_whole check (
      num_nulls(emergency_by, emergency_reason, emergency_expires_at) in (0, 3)
      and num_nulls(emergency_confirmed_by, emergency_confirmed_at) in (0, 2)
      and (emergency_confirmed_by is null or emergency_by is not null)
    ),
    add constraint change_draft_has_no_submission check (status <> 'draft' or submission_digest is null),
    add constraint change_under_review_has_its_submission check (
      origin = 'import' or status not in ('submitted', 'approved', 'rejected') or submission_digest is not null
    )`,
];

const TABLES = [
  `create table change_entry (
    change_id uuid not null references change (id),
    policy_id text not null check (policy_id ~ '^[a-z][a-z-]{0,63}[.][A-Za-z0-9_-]{1,64}$'),
    position integer not null,
    base integer check (base > 0),
    mode text not null check (mode in ('enforce', 'shadow')),
    title text not null,
    scope jsonb not null,
    document jsonb,
    canonical text not null,
    digest text not null check (digest ~ '^[0-9a-f]{64}$'),
    ends boolean not null,
    written_by text not null,
    primary key (change_id, policy_id),
    constraint change_entry_ends_without_document check (ends = (document is null))
  )`,
  `create table change_evidence (
    digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
    change_id uuid not null references change (id),
    created_at timestamptz not null,
    report text not null
  )`,
  `create table change_review (
    id bigint generated always as identity primary key,
    change_id uuid not null references change (id),
    reviewer text not null,
    reviewed_at timestamptz not null,
    verdict text not null check (verdict in ('approve', 'reject')),
    digest text not null check (digest ~ '^[0-9a-f]{64}$'),
    roles text[] not null,
    comment text not null
  )`,
  `create index change_review_of_change on change_review (change_id, id)`,
  `create table change_comment (
    id uuid primary key,
    change_id uuid not null references change (id),
    author text not null,
    created_at timestamptz not null,
    text text not null check (text <> ''),
    policy_id text,
    path text,
    constraint change_comment_path_is_in_a_policy check (path is null or policy_id is not null)
  )`,
  `create index change_comment_of_change on change_comment (change_id, created_at)`,
];

const TRIGGERS = [
  // What is approved may only be called off, or be confirmed where it was an emergency.
  `create or replace function refuse_edit_of_approved_change() returns trigger language plpgsql as $$
  declare
    counted text[] := array['revision', 'updated_at'];
    cancelled text[] := counted || array['status', 'cancelled_at'];
    confirmed text[] := counted || array['emergency_confirmed_by', 'emergency_confirmed_at'];
    reviewed text[] := counted || array['status', 'contributors', 'requested_approvers', 'submitted_by', 'submitted_at',
      'effective_from', 'approved_at', 'approval_sequence', 'emergency_by', 'emergency_reason', 'emergency_expires_at'];
  begin
    if old.status = 'approved' and tg_op = 'UPDATE' then
      if new.status = 'cancelled' and (to_jsonb(new) - cancelled) = (to_jsonb(old) - cancelled) then
        if new.cancelled_at > old.effective_from - interval '2 seconds' then
          raise exception 'change_must_not_have_begun' using errcode = 'check_violation';
        end if;
        return new;
      end if;
      if old.emergency_by is not null and old.emergency_confirmed_by is null and new.emergency_confirmed_by is not null
        and (to_jsonb(new) - confirmed) = (to_jsonb(old) - confirmed) then
        if new.emergency_confirmed_by = any (old.contributors || old.emergency_by) then
          raise exception 'change_contributor_must_not_approve' using errcode = 'check_violation';
        end if;
        if new.emergency_confirmed_at > old.emergency_expires_at - interval '2 seconds' then
          raise exception 'emergency_must_not_have_expired' using errcode = 'check_violation';
        end if;
        return new;
      end if;
    end if;
    if old.status in ('approved', 'cancelled') then
      raise exception 'change_must_not_be_edited_once_approved' using errcode = 'check_violation';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    if not (old.contributors <@ new.contributors) or old.actor <> new.actor or old.origin <> new.origin then
      raise exception 'change_contributors_must_not_be_forgotten' using errcode = 'check_violation';
    end if;
    -- What reviewers were shown, and what it takes, is that of its digest.
    if new.submission_digest = old.submission_digest and (to_jsonb(new) - reviewed) <> (to_jsonb(old) - reviewed) then
      raise exception 'change_must_not_be_edited_under_its_digest' using errcode = 'check_violation';
    end if;
    return new;
  end $$`,
  // An approval by reviews takes as many of them as was asked for, on this very submission, none by a contributor,
  // and by people who still may.
  `create function refuse_approval_without_reviews() returns trigger language plpgsql as $$
  declare
    approvers integer;
    held text[];
    lacking text;
    age_max interval := make_interval(secs => (new.requirement ->> 'approvalAgeMaxSeconds')::double precision);
  begin
    if new.origin = 'import' then
      if exists (select 1 from change where origin = 'person' and status in ('approved', 'cancelled')) then
        raise exception 'import_must_be_into_an_empty_database' using errcode = 'check_violation';
      end if;
      return new;
    end if;
    if tg_op = 'INSERT' or old.status <> 'submitted' then
      raise exception 'change_must_be_submitted_before_it_is_approved' using errcode = 'check_violation';
    end if;
    if new.effective_from < new.approved_at + interval '2 seconds' then
      raise exception 'change_must_be_known_before_its_instant' using errcode = 'check_violation';
    end if;
    if new.submission_digest <> old.submission_digest or new.contributors <> old.contributors then
      raise exception 'change_must_be_approved_as_it_was_submitted' using errcode = 'check_violation';
    end if;
    if exists (
      select 1 from change_review r
      where r.change_id = new.id and r.digest = new.submission_digest and r.verdict = 'reject'
    ) then
      raise exception 'change_must_not_be_approved_past_a_rejection' using errcode = 'check_violation';
    end if;
    if exists (
      (select policy_id, mode, title, scope, document, canonical, digest, ends from change_entry where change_id = new.id
      except
      select policy_id, mode, title, scope, document, canonical, digest, ends from policy_version where change_id = new.id)
      union all
      (select policy_id, mode, title, scope, document, canonical, digest, ends from policy_version where change_id = new.id
      except
      select policy_id, mode, title, scope, document, canonical, digest, ends from change_entry where change_id = new.id)
    ) then
      raise exception 'change_versions_must_be_its_entries' using errcode = 'check_violation';
    end if;
    if new.emergency_by is not null then
      if new.emergency_confirmed_by is not null then
        raise exception 'emergency_must_be_confirmed_by_another' using errcode = 'check_violation';
      end if;
      if exists (select 1 from change_entry where change_id = new.id and policy_id like 'change-guardrail.%') then
        raise exception 'guardrail_must_not_be_changed_in_emergency' using errcode = 'check_violation';
      end if;
      if new.emergency_expires_at > new.effective_from + interval '7 days' then
        raise exception 'emergency_must_end_within_a_week' using errcode = 'check_violation';
      end if;
      return new;
    end if;
    if new.effective_from <> old.effective_from then
      raise exception 'change_must_be_approved_as_it_was_submitted' using errcode = 'check_violation';
    end if;
    select count(distinct r.reviewer), coalesce(array_agg(held_by.role) filter (where held_by.role is not null), '{}')
      into approvers, held
      from change_review r
      join person p on p.id::text = r.reviewer and p.disabled_at is null and 'approver' = any (p.roles)
      left join lateral unnest(r.roles) as held_by (role) on held_by.role = any (p.roles)
      where r.change_id = new.id and r.digest = new.submission_digest and r.verdict = 'approve'
      and r.reviewer <> all (new.contributors) and (age_max is null or r.reviewed_at >= new.approved_at - age_max);
    if approvers < greatest(1, (new.requirement ->> 'approvals')::integer) then
      raise exception 'change_must_have_its_approvals' using errcode = 'check_violation';
    end if;
    select asked.role into lacking from jsonb_array_elements_text(new.requirement -> 'roles') as asked (role)
      where asked.role <> all (held) limit 1;
    if lacking is not null then
      raise exception 'change_must_have_its_roles: %', lacking using errcode = 'check_violation';
    end if;
    return new;
  end $$`,
  `create trigger change_is_approved_by_its_reviews before update on change
    for each row when (new.status = 'approved' and old.status <> 'approved')
    execute function refuse_approval_without_reviews()`,
  `create trigger change_is_not_born_approved before insert on change
    for each row when (new.status in ('approved', 'cancelled'))
    execute function refuse_approval_without_reviews()`,
  // Whoever wrote any of it never approves it, whatever the service believes.
  `create function refuse_review_by_contributor() returns trigger language plpgsql as $$
  declare
    reviewed change%rowtype;
  begin
    select * into reviewed from change where id = new.change_id for update;
    if reviewed.status <> 'submitted' or reviewed.submission_digest is distinct from new.digest then
      raise exception 'change_must_be_as_reviewed' using errcode = 'check_violation';
    end if;
    if new.reviewer = any (reviewed.contributors) or exists (
      select 1 from change_entry e where e.change_id = new.change_id and e.written_by = new.reviewer
    ) then
      raise exception 'change_contributor_must_not_approve' using errcode = 'check_violation';
    end if;
    return new;
  end $$`,
  `create trigger change_review_is_by_another before insert on change_review
    for each row execute function refuse_review_by_contributor()`,
  // Content is edited in a draft only, by whoever is then known to have contributed.
  `create function refuse_entry_outside_a_draft() returns trigger language plpgsql as $$
  declare
    id_of uuid := case tg_op when 'DELETE' then old.change_id else new.change_id end;
    edited change%rowtype;
  begin
    select * into edited from change where id = id_of for update;
    if edited.status <> 'draft' then
      raise exception 'change_content_must_be_edited_in_a_draft' using errcode = 'check_violation';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    if new.written_by <> all (edited.contributors) then
      raise exception 'change_contributors_must_not_be_forgotten' using errcode = 'check_violation';
    end if;
    return new;
  end $$`,
  `create trigger change_entry_is_of_a_draft before insert or update or delete on change_entry
    for each row execute function refuse_entry_outside_a_draft()`,
  `create function refuse_any_edit() returns trigger language plpgsql as $$
  begin
    raise exception '%_must_not_be_edited', tg_table_name using errcode = 'check_violation';
  end $$`,
  ...['change_review', 'change_comment', 'change_evidence'].map(
    (table) => `create trigger ${table}_is_final before update or delete or truncate on ${table}
    for each statement execute function refuse_any_edit()`,
  ),
  // Emptying a table fires no trigger of a row.
  ...['change', 'change_entry', 'policy', 'policy_version'].map(
    (table) => `create trigger ${table}_is_not_emptied before truncate on ${table}
    for each statement execute function refuse_any_edit()`,
  ),
];

/** The function that keeps approved changes closed goes back to what it was before there were emergencies. */
const UNDONE = [
  'drop trigger change_is_approved_by_its_reviews on change',
  'drop trigger change_is_not_born_approved on change',
  ...['change', 'policy', 'policy_version'].map((table) => `drop trigger ${table}_is_not_emptied on ${table}`),
  'drop table change_comment, change_review, change_entry, change_evidence',
  `drop function refuse_approval_without_reviews, refuse_review_by_contributor, refuse_entry_outside_a_draft,
    refuse_any_edit`,
  `alter table change
    drop column contributors, drop column requested_approvers, drop column revision, drop column updated_at,
    drop column submitted_by, drop column submitted_at, drop column submission_digest, drop column evidence_digest,
    drop column requirement, drop column effect, drop column summary, drop column emergency_by, drop column emergency_reason,
    drop column emergency_expires_at, drop column emergency_confirmed_by, drop column emergency_confirmed_at`,
  `create or replace function refuse_edit_of_approved_change() returns trigger language plpgsql as $$
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
];
