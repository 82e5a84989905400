import type { World } from '../builders/arbitrary-world.ts';
import { exact } from './exact.ts';
import type { Exact } from './exact.ts';
import { slowFigures } from './slow-evaluator.ts';
import type { SlowFigures } from './slow-evaluator.ts';
import type { SlowScope } from './slow-scopes.ts';
import { slowVenue } from './slow-venue.ts';

/** Whether a scope is liquidatable were the mark price of one contract another, everything else held. */
export function isSlowlyBad(world: World, scope: SlowScope, contract: string, price: Exact): boolean {
  const { equity, maintenanceMargin } = figuresAt(world, scope, contract, price);
  return maintenanceMargin.greaterThan(0) && equity.lessThan(maintenanceMargin);
}

/** Whether equity and maintenance margin are so close at a price that rounding alone may decide: up to three units each leg. */
export function isAtTheEdge(world: World, scope: SlowScope, contract: string, price: Exact): boolean {
  const { equity, maintenanceMargin } = figuresAt(world, scope, contract, price);
  const unit = exact('10').toPower(-slowVenue(world.venue).precisionOf(scope.asset));
  return equity
    .minus(maintenanceMargin)
    .abs()
    .lessThanOrEqualTo(unit.times(3 * scope.positions.length));
}

function figuresAt(world: World, scope: SlowScope, contract: string, price: Exact): SlowFigures {
  const figures = slowFigures(world, scope, { [contract]: price });
  if (figures === null) throw new Error('a scope without prices has no liquidation price');
  return figures;
}

/** What a scan of the tick grid found: the last price that is not bad, or nothing up to `end`, going up or down. */
export interface Scan {
  readonly price: Exact | null;
  readonly end: Exact;
  readonly step: 1 | -1;
}

/**
 * The liquidation price by trying every price of the tick grid, from the mark outward: to the worse side while it is not bad,
 * else to the better side until it is not. Stops one tick above zero and at `ticksMax`.
 */
export function scanForPrice(
  world: World,
  scope: SlowScope,
  { contract, worse, mark }: { readonly contract: string; readonly worse: 'below' | 'above'; readonly mark: Exact },
  ticksMax: number,
): Scan {
  const { tick } = slowVenue(world.venue).contractOf(contract);
  const isBad = (ticks: number): boolean => isSlowlyBad(world, scope, contract, tick.times(ticks));
  const atMark = mark.dividedBy(tick);
  const start = Math.max(1, (worse === 'below' ? atMark.ceil() : atMark.floor()).toNumber());
  const isBadAtStart = isBad(start);
  const step = (worse === 'below') === isBadAtStart ? 1 : -1;
  let ticks = start;
  while (ticks + step >= 1 && ticks + step <= ticksMax) {
    if (isBad(ticks + step) !== isBadAtStart)
      return { price: tick.times(isBadAtStart ? ticks + step : ticks), end: tick.times(ticks), step };
    ticks += step;
  }
  return { price: null, end: tick.times(ticks), step };
}

/** The mark price of a contract in a world's words. */
export function markOf({ market }: World, contract: string): Exact {
  const row = market.contracts?.[contract];
  return exact((typeof row === 'string' ? row : row?.markPrice) ?? 'none');
}
