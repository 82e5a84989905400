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
  `create function decision_log_terms(body text) returns text[] language plpgsql immutable strict parallel safe as $$
    declare
      entry jsonb := body::jsonb;
      decision jsonb := (entry ->> 'decision')::jsonb;
      contracts jsonb := jsonb_path_query_array(entry, 'lax $.input.account.positions[*].contract')
        || jsonb_path_query_array(entry, 'lax $.input.account.openOrders[*].contract')
        || jsonb_path_query_array(decision, 'lax $.contract');
      zones jsonb := jsonb_path_query_array(decision, 'lax $.scopes[*].zone')
        || jsonb_path_query_array(decision, 'lax $.scopes[*].before.zone');
      versions jsonb := jsonb_path_query_array(decision, 'lax $.policySet.versions[*]')
        || jsonb_path_query_array(decision, 'lax $.policySet.waterfall')
        || jsonb_path_query_array(decision, 'lax $.policySet.fund')
        || jsonb_path_query_array(decision, 'lax $.policySet.protection');
    begin
      return array(
        select 'contract:' || value from jsonb_array_elements_text(contracts) as value where value is not null
        union select 'zone:' || value from jsonb_array_elements_text(zones) as value where value is not null
        union select 'policy:' || (value ->> 'policy') from jsonb_array_elements(versions) as value
          where value ->> 'policy' is not null
        union select 'policy:' || (value ->> 'policy') || '@' || (value ->> 'version')
          from jsonb_array_elements(versions) as value where value ->> 'version' is not null
        order by 1
      );
    end
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
