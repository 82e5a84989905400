import type { OrderWords, PositionWords } from '../builders/account-of.ts';
import type { World } from '../builders/arbitrary-world.ts';
import { ceilAt, exact, exactOrNull, floorAt, NOTHING, total } from './exact.ts';
import type { Exact } from './exact.ts';
import { slowCounted, slowPrices } from './slow-collateral.ts';
import { slowInitial, slowMaintenance, slowNotional, slowPnl } from './slow-margin.ts';
import type { SlowScope } from './slow-scopes.ts';
import { slowVenue } from './slow-venue.ts';
import type { SlowContract } from './slow-venue.ts';

/** The figures of a scope, in its asset. */
export interface SlowFigures {
  readonly equity: Exact;
  readonly accountValue: Exact;
  readonly initialMargin: Exact | null;
  readonly maintenanceMargin: Exact;
  readonly notional: Exact;
  readonly unrealizedPnl: Exact;
  readonly withdrawable: Exact | null;
}

/** One asset of a scope. */
interface SlowHolding {
  readonly asset: string;
  readonly balance: Exact;
  readonly pnl: Exact;
  readonly counted: (net: Exact) => Exact;
  readonly realized: (net: Exact) => Exact;
  /** What an amount owed in the asset costs. */
  readonly owed: (amount: Exact) => Exact;
  readonly shareMax: Exact | null;
}

/** One contract of a scope, amounts in its settlement asset. */
interface SlowBook {
  readonly contract: SlowContract;
  readonly pnl: Exact;
  readonly notional: Exact;
  readonly maintenance: Exact;
  readonly initial: Exact | null;
}

/**
 * A scope judged the slow and obvious way: every figure from the words of venue, account and market, in decimal.js, with no
 * step shared with the core but the reading of documents. `marks` says other mark prices than the market's. Null where a
 * price is missing.
 */
export function slowFigures(
  world: World,
  scope: SlowScope,
  marks: Readonly<Record<string, Exact>> = {},
): SlowFigures | null {
  const books = booksOf(world, scope, marks);
  const holdings = holdingsOf(world, scope, books);
  if (holdings === null) return null;
  const holdingOf = (book: SlowBook): SlowHolding => {
    const found = holdings.find(({ asset }) => asset === book.contract.asset);
    if (found === undefined) throw new Error(`nothing is held in ${book.contract.asset}`);
    return found;
  };
  const precision = slowVenue(world.venue).precisionOf(scope.asset);
  const equity = equityOf(holdings, precision, (holding) => holding.balance.plus(holding.pnl));
  const initials = books.map((book) => (book.initial === null ? null : holdingOf(book).owed(book.initial)));
  const initialMargin = initials.some((one) => one === null) ? null : total(initials.filter((one) => one !== null));
  const hasProfit = holdings.some(({ pnl }) => pnl.greaterThan(0));
  const withoutProfit = hasProfit
    ? equityOf(holdings, precision, ({ balance, pnl }) => (pnl.greaterThan(0) ? balance : balance.plus(pnl)))
    : equity;
  const spare = (withoutProfit.lessThan(equity) ? withoutProfit : equity).minus(initialMargin ?? 0);
  return {
    equity,
    accountValue: total(holdings.map((holding) => holding.realized(holding.balance.plus(holding.pnl)))),
    initialMargin,
    maintenanceMargin: total(books.map((book) => holdingOf(book).owed(book.maintenance))),
    notional: total(books.map((book) => holdingOf(book).owed(book.notional))),
    unrealizedPnl: total(books.map((book) => holdingOf(book).realized(book.pnl))),
    withdrawable: initialMargin === null ? null : spare.isNegative() ? NOTHING : spare,
  };
}

function booksOf(world: World, scope: SlowScope, marks: Readonly<Record<string, Exact>>): SlowBook[] {
  const { contractOf } = slowVenue(world.venue);
  const names = new Set([...scope.positions, ...scope.orders].map(({ contract }) => contract));
  return [...names].map((name) => {
    const contract = contractOf(name);
    const row = world.market.contracts?.[name];
    const words = typeof row === 'string' ? { markPrice: row } : (row ?? {});
    const mark = marks[name] ?? exact(words.markPrice ?? 'none');
    const openInterest = exactOrNull(words.openInterest);
    const positions = scope.positions.filter((position) => position.contract === name);
    const orders = scope.orders.filter((order) => order.contract === name && order.reduceOnly !== true);
    const legs = positions.map((position) => ({
      units: unitsOf(contract, position),
      entry: exact(position.entryPrice),
    }));
    return {
      contract,
      pnl: total(legs.map(({ units, entry }) => slowPnl(contract, units, entry, mark))),
      notional: total(legs.map(({ units }) => slowNotional(contract, units.abs(), mark))),
      maintenance: total(
        exposuresOf(contract, legs).map(({ units, entry }) => slowMaintenance(contract, units, entry, mark)),
      ),
      initial: initialOf(contract, positions, orders, mark, openInterest),
    };
  });
}

