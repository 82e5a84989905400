import { Injectable } from '@nestjs/common';
import { formatDecimal, storedDecimal, type Decimal } from '@backstop/core/num';
import type { Instant } from '@backstop/core/venue';
import { DataSource, type EntityManager } from 'typeorm';

/** A position that a compartment took over, in the asset of the compartment. */
export interface StoredFundPosition {
  readonly contract: string;
  readonly size: Decimal;
  readonly cost: Decimal;
  readonly realizedPnl: Decimal;
}

/** What moved a position. */
export interface NewFundFill {
  readonly id: string;
  readonly fund: string;
  readonly contract: string;
  readonly source: 'takeover' | 'market';
  readonly fillId: string;
  /** Signed, ≠ 0. */
  readonly size: Decimal;
  /** Null of a takeover. */
  readonly price: Decimal | null;
  /** By which the cost of what is open changed. */
  readonly amount: Decimal;
  readonly realizedPnl: Decimal;
  /** ≥ 0, in units. */
  readonly uncovered: bigint;
  /** Of a takeover: ≥ 0, in units, what it cost above what the position would bring at the mark. */
  readonly aboveMark: bigint;
  /** Whose position it was; null of a sale. */
  readonly account: string | null;
  /** JSON, as it was answered. */
  readonly answer: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
}

interface PositionRow {
  readonly contract: string;
  readonly size: string;
  readonly cost: string;
  readonly realized: string;
}

/** Positions of the fund's own account; who writes holds their compartment. */
@Injectable()
export class FundPositionRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Of one compartment, by contract. */
  async all(
    fund: string,
    manager: Pick<EntityManager, 'query'> = this.#dataSource,
  ): Promise<readonly StoredFundPosition[]> {
    const sql = `select contract, size, cost, realized from fund_position where compartment_id = $1
      order by contract collate "C"`;
    return (await manager.query<PositionRow[]>(sql, [fund])).map(positionOf);
  }

  async find(manager: EntityManager, fund: string, contract: string): Promise<StoredFundPosition | null> {
    const sql = 'select contract, size, cost, realized from fund_position where compartment_id = $1 and contract = $2';
    const [row] = await manager.query<PositionRow[]>(sql, [fund, contract]);
    return row === undefined ? null : positionOf(row);
  }

  async keep(
    manager: EntityManager,
    fund: string,
    { contract, size, cost, realizedPnl }: StoredFundPosition,
  ): Promise<void> {
    await manager.query(
      `insert into fund_position (compartment_id, contract, size, cost, realized) values ($1, $2, $3, $4, $5)
       on conflict (compartment_id, contract)
         do update set size = excluded.size, cost = excluded.cost, realized = excluded.realized`,
      [fund, contract, ...[size, cost, realizedPnl].map(formatDecimal)],
    );
  }

  async addFill(manager: EntityManager, fill: NewFundFill): Promise<void> {
    const { id, fund, contract, source, fillId, size, price, amount, realizedPnl, uncovered, answer } = fill;
    await manager.query(
      `insert into fund_position_fill (id, compartment_id, contract, source, fill_id, size, price, amount, realized,
         uncovered, answer, recorded_at, recorded_by, above_mark, account)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ...[id, fund, contract, source, fillId, formatDecimal(size), price === null ? null : formatDecimal(price)],
        ...[formatDecimal(amount), formatDecimal(realizedPnl), String(uncovered), answer],
        ...[new Date(fill.recordedAt), fill.recordedBy, String(fill.aboveMark), fill.account],
      ],
    );
  }

  /** Units that compartments could not pay of losses of their own positions, in all, by asset. */
  async uncovered(): Promise<
    readonly { readonly asset: string; readonly precision: number; readonly units: bigint }[]
  > {
    const rows = await this.#dataSource.query<{ asset: string; precision: number; units: string }[]>(
      `select asset, precision, sum(uncovered) as units
       from fund_position_fill join fund_compartment on fund_compartment.id = compartment_id
       where uncovered > 0 group by asset, precision order by asset, precision`,
    );
    return rows.map((row) => ({ ...row, units: BigInt(row.units) }));
  }

  /** What a sale was answered with; null where the venue's id of it is new. */
  async answerOf(manager: EntityManager, fund: string, contract: string, fillId: string): Promise<string | null> {
    const sql = `select answer from fund_position_fill
      where compartment_id = $1 and contract = $2 and source = 'market' and fill_id = $3`;
    const [row] = await manager.query<{ answer: string }[]>(sql, [fund, contract, fillId]);
    return row?.answer ?? null;
  }
}

function positionOf({ contract, size, cost, realized }: PositionRow): StoredFundPosition {
  return { contract, size: storedDecimal(size), cost: storedDecimal(cost), realizedPnl: storedDecimal(realized) };
}
