import {
  absolute,
  add,
  compare,
  isNegative,
  isPositive,
  maximum,
  multiply,
  negate,
  sign,
  subtract,
  ZERO,
} from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { OpenOrder, Position } from '../venue/index.ts';
import { unrealizedPnl } from './exposure.ts';
import { marginedExposure } from './maintenance-margin.ts';
import type { Exposure, MarginContext } from './maintenance-margin.ts';

/** All that one pool holds of one contract: what moves together when its price moves. */
export interface ContractBook {
  readonly context: MarginContext;
  readonly legs: readonly Leg[];
  /** What is margined, after hedge netting. */
  readonly exposures: readonly LegExposure[];
}

export interface Leg {
  readonly position: Position;
  /** size · multiplier; + is long. */
  readonly signedUnits: Decimal;
}

/** An exposure and the leg that it is shown on; the others show 0. */
export interface LegExposure extends Exposure {
  readonly leg: Leg;
}

/** The book of one contract's positions in one pool. */
export function contractBook(context: MarginContext, positions: readonly Position[]): ContractBook {
  const { multiplier } = context.contract;
  const legs = positions.map((position): Leg => ({ position, signedUnits: multiply(position.size, multiplier) }));
  return { context, legs, exposures: exposuresOf(context, legs) };
}

/** Σ unrealized pnl of the legs at a price, in the settlement asset. */
export function bookPnl(book: ContractBook, price: Decimal): Decimal {
  const { contract, precision } = book.context;
  let total = ZERO;
  for (const { position, signedUnits } of book.legs) {
    total = add(total, unrealizedPnl(contract, signedUnits, position.entryPrice, price, precision));
  }
  return total;
}

/** Σ maintenance margin of the exposures at a price, in the settlement asset. */
export function bookMaintenance(book: ContractBook, price: Decimal): Decimal {
  let total = ZERO;
  for (const exposure of book.exposures) {
    total = add(total, marginedExposure(book.context, exposure, price).maintenanceMargin);
  }
  return total;
}

/**
 * Units to hold initial margin for, once every open order that could is filled: the worse of all buys and all sells.
 * `net`: the larger of |net + buys| and |net − sells|; `larger-side`: of longs + buys and shorts + sells;
 * `gross`: both of these. Reduce-only orders add no risk and are left out.
 */
export function initialMarginUnits(book: ContractBook, orders: readonly OpenOrder[]): readonly Decimal[] {
  const { contract, ladder } = book.context;
  const longs = unitsOf(book.legs, 'long');
  const shorts = unitsOf(book.legs, 'short');
  const buys = multiply(orderSize(orders, 'buy'), contract.multiplier);
  const sells = multiply(orderSize(orders, 'sell'), contract.multiplier);
  switch (ladder.hedgeNetting) {
    case 'net': {
      const net = subtract(longs, shorts);
      return [maximum(absolute(add(net, buys)), absolute(subtract(net, sells)))];
    }
    case 'larger-side':
      return [maximum(add(longs, buys), add(shorts, sells))];
    case 'gross':
      return [add(longs, buys), add(shorts, sells)];
  }
}

function exposuresOf(context: MarginContext, legs: readonly Leg[]): LegExposure[] {
  const [first] = legs;
  if (first !== undefined && legs.length === 1) return [exposureOn(first, absolute(first.signedUnits))];
  const longs = unitsOf(legs, 'long');
  const shorts = unitsOf(legs, 'short');
  const longExposure = exposureOf(legs, 1, longs);
  const shortExposure = exposureOf(legs, -1, shorts);
  const order = compare(longs, shorts);
  switch (context.ladder.hedgeNetting) {
    case 'gross':
      return [...longExposure, ...shortExposure];
    case 'larger-side':
      return order >= 0 ? longExposure : shortExposure;
    case 'net':
      if (order === 0) return [];
      return order > 0 ? exposureOf(legs, 1, subtract(longs, shorts)) : exposureOf(legs, -1, subtract(shorts, longs));
  }
}

/** The exposure of one direction, shown on its largest leg; its entry price is that leg's. */
function exposureOf(legs: readonly Leg[], direction: 1 | -1, units: Decimal): LegExposure[] {
  if (!isPositive(units)) return [];
  let largest: Leg | null = null;
  for (const leg of legs) {
    if (sign(leg.signedUnits) !== direction) continue;
    if (largest === null || compare(absolute(leg.signedUnits), absolute(largest.signedUnits)) > 0) largest = leg;
  }
  return largest === null ? [] : [exposureOn(largest, units)];
}

function exposureOn(leg: Leg, units: Decimal): LegExposure {
  return { units, entryPrice: leg.position.entryPrice, leg };
}

function unitsOf(legs: readonly Leg[], direction: 'long' | 'short'): Decimal {
  let total = ZERO;
  for (const { signedUnits } of legs) {
    if (direction === 'long' ? isPositive(signedUnits) : isNegative(signedUnits)) total = add(total, signedUnits);
  }
  return direction === 'long' ? total : negate(total);
}

function orderSize(orders: readonly OpenOrder[], side: OpenOrder['side']): Decimal {
  let total = ZERO;
  for (const order of orders) if (order.side === side && !order.reduceOnly) total = add(total, order.size);
  return total;
}
