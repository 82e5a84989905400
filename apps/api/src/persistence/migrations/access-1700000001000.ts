import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, their sessions, failures to sign in, and API keys; no secret is stored, only what it hashes to. */
export class Access1700000001000 implements MigrationInterface {
  readonly name = 'Access1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table session, sign_in_attempt, api_key, person');
  }
}

const ROLES = "array['viewer', 'author', 'approver', 'emergency', 'auditor', 'admin']";
const SCOPES = "array['evaluate', 'book:write', 'loss:write', 'policy:read', 'events:read']";

const TABLES = [
  `create table person (
    id uuid primary key,
    origin text not null check (origin in ('local', 'oidc')),
    login text unique check (login ~ '^[a-z0-9]([a-z0-9._@+-]{0,62}[a-z0-9])?$'),
    password_hash text check (password_hash like '$argon2id$%'),
    password_must_change boolean not null,
    issuer text,
    subject text,
    name text not null check (name <> ''),
    roles text[] not null check (roles <@ ${ROLES}),
    is_demo boolean not null,
    created_at timestamptz not null,
    disabled_at timestamptz,
    last_sign_in_at timestamptz,
    version integer not null check (version > 0),
    constraint person_is_known_once unique (issuer, subject),
    constraint person_signs_in_one_way check (case origin
      when 'local' then login is not null and password_hash is not null and issuer is null and subject is null
      else login is null and password_hash is null and issuer is not null and subject is not null
        and not password_must_change and not is_demo end)
  )`,
  `create table session (
    token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
    person_id uuid not null references person (id),
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    constraint session_expires_after_it_began check (expires_at > created_at)
  )`,
  'create index session_of_person on session (person_id)',
  'create index session_by_expiry on session (expires_at)',
  `create table sign_in_attempt (
    login_digest text primary key check (login_digest ~ '^[0-9a-f]{64}$'),
    attempts integer not null check (attempts > 0),
    until timestamptz not null
  )`,
  'create index sign_in_attempt_by_end on sign_in_attempt (until)',
  `create table api_key (
    id text primary key check (id ~ '^[0-9a-f]{16}$'),
    name text not null check (name <> ''),
    scopes text[] not null check (scopes <@ ${SCOPES} and cardinality(scopes) > 0),
    secret_hash text not null check (secret_hash ~ '^[0-9a-f]{64}$'),
    previous_hash text check (previous_hash ~ '^[0-9a-f]{64}$'),
    previous_until timestamptz,
    is_demo boolean not null,
    created_at timestamptz not null,
    created_by text not null,
    expires_at timestamptz not null,
    rotated_at timestamptz,
    revoked_at timestamptz,
    last_used_at timestamptz,
    constraint api_key_overlap_is_whole check ((previous_hash is null) = (previous_until is null)),
    constraint api_key_lives_at_most_400_days check (expires_at <= created_at + interval '400 days')
  )`,
];
