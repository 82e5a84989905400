import { Injectable } from '@nestjs/common';
import { formatDecimal, storedDecimal } from '@backstop/core/num';
import type { ScopeTaking } from '@backstop/core/planning';
import { DataSource, type EntityManager } from 'typeorm';

/** What the fund gave back of a fill; `closedBy`: the fill that closed the scope short. */
export interface StoredReturn extends ScopeTaking {
  readonly closedBy: string;
}

interface TakingRow extends Omit<ScopeTaking, 'amount'> {
  readonly amount: string;
}

/** What the fund had of fills, and what it gave back of it. */
@Injectable()
export class LiquidationReturnRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** What compartments had of the fills of a liquidation, the first fill first. */
  async takings(manager: EntityManager, liquidation: string): Promise<readonly ScopeTaking[]> {
    const rows = await manager.query<TakingRow[]>(
      `select fill, step, source, fund, "settlementAsset", amount from (
         select id as fill, step, sequence, outcome::jsonb ->> 'fund' as fund,
           outcome::jsonb ->> 'settlementAsset' as "settlementAsset",
           outcome::jsonb ->> 'bookedSurplus' as surplus, outcome::jsonb ->> 'bookedFees' as fee
         from liquidation_fill where liquidation_id = $1
       ) as told cross join lateral (values ('surplus', surplus), ('fee', fee)) as had (source, amount)
       where amount::numeric > 0 order by sequence, source`,
      [liquidation],
    );
    return rows.map((row) => ({ ...row, amount: storedDecimal(row.amount) }));
  }

  async add(manager: EntityManager, liquidation: string, given: StoredReturn): Promise<void> {
    const { closedBy, fill, source, fund, settlementAsset, amount } = given;
    await manager.query(
      `insert into liquidation_return (liquidation_id, closed_by, fill_id, source, fund, asset, amount)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [liquidation, closedBy, fill, source, fund, settlementAsset, formatDecimal(amount)],
    );
  }

  /** Of all scopes of a liquidation, in the order of the fills. */
  async of(
    liquidation: string,
    manager: Pick<EntityManager, 'query'> = this.#dataSource,
  ): Promise<readonly StoredReturn[]> {
    const rows = await manager.query<(TakingRow & { readonly closedBy: string })[]>(
      `select closed_by as "closedBy", liquidation_return.fill_id as fill, step, source, fund, asset as "settlementAsset", amount::text as amount
       from liquidation_return join liquidation_fill on liquidation_fill.id = liquidation_return.fill_id
       where liquidation_return.liquidation_id = $1 order by sequence, source`,
      [liquidation],
    );
    return rows.map((row) => ({ ...row, amount: storedDecimal(row.amount) }));
  }
}
