import type { AccountJudgement } from '../evaluation/index.ts';
import { add, greaterThan, isNegative, isPositive, negate, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Account, Market } from '../venue/index.ts';
import type { AssetAmount } from '../waterfall/index.ts';
import { valued } from './scope-move.ts';

/** A deficit of an account in one asset. */
export interface Loser {
  readonly account: Pick<Account, 'id' | 'ownerId' | 'tags'>;
  readonly market: Market;
  /** > 0. */
  readonly deficit: AssetAmount;
  /** What it is worth in other assets. */
  readonly residual: readonly AssetAmount[];
  /** The contract of its largest position in that asset; null without one. */
  readonly contract: string | null;
}

/** The deficits of an account by asset; null where a scope of it cannot be judged. */
export function losersOf(account: Account, market: Market, { pools }: AccountJudgement): Loser[] | null {
  const worth = new Map<string, Decimal>();
  for (const { pool, figures } of pools) {
    if (figures === null) return null;
    worth.set(pool.asset, add(worth.get(pool.asset) ?? ZERO, figures.accountValue));
  }
  const amounts = [...worth].map(([asset, amount]) => ({ asset, amount }));
  const residual = amounts.filter(({ amount }) => isPositive(amount));
  const { id, ownerId, tags } = account;
  return amounts
    .filter(({ amount }) => isNegative(amount))
    .map(({ asset, amount }) => ({
      account: { id, ownerId, tags },
      market,
      deficit: { asset, amount: negate(amount) },
      residual,
      contract: largestContract(pools, asset, market),
    }));
}

/** By notional in the asset; what no price converts counts for nothing, and of equals the first by name goes. */
function largestContract(pools: AccountJudgement['pools'], asset: string, market: Market): string | null {
  let largest: { readonly contract: string; readonly notional: Decimal } | null = null;
  for (const { pool, positions } of pools) {
    if (pool.asset !== asset) continue;
    for (const { book, notional } of positions) {
      const { contract, settlementAsset } = book.context.contract;
      const value = valued(notional, settlementAsset, asset, market) ?? ZERO;
      if (largest === null || greaterThan(value, largest.notional)) largest = { contract, notional: value };
    }
  }
  return largest?.contract ?? null;
}
