import { Injectable } from '@nestjs/common';
import { ROLES, type Role } from '@backstop/core/access';
import type { Instant } from '@backstop/core/venue';
import { DataSource, type EntityManager } from 'typeorm';
import { selectPeople, type PeopleWhere } from './select-people.ts';
import type { LocalPerson, StoredPerson } from './stored-person.ts';

/** A person who is to be. */
export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly at: Instant;
  readonly signsIn:
    | { readonly by: 'password'; readonly login: string; readonly passwordHash: string; readonly isOneTime: boolean }
    | { readonly by: 'oidc'; readonly issuer: string; readonly subject: string };
  readonly isDemo: boolean;
}

/** Which people are asked for, in which order. */
export interface PeoplePage extends PeopleWhere {
  readonly sort: 'login' | 'name' | 'createdAt' | 'lastSignInAt';
  readonly order: 'asc' | 'desc';
  readonly offset: number;
  readonly limit: number;
}

const SORT_COLUMNS = {
  login: 'login',
  name: 'name',
  createdAt: 'created_at',
  lastSignInAt: 'last_sign_in_at',
} as const;

@Injectable()
export class PersonRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** One page of the people, and how many there are; ties go by id, so that pages never overlap. */
  async page(
    { sort, order, offset, limit, ...where }: PeoplePage,
    at: Instant,
  ): Promise<{ readonly rows: readonly StoredPerson[]; readonly total: number }> {
    const direction = order === 'desc' ? 'desc nulls last' : 'asc nulls first';
    const found = await selectPeople(this.#dataSource.manager, where, {
      at,
      tail: `order by ${SORT_COLUMNS[sort]} ${direction}, id offset ${String(offset)} limit ${String(limit)}`,
    });
    return { rows: found.map(({ person }) => person), total: found[0]?.total ?? (await this.#count(where, at)) };
  }

  /** One person; null where there is none. Locked for the rest of the transaction where that is asked. */
  async find(
    id: string,
    { at, manager, lock = false }: { readonly at: Instant; readonly manager?: EntityManager; readonly lock?: boolean },
  ): Promise<StoredPerson | null> {
    const within = manager ?? this.#dataSource.manager;
    if (lock) await within.query('select 1 from person where id = $1 for update', [id]);
    const [found] = await selectPeople(within, { ids: [id] }, { at, tail: 'limit 1' });
    return found?.person ?? null;
  }

  /** The person with a login, and the hash of their password; null where there is none. */
  async local(login: string, at: Instant): Promise<LocalPerson | null> {
    const [found] = await selectPeople(this.#dataSource.manager, { login }, { at, tail: 'limit 1' });
    return found === undefined || found.passwordHash === null
      ? null
      : { person: found.person, passwordHash: found.passwordHash };
  }

  /** The hash of somebody's password; null where they have none. */
  async passwordHash(id: string): Promise<string | null> {
    const [row] = await this.#dataSource.query<{ password_hash: string | null }[]>(
      'select password_hash from person where id = $1',
      [id],
    );
    return row?.password_hash ?? null;
  }

  /** Who a provider knows by a subject. */
  async ofProvider(
    manager: EntityManager,
    { issuer, subject, at }: { readonly issuer: string; readonly subject: string; readonly at: Instant },
  ): Promise<StoredPerson | null> {
    const [found] = await selectPeople(manager, { issuer, subject }, { at, tail: 'limit 1' });
    return found?.person ?? null;
  }

  /** How many people there are beside those of the demonstration. */
  async countReal(manager: EntityManager): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      'select count(*)::int as count from person where not is_demo',
    );
    return row?.count ?? 0;
  }

  /** False where somebody else has the login, or the provider's subject. */
  async insert(manager: EntityManager, { id, name, roles, at, signsIn, isDemo }: NewPerson): Promise<boolean> {
    const local = signsIn.by === 'password' ? signsIn : null;
    const oidc = signsIn.by === 'oidc' ? signsIn : null;
    const rows = await manager.query<unknown[]>(
      `insert into person (id, origin, login, password_hash, password_must_change, issuer, subject, name, roles,
         is_demo, created_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1) on conflict do nothing returning id`,
      [
        ...[id, local === null ? 'oidc' : 'local', local?.login, local?.passwordHash, local?.isOneTime ?? false],
        ...[oidc?.issuer, oidc?.subject, name, inOrder(roles), isDemo, new Date(at)],
      ],
    );
    return rows.length === 1;
  }

  /** Writes what has become of a person. */
  async update(
    manager: EntityManager,
    { id, name, roles, disabledAt }: Pick<StoredPerson, 'id' | 'name' | 'roles' | 'disabledAt'>,
  ): Promise<void> {
    await manager.query(
      'update person set name = $2, roles = $3, disabled_at = $4, version = version + 1 where id = $1',
      [id, name, inOrder(roles), disabledAt === null ? null : new Date(disabledAt)],
    );
  }

  async setPassword(
    manager: EntityManager,
    { id, hash, isOneTime }: { readonly id: string; readonly hash: string; readonly isOneTime: boolean },
  ): Promise<void> {
    await manager.query(
      'update person set password_hash = $2, password_must_change = $3, version = version + 1 where id = $1',
      [id, hash, isOneTime],
    );
  }

  async signedIn(manager: EntityManager, id: string, at: Instant): Promise<void> {
    await manager.query('update person set last_sign_in_at = $2 where id = $1', [id, new Date(at)]);
  }

  /** Who else runs the people and may sign in; nobody takes that from them before the transaction ends. */
  async otherAdmins(
    manager: EntityManager,
    { id, isDemo }: { readonly id: string; readonly isDemo: boolean },
  ): Promise<number> {
    const rows = await manager.query<unknown[]>(
      `select id from person where 'admin' = any (roles) and disabled_at is null and ($1 or not is_demo)
       order by id for update`,
      [isDemo],
    );
    return rows.filter((row) => (row as { id: string }).id !== id).length;
  }

  /** A page behind the last row tells no count. */
  async #count(where: PeopleWhere, at: Instant): Promise<number> {
    const [first] = await selectPeople(this.#dataSource.manager, where, { at, tail: 'limit 1' });
    return first?.total ?? 0;
  }
}

/** Roles in the order in which they are declared: the same ones are always the same. */
function inOrder(roles: readonly Role[]): Role[] {
  return ROLES.filter((role) => roles.includes(role));
}
