import { add, InvariantError, isNegative, isPositive, maximum, minimum, negate, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { isLiquidatable } from '../margin/index.ts';
import type { ContractPart } from './contract-part.ts';
import type { PoolFigures } from './judgement.ts';
import { owedValue, poolValue, realizableValue } from './pool-value.ts';
import type { AssetHolding, PoolValue } from './pool-value.ts';

/** A pool all of whose contracts and assets can be judged. */
export interface PricedPool {
  readonly parts: readonly ContractPart[];
  readonly holdings: readonly AssetHolding[];
  /** Decimals of the pool's asset. */
  readonly precision: number;
  readonly value: PoolValue;
  /** Maintenance margin of each part in the pool's asset, in the order of `parts`. */
  readonly maintenanceMargins: readonly Decimal[];
  readonly figures: PoolFigures;
}

/** The pool's figures; null where a haircut cannot be computed. */
export function pricedPool(
  parts: readonly ContractPart[],
  holdings: readonly AssetHolding[],
  precision: number,
): PricedPool | null {
  const value = poolValue(holdings, precision);
  if (value === null) return null;
  const maintenanceMargins = parts.map((part) =>
    owedValue(holdingOf(holdings, part), part.maintenanceMargin, precision),
  );
  let maintenanceMargin = ZERO;
  for (const margin of maintenanceMargins) maintenanceMargin = add(maintenanceMargin, margin);
  const initialMargin = initialMarginOf(parts, holdings, precision);
  const { equity, accountValue } = value;
  let notional = ZERO;
  let unrealizedPnl = ZERO;
  let legs = 0;
  for (const part of parts) {
    const holding = holdingOf(holdings, part);
    notional = add(notional, owedValue(holding, part.notional, precision));
    unrealizedPnl = add(unrealizedPnl, realizableValue(holding, part.pnl, precision));
    legs += part.book.legs.length;
  }
  const liquidatable = isLiquidatable(equity, maintenanceMargin);
  const figures: PoolFigures = {
    equity,
    accountValue,
    initialMargin,
    maintenanceMargin,
    notional,
    unrealizedPnl,
    withdrawable: initialMargin === null ? null : withdrawable(value, holdings, initialMargin, precision),
    deficit: legs === 0 && isNegative(accountValue) ? negate(accountValue) : ZERO,
    state: isNegative(accountValue) ? 'bankrupt' : liquidatable ? 'liquidatable' : 'healthy',
    liquidatable,
  };
  return { parts, holdings, precision, value, maintenanceMargins, figures };
}

/** The holding that a part settles in. */
export function holdingOf(holdings: readonly AssetHolding[], part: ContractPart): AssetHolding {
  for (const holding of holdings) if (holding.asset === part.contract.settlementAsset) return holding;
  throw new InvariantError(`settlement asset ${part.contract.settlementAsset} is not held`);
}

function initialMarginOf(
  parts: readonly ContractPart[],
  holdings: readonly AssetHolding[],
  precision: number,
): Decimal | null {
  let total = ZERO;
  for (const part of parts) {
    if (part.initialMargin === null) return null;
    total = add(total, owedValue(holdingOf(holdings, part), part.initialMargin, precision));
  }
  return total;
}

/**
 * max(0, min(equity, equity without unrealized profit) − initialMargin); profit is the positive pnl of an asset. The whole pool
 * is valued anew without it: where an asset may only be a share of the pool, one profit moves what another asset counts.
 */
function withdrawable(
  { equity }: PoolValue,
  holdings: readonly AssetHolding[],
  initialMargin: Decimal,
  precision: number,
): Decimal {
  if (!holdings.some(({ pnl }) => isPositive(pnl))) return maximum(ZERO, subtract(equity, initialMargin));
  const kept = holdings.map((holding) => (isPositive(holding.pnl) ? { ...holding, pnl: ZERO } : holding));
  const withoutProfit = poolValue(kept, precision);
  if (withoutProfit === null) throw new InvariantError('a pool that is valued is valued without its profit too');
  return maximum(ZERO, subtract(minimum(equity, withoutProfit.equity), initialMargin));
}
