import { Injectable } from '@nestjs/common';
import type { Instant } from '@backstop/core/venue';
import { DataSource, type EntityManager } from 'typeorm';

/** What an account owes in one asset. */
export interface StoredReceivable {
  readonly account: string;
  readonly asset: string;
  readonly precision: number;
  /** ≥ 0, in smallest units. */
  readonly units: bigint;
}

/** A movement of what an account owes. */
export interface StoredReceivableEntry {
  readonly sequence: number;
  readonly account: string;
  readonly asset: string;
  readonly precision: number;
  readonly at: Instant;
  readonly source: 'loss' | 'payment';
  /** > 0. */
  readonly units: bigint;
  /** ≥ 0: owed after it. */
  readonly owed: bigint;
  readonly reference: string;
  readonly recordedBy: string;
}

export type NewReceivableEntry = Omit<StoredReceivableEntry, 'sequence' | 'owed'>;

interface EntryRow extends Omit<StoredReceivableEntry, 'sequence' | 'at' | 'units' | 'owed'> {
  readonly sequence: string;
  readonly at: Date;
  readonly units: string;
  readonly owed: string;
}

/** What accounts without protection owe; a sum is what its entries come to, and never below zero. */
@Injectable()
export class ReceivableRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** The sum of an account, which nobody else moves until the transaction ends; nothing owed where it never owed. */
  async lock(
    manager: EntityManager,
    { account, asset, precision }: Omit<StoredReceivable, 'units'>,
  ): Promise<StoredReceivable> {
    await manager.query(
      'insert into receivable (account, asset, precision) values ($1, $2, $3) on conflict (account, asset) do nothing',
      [account, asset, precision],
    );
    const found = await this.find(manager, account, asset);
    return found ?? { account, asset, precision, units: 0n };
  }

  /** What an account owes, held until the transaction ends; null where it never owed in the asset. */
  async find(manager: EntityManager, account: string, asset: string): Promise<StoredReceivable | null> {
    const [row] = await manager.query<{ precision: number; units: string }[]>(
      'select precision, units from receivable where account = $1 and asset = $2 for update',
      [account, asset],
    );
    return row === undefined ? null : { account, asset, precision: row.precision, units: BigInt(row.units) };
  }

  /** Books a movement; the database refuses one that would leave less than nothing, and one that was booked already. */
  async book(manager: EntityManager, entry: NewReceivableEntry): Promise<StoredReceivableEntry> {
    const { account, asset, at, source, units, reference, recordedBy } = entry;
    // The sum after it is what the trigger makes it.
    const [row] = await manager.query<{ sequence: string; owed: string }[]>(
      `insert into receivable_entry (account, asset, at, source, units, owed, reference, recorded_by)
       values ($1, $2, $3, $4, $5, 0, $6, $7) returning sequence, owed`,
      [account, asset, new Date(at), source, String(units), reference, recordedBy],
    );
    return { ...entry, sequence: Number(row?.sequence), owed: BigInt(row?.owed ?? 0) };
  }

  async wasPaid(manager: EntityManager, reference: string): Promise<boolean> {
    const sql = `select 1 from receivable_entry where source = 'payment' and reference = $1`;
    return (await manager.query<object[]>(sql, [reference])).length > 0;
  }

  /** Movements after a sequence, in order: of everybody, or of one account. */
  async page(account: string | null, after: number, limit: number): Promise<readonly StoredReceivableEntry[]> {
    const rows = await this.#dataSource.query<EntryRow[]>(
      `select e.sequence, e.account, e.asset, r.precision, e.at, e.source, e.units, e.owed, e.reference,
         e.recorded_by as "recordedBy"
       from receivable_entry e join receivable r on r.account = e.account and r.asset = e.asset
       where e.sequence > $1 and ($2::text is null or e.account = $2) order by e.sequence limit $3`,
      [after, account, limit],
    );
    return rows.map((row) => ({
      ...row,
      ...{ sequence: Number(row.sequence), at: row.at.getTime(), units: BigInt(row.units), owed: BigInt(row.owed) },
    }));
  }

  /** What is owed by asset, of all accounts. */
  async owed(): Promise<readonly { readonly asset: string; readonly precision: number; readonly units: bigint }[]> {
    const rows = await this.#dataSource.query<{ asset: string; precision: number; units: string }[]>(
      'select asset, precision, sum(units) as units from receivable group by asset, precision order by asset, precision',
    );
    return rows.map((row) => ({ ...row, units: BigInt(row.units) }));
  }
}