/** size · multiplier, signed. */
export function unitsOf(contract: SlowContract, { size }: { readonly size: string }): Exact {
  return exact(size).times(contract.multiplier);
}

interface Leg {
  readonly units: Exact;
  readonly entry: Exact;
}

/** What is margined: both directions, only the larger, or the difference; each at the entry price of its largest leg. */
function exposuresOf({ ladder }: SlowContract, legs: readonly Leg[]): Leg[] {
  const longs = directionOf(legs, 1);
  const shorts = directionOf(legs, -1);
  const [larger, smaller] = longs.units.greaterThanOrEqualTo(shorts.units) ? [longs, shorts] : [shorts, longs];
  switch (ladder.hedgeNetting) {
    case 'gross':
      return [longs, shorts];
    case 'larger-side':
      return [larger];
    case 'net':
      return [{ units: larger.units.minus(smaller.units), entry: larger.entry }];
  }
}

function directionOf(legs: readonly Leg[], sign: 1 | -1): Leg {
  const own = legs.filter(({ units }) => units.times(sign).greaterThan(0));
  const largest = own.reduce<Leg | null>(
    (best, leg) => (best === null || leg.units.abs().greaterThan(best.units.abs()) ? leg : best),
    null,
  );
  return { units: total(own.map(({ units }) => units.abs())), entry: largest?.entry ?? exact('1') };
}

function initialOf(
  contract: SlowContract,
  positions: readonly PositionWords[],
  orders: readonly OrderWords[],
  mark: Exact,
  openInterest: Exact | null,
): Exact | null {
  const held = positions.map((position) => unitsOf(contract, position));
  const longs = total(held.filter((units) => units.greaterThan(0)));
  const shorts = total(held.filter((units) => units.lessThan(0))).negated();
  const ordered = (side: 'buy' | 'sell'): Exact => {
    return total(orders.filter((order) => order.side === side).map((order) => unitsOf(contract, order)));
  };
  const bought = longs.plus(ordered('buy'));
  const sold = shorts.plus(ordered('sell'));
  const net = [bought.minus(shorts).abs(), longs.minus(sold).abs()];
  const units = { net: [largestOf(net)], 'larger-side': [largestOf([bought, sold])], gross: [bought, sold] }[
    contract.ladder.hedgeNetting
  ];
  const leverages = positions.map(({ leverage }) => exactOrNull(leverage)).filter((one) => one !== null);
  const leverage = leverages.reduce<Exact | null>((low, one) => (low === null || one.lessThan(low) ? one : low), null);
  const interest = openInterest === null ? null : slowNotional(contract, openInterest.times(contract.multiplier), mark);
  const margins = units.map((one) => slowInitial(contract, one, mark, { leverage, openInterest: interest }));
  return margins.some((one) => one === null) ? null : total(margins.filter((one) => one !== null));
}

function largestOf(values: readonly Exact[]): Exact {
  return values.reduce((largest, value) => (value.greaterThan(largest) ? value : largest));
}

function holdingsOf(world: World, scope: SlowScope, books: readonly SlowBook[]): SlowHolding[] | null {
  const { haircutOf, precisionOf, valuationAsset } = slowVenue(world.venue);
  const precision = precisionOf(scope.asset);
  const settled = books.map(({ contract }) => contract.asset);
  const holdings: SlowHolding[] = [];
  for (const asset of new Set([...scope.balances.keys(), ...settled])) {
    const balance = scope.balances.get(asset) ?? NOTHING;
    const pnl = total(books.filter(({ contract }) => contract.asset === asset).map((book) => book.pnl));
    if (!scope.isConverted) {
      const same = (amount: Exact): Exact => amount;
      holdings.push({ asset, balance, pnl, counted: same, realized: same, owed: same, shareMax: null });
      continue;
    }
    if (balance.isZero() && !settled.includes(asset)) continue;
    const haircut = haircutOf(asset);
    const prices = slowPrices(haircut, world.market.assets?.[asset], asset === valuationAsset);
    if (prices === null) return null;
    holdings.push({
      asset,
      balance,
      pnl,
      counted: (net) => slowCounted(haircut, net, prices, precision),
      realized: (net) => floorAt(net.times(prices.realizable), precision),
      owed: (amount) => ceilAt(amount.times(prices.realizable), precision),
      shareMax: exactOrNull(haircut.shareMax),
    });
  }
  return holdings;
}

/** Σ of what the assets count for, none for more than its share of all that counts; the share is rounded down. */
function equityOf(holdings: readonly SlowHolding[], precision: number, netOf: (holding: SlowHolding) => Exact): Exact {
  const parts = holdings.map((holding) => ({ holding, value: holding.counted(netOf(holding)) }));
  const all = total(parts.map(({ value }) => value).filter((value) => value.greaterThan(0)));
  return total(
    parts.map(({ holding: { shareMax }, value }) => {
      if (shareMax === null || !value.greaterThan(0)) return value;
      const most = floorAt(all.times(shareMax), precision);
      return most.lessThan(value) ? most : value;
    }),
  );
}
