import type { Role } from '@backstop/core/access';
import type { Instant } from '@backstop/core/venue';
import type { EntityManager } from 'typeorm';
import type { StoredPerson } from './stored-person.ts';

/** What people are looked for by; what is left out is not asked. */
export interface PeopleWhere {
  readonly ids?: readonly string[] | undefined;
  readonly login?: string | undefined;
  readonly issuer?: string | undefined;
  readonly subject?: string | undefined;
  /** Text that the login or name contains, in any case. */
  readonly text?: string | undefined;
  readonly role?: Role | undefined;
  readonly isDisabled?: boolean | undefined;
}

interface FoundPerson {
  readonly person: StoredPerson;
  readonly passwordHash: string | null;
  /** How many there are without the page. */
  readonly total: number;
}

interface Row extends Omit<StoredPerson, 'createdAt' | 'disabledAt' | 'lastSignInAt' | 'lockedUntil'> {
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly lastSignInAt: Date | null;
  readonly lockedUntil: Date | null;
  readonly passwordHash: string | null;
  readonly total: number;
}

/** The people that are looked for, with what follows the condition: order and page, made of our own words only. */
export async function selectPeople(
  manager: EntityManager,
  where: PeopleWhere,
  { at, tail }: { readonly at: Instant; readonly tail: string },
): Promise<FoundPerson[]> {
  const { ids, login, issuer, subject, text, role, isDisabled } = where;
  const rows = await manager.query<Row[]>(`${SELECT} ${tail}`, [
    ...[new Date(at), ids, login, issuer, subject],
    ...[text === undefined ? undefined : `%${text.replace(/[\\%_]/g, '\\$&')}%`, role, isDisabled],
  ]);
  return rows.map(({ passwordHash, total, createdAt, disabledAt, lastSignInAt, lockedUntil, ...rest }) => ({
    person: {
      ...rest,
      createdAt: createdAt.getTime(),
      disabledAt: disabledAt?.getTime() ?? null,
      lastSignInAt: lastSignInAt?.getTime() ?? null,
      lockedUntil: lockedUntil?.getTime() ?? null,
    },
    passwordHash,
    total,
  }));
}

const SELECT = `
  select person.id, origin, login, issuer, name, roles, is_demo as "isDemo", password_must_change as "passwordMustChange",
    created_at as "createdAt", disabled_at as "disabledAt", last_sign_in_at as "lastSignInAt", version,
    password_hash as "passwordHash", attempt.until as "lockedUntil", (count(*) over ())::int as total
  from person left join sign_in_attempt attempt
    on attempt.login_digest = encode(sha256(convert_to(login, 'UTF8')), 'hex')
    and attempt.attempts >= 5 and attempt.until > $1
  where ($2::uuid[] is null or person.id = any ($2)) and ($3::text is null or login = $3)
    and ($4::text is null or issuer = $4) and ($5::text is null or subject = $5)
    and ($6::text is null or login ilike $6 or name ilike $6) and ($7::text is null or $7 = any (roles))
    and ($8::boolean is null or $8 = (disabled_at is not null))`;
