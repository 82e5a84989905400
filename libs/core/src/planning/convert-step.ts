import { precisionOf } from '../evaluation/index.ts';
import { nextConversion } from '../liquidation/index.ts';
import type { Conversion, HeldAsset } from '../liquidation/index.ts';
import { add, isZero, negate, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { priceIn } from './planned-part.ts';
import { withBalance } from '../venue/index.ts';
import { judgedAgain } from './scope-state.ts';
import type { PlanContext, ScopeState } from './scope-state.ts';

/** The next sale of collateral in a pool of several assets, and the state that it leaves; null where none is due. */
export function conversionOf(
  context: PlanContext,
  state: ScopeState,
): { readonly conversion: Conversion; readonly state: ScopeState } | null {
  const { rules, set, pool } = context;
  const isConverted = pool.scope === 'cross' && set.valuation.compiled.collateralMode === 'multi-asset';
  if (rules.conversion === null || !isConverted) return null;
  const conversion = nextConversion(heldAssets(context, state), rules.conversion, state.positions.length > 0);
  if (conversion === null) return null;
  const sold = withBalance(state.account, conversion.sold, negate(conversion.soldAmount));
  const account = withBalance(sold, conversion.bought, conversion.boughtAmount);
  return { conversion, state: judgedAgain(context, account) };
}

function heldAssets(context: PlanContext, { pool, positions }: ScopeState): HeldAsset[] {
  const pnl = new Map<string, Decimal>();
  for (const { leg, book, unrealizedPnl } of positions) {
    const { settlementAsset } = book.context.contract;
    if (leg.position.margin === 'cross') pnl.set(settlementAsset, add(pnl.get(settlementAsset) ?? ZERO, unrealizedPnl));
  }
  const assets = [...new Set([...pool.balances.keys(), ...pnl.keys()])].sort();
  return assets.flatMap((asset) => {
    const balance = pool.balances.get(asset) ?? ZERO;
    const net = add(balance, pnl.get(asset) ?? ZERO);
    // What is held of nothing needs no price, and may have none.
    if (isZero(balance) && isZero(net)) return [];
    return [{ asset, balance, net, price: priceIn(context, asset), precision: precisionOf(context, asset) }];
  });
}
