import { Injectable } from '@nestjs/common';
import { KEY_SCOPES, type KeyScope } from '@backstop/core/access';
import type { Instant } from '@backstop/core/venue';
import { DataSource, type EntityManager } from 'typeorm';
import type { KeyWithHashes, StoredKey } from './stored-key.ts';

/** Which keys are asked for, in which order. */
export interface KeyPage {
  readonly text: string | undefined;
  readonly status: 'active' | 'expired' | 'revoked' | undefined;
  readonly sort: 'name' | 'createdAt' | 'expiresAt' | 'lastUsedAt';
  readonly order: 'asc' | 'desc';
  readonly offset: number;
  readonly limit: number;
}

/** A key that is to be. */
export interface NewKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly secretHash: string;
  readonly isDemo: boolean;
  readonly at: Instant;
  readonly createdBy: string;
  readonly expiresAt: Instant;
}

const SORT_COLUMNS = {
  name: 'name',
  createdAt: 'created_at',
  expiresAt: 'expires_at',
  lastUsedAt: 'last_used_at',
} as const;

const COLUMNS = `id, name, scopes, is_demo as "isDemo", created_at as "createdAt", created_by as "createdBy",
  expires_at as "expiresAt", rotated_at as "rotatedAt", previous_until as "previousUntil", revoked_at as "revokedAt",
  last_used_at as "lastUsedAt", secret_hash as "secretHash", previous_hash as "previousHash"`;

@Injectable()
export class ApiKeyRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** One page of the keys, and how many there are; ties go by id. */
  async page(
    { text, status, sort, order, offset, limit }: KeyPage,
    at: Instant,
  ): Promise<{ readonly rows: readonly StoredKey[]; readonly total: number }> {
    const pattern = text === undefined ? undefined : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    const direction = order === 'desc' ? 'desc nulls last' : 'asc nulls first';
    const where = `where ($1::text is null or name ilike $1 or id ilike $1) and ($2::text is null or $2 = case
      when revoked_at is not null then 'revoked' when expires_at <= $3 then 'expired' else 'active' end)`;
    const parameters = [pattern, status, new Date(at)];
    const [counted] = await this.#dataSource.query<{ total: number }[]>(
      `select count(*)::int as total from api_key ${where}`,
      parameters,
    );
    const rows = await this.#dataSource.query<Row[]>(
      `select ${COLUMNS} from api_key ${where}
       order by ${SORT_COLUMNS[sort]} ${direction}, id offset $4 limit $5`,
      [...parameters, offset, limit],
    );
    return { rows: rows.map(keyOf), total: counted?.total ?? 0 };
  }

  /** One key; null where there is none. With a manager it is locked for the rest of the transaction. */
  async find(id: string, manager?: EntityManager): Promise<KeyWithHashes | null> {
    const [row] = await (manager ?? this.#dataSource.manager).query<Row[]>(
      `select ${COLUMNS} from api_key where id = $1 ${manager === undefined ? '' : 'for update'}`,
      [id],
    );
    return row === undefined ? null : keyOf(row);
  }

  async insert(manager: EntityManager, key: NewKey): Promise<void> {
    const { id, name, scopes, secretHash, isDemo, at, createdBy, expiresAt } = key;
    await manager.query(
      `insert into api_key (id, name, scopes, secret_hash, is_demo, created_at, created_by, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[id, name, KEY_SCOPES.filter((scope) => scopes.includes(scope)), secretHash, isDemo],
        ...[new Date(at), createdBy, new Date(expiresAt)],
      ],
    );
  }

  /** Gives a key another secret; the one before works on until an instant, or not at all. */
  async rotate(
    manager: EntityManager,
    { id, secretHash, at, until }: { id: string; secretHash: string; at: Instant; until: Instant | null },
  ): Promise<void> {
    await manager.query(
      `update api_key set secret_hash = $2, rotated_at = $3, previous_until = $4::timestamptz,
         previous_hash = case when $4::timestamptz is null then null else secret_hash end where id = $1`,
      [id, secretHash, new Date(at), until === null ? null : new Date(until)],
    );
  }

  async revoke(manager: EntityManager, id: string, at: Instant): Promise<void> {
    await manager.query('update api_key set revoked_at = $2 where id = $1', [id, new Date(at)]);
  }

  async touch(id: string, at: Instant): Promise<void> {
    await this.#dataSource.query('update api_key set last_used_at = greatest(last_used_at, $2) where id = $1', [
      id,
      new Date(at),
    ]);
  }
}

type Instants = 'createdAt' | 'expiresAt' | 'rotatedAt' | 'previousUntil' | 'revokedAt' | 'lastUsedAt';

type Row = Omit<KeyWithHashes, Instants> & {
  readonly [Name in Instants]: KeyWithHashes[Name] extends number ? Date : Date | null;
};

function keyOf(row: Row): KeyWithHashes {
  return {
    ...row,
    createdAt: row.createdAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
    rotatedAt: row.rotatedAt?.getTime() ?? null,
    previousUntil: row.previousUntil?.getTime() ?? null,
    revokedAt: row.revokedAt?.getTime() ?? null,
    lastUsedAt: row.lastUsedAt?.getTime() ?? null,
  };
}
