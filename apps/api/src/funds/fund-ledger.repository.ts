import { Injectable } from '@nestjs/common';
import { InvariantError } from '@backstop/core/num';
import type { Instant } from '@backstop/core/venue';
import { DataSource, type EntityManager } from 'typeorm';
import type { FundMovement, StoredFund } from './stored-fund.ts';

const COLUMNS = 'id, asset, precision, balance, entries';

interface FundRow {
  readonly id: string;
  readonly asset: string;
  readonly precision: number;
  readonly balance: string;
  readonly entries: string;
}

/** What moves the balances of the fund; a balance is what its entries come to, and never below zero. */
@Injectable()
export class FundLedgerRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Every compartment that was ever booked to, by name. */
  async all(): Promise<readonly StoredFund[]> {
    const rows = await this.#dataSource.query<FundRow[]>(`select ${COLUMNS} from fund_compartment order by id`);
    return rows.map(fundOf);
  }

  async find(id: string, manager: Pick<EntityManager, 'query'> = this.#dataSource): Promise<StoredFund | null> {
    const sql = `select ${COLUMNS} from fund_compartment where id = $1`;
    const [row] = await manager.query<FundRow[]>(sql, [id]);
    return row === undefined ? null : fundOf(row);
  }

  /** Contracts whose switch of deleveraging stands on, by name. */
  async switchesOn(id: string): Promise<readonly string[]> {
    const sql = 'select contract from fund_switch where compartment_id = $1 and is_on order by contract';
    return (await this.#dataSource.query<{ contract: string }[]>(sql, [id])).map(({ contract }) => contract);
  }

  /** The compartment, which nobody else moves until the transaction ends; an empty one where nothing was booked to it. */
  async lock(
    manager: EntityManager,
    { id, asset, precision }: Pick<StoredFund, 'id' | 'asset' | 'precision'>,
  ): Promise<StoredFund> {
    await manager.query(
      'insert into fund_compartment (id, asset, precision) values ($1, $2, $3) on conflict (id) do nothing',
      [id, asset, precision],
    );
    const sql = `select ${COLUMNS} from fund_compartment where id = $1 for update`;
    const [row] = await manager.query<FundRow[]>(sql, [id]);
    if (row === undefined) throw new InvariantError(`compartment ${id} is not there`);
    return fundOf(row);
  }

  /** Compartments that there are of those, always in one order, which nobody else moves until the transaction ends. */
  async lockAll(manager: EntityManager, ids: readonly string[]): Promise<readonly StoredFund[]> {
    const sql = `select ${COLUMNS} from fund_compartment where id = any($1) order by id for update`;
    return (await manager.query<FundRow[]>(sql, [ids])).map(fundOf);
  }

  /** Books a movement; the database refuses one that would leave less than nothing. */
  async book(manager: EntityManager, movement: FundMovement): Promise<void> {
    const { fund, source, units, reference, contract, account, at, recordedBy } = movement;
    const [from, to] = ACCOUNTS[source];
    // Sequence and balance are what the trigger makes them.
    await manager.query(
      `insert into fund_entry (compartment_id, sequence, at, source, from_account, to_account, units, balance, reference,
         contract, account, recorded_by)
       values ($1, 1, $2, $3, $4, $5, $6, 0, $7, $8, $9, $10)`,
      [fund, new Date(at), source, from, to, String(units), reference, contract, account, recordedBy],
    );
  }

  /** Units drawn for losses after an instant, or paid for positions above their mark: for anybody, and for one account. */
  async drawnSince(
    manager: EntityManager,
    fund: string,
    { since, account }: { readonly since: Instant; readonly account: string },
  ): Promise<{ readonly all: bigint; readonly ofAccount: bigint }> {
    const [row] = await manager.query<{ drawn: string; own: string }[]>(
      `select coalesce(sum(units), 0) as drawn, coalesce(sum(units) filter (where account = $3), 0) as own from (
         select units, account from fund_entry where compartment_id = $1 and source = 'draw' and at > $2
         union all
         select above_mark, account from fund_position_fill
           where compartment_id = $1 and source = 'takeover' and recorded_at > $2
       ) as paid`,
      [fund, new Date(since), account],
    );
    return { all: BigInt(row?.drawn ?? 0), ofAccount: BigInt(row?.own ?? 0) };
  }

  /**
   * Units after an instant: the largest balance, the one at that instant included, and what liquidations of a contract brought
   * and cost.
   */
  async windowSince(
    manager: EntityManager,
    { id, balance }: StoredFund,
    { since, contract }: { readonly since: Instant; readonly contract: string },
  ): Promise<{ readonly balanceMax: bigint; readonly received: bigint; readonly paid: bigint }> {
    const [row] = await manager.query<{ largest: string; before: string; received: string; paid: string }[]>(
      `select coalesce(max(balance) filter (where at > $2), 0) as largest,
         coalesce((select balance from fund_entry where compartment_id = $1 and at <= $2 order by sequence desc limit 1), 0)
           as before,
         coalesce(sum(units) filter (where at > $2 and contract = $3 and to_account = 'balance'), 0) as received,
         coalesce(sum(units) filter (where at > $2 and contract = $3 and from_account = 'balance'), 0) as paid
       from fund_entry where compartment_id = $1`,
      [id, new Date(since), contract],
    );
    const [largest, before] = [BigInt(row?.largest ?? 0), BigInt(row?.before ?? 0)];
    const balanceMax = [largest, before].reduce((most, each) => (each > most ? each : most), balance);
    return { balanceMax, received: BigInt(row?.received ?? 0), paid: BigInt(row?.paid ?? 0) };
  }
}

/** Where each source moves units from and to; the database holds the same table. */
const ACCOUNTS: Readonly<Record<FundMovement['source'], readonly [from: string, to: string]>> = {
  opening: ['opening', 'balance'],
  deposit: ['deposits', 'balance'],
  surplus: ['surplus', 'balance'],
  fee: ['fees', 'balance'],
  'surplus-return': ['balance', 'surplus'],
  'fee-return': ['balance', 'fees'],
  draw: ['balance', 'losses'],
  'position-gain': ['positions', 'balance'],
  'position-loss': ['balance', 'positions'],
};

function fundOf({ id, asset, precision, balance, entries }: FundRow): StoredFund {
  return { id, asset, precision, balance: BigInt(balance), entries: Number(entries) };
}
