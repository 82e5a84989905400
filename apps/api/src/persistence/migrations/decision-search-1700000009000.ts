import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log takes plans and losses beside evaluations, and is searched by what an entry is about. What it is searched by is
 * generated from the body by the database itself, so that it never says otherwise than the body.
 */
export class DecisionSearch1700000009000 implements MigrationInterface {
  readonly name = 'DecisionSearch1700000009000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  /** What is in the log stays in it: entries of other types are kept, and no more are taken. */
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const SCOPES =
  "array['evaluate', 'decision:record', 'book:write', 'loss:write', 'liquidation:write', 'policy:read', 'events:read']";

const OLD_SCOPES = "array['evaluate', 'book:write', 'loss:write', 'policy:read', 'events:read']";

const UP = [
  `create function decision_log_type(body text) returns text language sql immutable strict parallel safe as $$
    select coalesce(body::jsonb ->> 'type', 'evaluation')
  $$`,
  // Contracts of an account and of a loss; zones that were decided, or that a plan begins with; versions that took part.
  `create function decision_log_terms(body text) returns text[] language sql immutable strict parallel safe as $$
    with told as (select body::jsonb as entry, (body::jsonb ->> 'decision')::jsonb as decision),
    version as (
      select jsonb_path_query(decision, 'lax $.policySet.versions[*]') as version from told
      union all select jsonb_path_query(decision, 'lax $.policySet.waterfall') from told
      union all select jsonb_path_query(decision, 'lax $.policySet.fund') from told
      union all select jsonb_path_query(decision, 'lax $.policySet.protection') from told
    ),
    term as (
      select 'contract:' || (jsonb_path_query(entry, 'lax $.input.account.positions[*].contract') #>> '{}') as text from told
      union select 'contract:' || (jsonb_path_query(entry, 'lax $.input.account.openOrders[*].contract') #>> '{}') from told
      union select 'contract:' || (jsonb_path_query(decision, 'lax $.contract') #>> '{}') from told
      union select 'zone:' || (jsonb_path_query(decision, 'lax $.scopes[*].zone') #>> '{}') from told
      union select 'zone:' || (jsonb_path_query(decision, 'lax $.scopes[*].before.zone') #>> '{}') from told
      union select 'policy:' || (version ->> 'policy') from version
      union select 'policy:' || (version ->> 'policy') || '@' || (version ->> 'version') from version
    )
    select coalesce(array_agg(text order by text), '{}') from term where text is not null
  $$`,
  `alter table decision_log
    add column type text not null generated always as (decision_log_type(body)) stored
      check (type in ('evaluation', 'plan', 'loss')),
    add column terms text[] not null generated always as (decision_log_terms(body)) stored,
    drop constraint decision_log_outcome_check,
    add constraint decision_log_outcome_check
      check (outcome in ('pass', 'breach', 'indeterminate', 'covered', 'uncovered', 'receivable'))`,
  'create index decision_log_by_type on decision_log (type, sequence)',
  'create index decision_log_by_term on decision_log using gin (terms)',
  ...scopesOfKeys(SCOPES),
];

const DOWN = [
  `alter table decision_log drop column terms, drop column type, drop constraint decision_log_outcome_check,
    add constraint decision_log_outcome_check check (outcome in ('pass', 'breach', 'indeterminate')) not valid`,
  'drop function decision_log_terms(text)',
  'drop function decision_log_type(text)',
  ...scopesOfKeys(OLD_SCOPES),
];

/** A key that has a scope which is not known any more keeps it: it grants nothing. */
function scopesOfKeys(scopes: string): string[] {
  return [
    `alter table api_key drop constraint api_key_scopes_check, add constraint api_key_scopes_check
      check (scopes <@ ${scopes} and cardinality(scopes) > 0) not valid`,
  ];
}
