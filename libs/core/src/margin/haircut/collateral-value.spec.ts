import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, decimal, formatDecimal, multiply, negate, parseDecimal, round, ZERO } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import { collateralValue } from './collateral-value.ts';
import type { CollateralValueInput } from './collateral-value.ts';
import type { HaircutTier, Weighting } from './haircut.ts';

type Haircut = CollateralValueInput['haircut'];

const tier = (floor: string, cap: string | null, weight: string): HaircutTier => ({
  valueFloor: read(floor),
  valueCap: cap === null ? null : read(cap),
  weight: read(weight),
});
const full: Haircut = ladderOf(tier('0', null, '1'));
const stepped: Haircut = ladderOf(tier('0', '1000', '0.95'), tier('1000', '5000', '0.9'), tier('5000', null, '0'));
const discounted: Haircut = {
  weighting: { model: 'size-discount', weight: read('0.9'), factor: read('0.01') },
  liability: { weight: read('1.1'), factor: read('0.01'), rounding: 'ceil' },
  rateDecimals: 4,
};
const scaled: Haircut = {
  weighting: { model: 'deposits', weight: read('0.9'), depositsStart: read('500000') },
  liability: null,
  rateDecimals: 4,
};

describe('collateralValue', () => {
  it.each<[string, Haircut, string, string, string]>([
    ['net = 0', stepped, '0', '2', '0'],
    ['weight 1', full, '123.456789', '1', '123.45'],
    ['within the first tier', stepped, '100', '5', '475'],
    ['at a border', stepped, '200', '5', '950'],
    ['across a border: each slice at its own weight', stepped, '400', '5', '1850'],
    ['across both: what lies above counts nothing', stepped, '2000', '5', '4550'],
    ['floored once', stepped, '0.111', '0.333', '0.03'],
    ['a debt without weight, floored away from zero', full, '-123.456789', '1', '-123.46'],
    ['a debt in a laddered asset counts in full', stepped, '-400', '5', '-2000'],
    ['size discount within its weight', discounted, '100', '2', '180'],
    ['size discount above it: 0.8357', discounted, '1000', '2', '1671.4'],
    ['debt with growing weight: 1.1963', discounted, '-1000', '2', '-2392.6'],
    ['deposits: 40,000 at 25 are twice the start', scaled, '10', '25', '112.5'],
    ['deposits: a debt counts in full', scaled, '-10', '25', '-250'],
  ])('%s', (_, haircut, net, price, expected) => {
    const value = valueOf(haircut, read(net), read(price), read('40000'));
    expect(value && formatDecimal(value)).toBe(expected);
  });

  it.each([
    ['held: not known', '10', null],
    ['owed: known, deposits do not matter', '-10', '-250'],
    ['net = 0: known', '0', '0'],
  ])('deposits missing, %s', (_, net, expected) => {
    const value = valueOf(scaled, read(net), read('25'), null);
    expect(value && formatDecimal(value)).toBe(expected);
  });
});

const fractions = fc.nat(1_000).map((units) => decimal(BigInt(units), 3));
const amounts = fc.bigInt({ min: 0n, max: 10n ** 12n }).map((units) => decimal(units, 4));
const prices = fc.integer({ min: 1, max: 10 ** 9 }).map((units) => decimal(BigInt(units), 4));

/** Ladders as `check` lets them through: contiguous from 0, unbounded, weights never rising. */
const ladders: fc.Arbitrary<Weighting> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 10 ** 7 }), { maxLength: 4 }),
    fc.array(fractions, { minLength: 5, maxLength: 5 }),
  )
  .map(([borders, weights]) => {
    const edges = borders.toSorted((a, b) => a - b).map((each) => decimal(BigInt(each), 1));
    const falling = weights.toSorted((a, b) => compare(b, a));
    const tiers = falling.slice(0, edges.length + 1).map((weight, index) => ({
      valueFloor: edges[index - 1] ?? ZERO,
      valueCap: edges[index] ?? null,
      weight,
    }));
    return { model: 'ladder', tiers };
  });
const weightings: fc.Arbitrary<Weighting> = fc.oneof(
  ladders,
  fc.record({ model: fc.constant('size-discount' as const), weight: fractions, factor: fractions }),
  fc.record({ model: fc.constant('deposits' as const), weight: fractions, depositsStart: prices }),
);
const haircuts: fc.Arbitrary<Haircut> = fc.record({
  weighting: weightings,
  liability: fc.option(
    fc.record({
      weight: fractions.map((above) => add(decimal(1n), above)),
      factor: fractions,
      rounding: fc.constantFrom('floor' as const, 'ceil' as const),
    }),
  ),
  rateDecimals: fc.nat(12),
});
const precisions = fc.nat(8);

describe('laws of collateral value', () => {
  it('an asset never counts for more than it sells for, and never below zero', () => {
    fc.assert(
      fc.property(haircuts, amounts, prices, precisions, amounts, (haircut, net, price, precision, totalDeposits) => {
        const value = known(collateralValue({ haircut, net, price, precision, totalDeposits }));
        expect(compare(value, multiply(net, price))).toBeLessThanOrEqual(0);
        expect(compare(value, ZERO)).toBeGreaterThanOrEqual(0);
        expect(compare(round(value, precision, 'floor'), value)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('a debt never counts for less than is owed', () => {
    fc.assert(
      fc.property(haircuts, amounts, prices, precisions, (haircut, owed, price, precision) => {
        const net = negate(owed);
        const value = known(collateralValue({ haircut, net, price, precision, totalDeposits: null }));
        expect(compare(value, multiply(net, price))).toBeLessThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  it('under a ladder, more of an asset never counts for less', () => {
    fc.assert(
      fc.property(ladders, amounts, amounts, prices, precisions, (weighting, net, more, price, precision) => {
        const haircut = { weighting, liability: null, rateDecimals: 8 };
        const of = (amount: Decimal) =>
          known(collateralValue({ haircut, net: amount, price, precision, totalDeposits: null }));
        expect(compare(of(add(net, more)), of(net))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('a ladder counts what its slices count, one after another', () => {
    fc.assert(
      fc.property(ladders, amounts, prices, precisions, (weighting, net, price, precision) => {
        if (weighting.model !== 'ladder') return;
        const haircut = { weighting, liability: null, rateDecimals: 8 };
        const slices = round(slowLadder(weighting.tiers, multiply(net, price)), precision, 'floor');
        expect(compare(known(collateralValue({ haircut, net, price, precision, totalDeposits: null })), slices)).toBe(
          0,
        );
      }),
    );
  });
});

/** Top down instead of bottom up: what reaches into a tier counts there, the rest falls to the tier below. */
function slowLadder(tiers: readonly HaircutTier[], value: Decimal): Decimal {
  let rest = value;
  let counted = ZERO;
  for (const { valueFloor, weight } of tiers.toReversed()) {
    if (compare(rest, valueFloor) <= 0) continue;
    counted = add(counted, multiply(add(rest, negate(valueFloor)), weight));
    rest = valueFloor;
  }
  return counted;
}

function valueOf(haircut: Haircut, net: Decimal, price: Decimal, totalDeposits: Decimal | null): Decimal | null {
  return collateralValue({ haircut, net, price, precision: 2, totalDeposits });
}

function ladderOf(...tiers: HaircutTier[]): Haircut {
  return { weighting: { model: 'ladder', tiers }, liability: null, rateDecimals: 8 };
}

function known(value: Decimal | null): Decimal {
  if (value === null) throw new Error('the value is not known');
  return value;
}

function read(text: string): Decimal {
  return known(parseDecimal(text));
}
