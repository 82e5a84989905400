import type { PositionWords } from '../builders/account-of.ts';
import type { World } from '../builders/arbitrary-world.ts';
import { ceilAt, exact, floorAt, NOTHING } from './exact.ts';
import type { Exact } from './exact.ts';
import { slowPrices } from './slow-collateral.ts';
import { slowFigures, unitsOf } from './slow-evaluator.ts';
import { slowNotional } from './slow-margin.ts';
import type { SlowScope } from './slow-scopes.ts';
import { slowVenue } from './slow-venue.ts';

/**
 * The cash at which a leg closes with its share of the account value: −Δ net notional, rounded up, less
 * floor(account value · maintenance margin released ÷ maintenance margin); by notional where there is no maintenance margin.
 */
export function slowBankruptcyAmount(world: World, scope: SlowScope, leg: PositionWords): Exact | null {
  const before = slowFigures(world, scope);
  const after = slowFigures(world, { ...scope, positions: scope.positions.filter((one) => one !== leg), orders: [] });
  if (before === null || after === null) return null;
  const precision = slowVenue(world.venue).precisionOf(scope.asset);
  const { accountValue, maintenanceMargin, notional } = before;
  const released = maintenanceMargin.minus(after.maintenanceMargin);
  const value = legValue(world, scope, leg);
  let share = NOTHING;
  if (maintenanceMargin.greaterThan(0)) {
    if (released.greaterThan(0)) share = accountValue.times(released).dividedBy(maintenanceMargin);
  } else if (notional.greaterThan(0)) share = accountValue.times(value.notional).dividedBy(notional);
  return value.cash.minus(floorAt(share.toDecimalPlaces(50), precision));
}

/** What the leg's notional is worth (+) or owes (−) in cash, rounded up, and the notional itself, rounded up. */
function legValue(world: World, scope: SlowScope, leg: PositionWords): { cash: Exact; notional: Exact } {
  const { contractOf, precisionOf, haircutOf, valuationAsset } = slowVenue(world.venue);
  const contract = contractOf(leg.contract);
  const row = world.market.contracts?.[leg.contract];
  const mark = exact((typeof row === 'string' ? row : row?.markPrice) ?? 'none');
  const units = unitsOf(contract, leg).abs();
  const isWorth = exact(leg.size).greaterThan(0) === contract.isLinear;
  const owing = isWorth ? exact('1') : exact('-1');
  const settled = contract.isLinear
    ? units.times(mark).times(owing)
    : ceilAt(units.dividedBy(mark).times(owing), contract.precision);
  const notional = slowNotional(contract, units, mark);
  if (!scope.isConverted) return { cash: settled, notional };
  const { asset } = contract;
  const price = slowPrices(haircutOf(asset), world.market.assets?.[asset], asset === valuationAsset)?.realizable;
  if (price === undefined) throw new Error('a priced scope has prices');
  const precision = precisionOf(scope.asset);
  return { cash: ceilAt(settled.times(price), precision), notional: ceilAt(notional.times(price), precision) };
}
