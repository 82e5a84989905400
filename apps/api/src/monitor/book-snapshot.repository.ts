import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isUuid } from '../persistence/is-uuid.ts';
import type { StoredSnapshot } from './stored-snapshot.ts';

const COLUMNS = `id, hash, as_of as "asOf", recorded_at as "recordedAt", recorded_by as "recordedBy", accounts, bytes, chunks`;

/** As the driver hands it over: instants as dates, a `bigint` as text. */
interface SnapshotRow extends Omit<StoredSnapshot, 'asOf' | 'recordedAt' | 'bytes'> {
  readonly asOf: Date;
  readonly recordedAt: Date;
  readonly bytes: string;
}

/** Books as rows; their lines stand beside, in pieces. */
@Injectable()
export class BookSnapshotRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Stores a book with its pieces; false where the very same book is there already. */
  async add(manager: EntityManager, snapshot: StoredSnapshot, chunks: readonly Buffer[]): Promise<boolean> {
    const { id, hash, asOf, recordedAt, recordedBy, accounts, bytes } = snapshot;
    const added = await manager.query<readonly object[]>(
      `insert into book_snapshot (id, hash, as_of, recorded_at, recorded_by, accounts, bytes, chunks)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (hash) do nothing returning id`,
      [id, hash, new Date(asOf), new Date(recordedAt), recordedBy, accounts, bytes, chunks.length],
    );
    if (added.length === 0) return false;
    for (const [position, content] of chunks.entries()) {
      await manager.query('insert into book_snapshot_chunk (snapshot_id, position, content) values ($1, $2, $3)', [
        id,
        position,
        content,
      ]);
    }
    return true;
  }

  async findByHash(manager: EntityManager, hash: string): Promise<StoredSnapshot | null> {
    return only(await manager.query<SnapshotRow[]>(`select ${COLUMNS} from book_snapshot where hash = $1`, [hash]));
  }

  async find(id: string): Promise<StoredSnapshot | null> {
    if (!isUuid(id)) return null;
    const sql = `select ${COLUMNS} from book_snapshot where id = $1`;
    return only(await this.#dataSource.query<SnapshotRow[]>(sql, [id]));
  }

  /** The book of the latest instant; of several, the one that was sent last. Null where there is none. */
  async latest(): Promise<StoredSnapshot | null> {
    return (await this.lastOnes(1))[0] ?? null;
  }

  /** The books of the latest instants, the latest first; of one instant, the one that was sent last comes first. */
  async lastOnes(limit: number): Promise<readonly StoredSnapshot[]> {
    const sql = `select ${COLUMNS} from book_snapshot order by as_of desc, sequence desc limit $1`;
    return (await this.#dataSource.query<SnapshotRow[]>(sql, [limit])).map(snapshotOf);
  }

  /** A page of books, the one that was sent last first, and how many there are. */
  async page({ offset, limit }: { readonly offset: number; readonly limit: number }): Promise<{
    readonly rows: readonly StoredSnapshot[];
    readonly total: number;
  }> {
    const sql = `select ${COLUMNS} from book_snapshot order by sequence desc offset $1 limit $2`;
    const rows = await this.#dataSource.query<SnapshotRow[]>(sql, [offset, limit]);
    const [count] = await this.#dataSource.query<{ total: number }[]>(
      'select count(*)::int as total from book_snapshot',
    );
    return { rows: rows.map(snapshotOf), total: count?.total ?? 0 };
  }

  /** One piece of a book's lines, compressed; null where it is not there. */
  async chunk(id: string, position: number): Promise<Buffer | null> {
    const [row] = await this.#dataSource.query<{ content: Buffer }[]>(
      'select content from book_snapshot_chunk where snapshot_id = $1 and position = $2',
      [id, position],
    );
    return row?.content ?? null;
  }
}

function only([row]: readonly SnapshotRow[]): StoredSnapshot | null {
  return row === undefined ? null : snapshotOf(row);
}

function snapshotOf(row: SnapshotRow): StoredSnapshot {
  return { ...row, asOf: row.asOf.getTime(), recordedAt: row.recordedAt.getTime(), bytes: Number(row.bytes) };
}
