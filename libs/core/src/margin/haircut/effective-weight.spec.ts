import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, decimal, formatDecimal, multiply, parseDecimal, subtract, ZERO } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import { depositsWeight } from './deposits-weight.ts';
import { liabilityWeight } from './liability-weight.ts';
import { sizeDiscountWeight } from './size-discount-weight.ts';

/** Drift protocol v2 at commit 0ae3e3b, programs/drift/src/math/margin/tests.rs; it truncates weights at 4 decimals. */
const PUBLISHED_DECIMALS = 4;

describe('size discount, published by Drift (spot_market_asset_weight)', () => {
  // The source counts size in tenths and takes the root of 10 · size + 1; in its own units it is the root of size.
  it.each([
    ['drift-haircut-01', '1000', '0', '0.9', '0.9'],
    ['drift-haircut-03', '1000000000', '0.00001', '0.9', '0.8357'],
    ['drift-haircut-04', '1000', '0.01', '0.9', '0.8357'],
    ['drift-haircut-06', '100000', '0.1', '0.15', '0.0337'],
  ])('%s: size %s, factor %s, weight %s → %s', (_, size, factor, weight, expected) => {
    const discount = { weight: read(weight), factor: read(factor) };
    expect(formatDecimal(sizeDiscountWeight(discount, read(size), PUBLISHED_DECIMALS))).toBe(expected);
  });
});

it('the size discount is exact where the quotient is: 1.1 / 1.6391277313232421875 = 0.67108864', () => {
  // 1.1 · 10^8 / 2^26: the growth has more decimals than any root taken at a guess.
  const discount = { weight: read('0.9'), factor: read('0.6391277313232421875') };
  expect(formatDecimal(sizeDiscountWeight(discount, read('1'), 8))).toBe('0.67108864');
});

describe('deposits, published by Drift (spot_market_scale_initial_asset_weight)', () => {
  it.each([
    ['drift-scale-02', '20000', '25', '500000', '0.9', '0.9'],
    ['drift-scale-03', '40000', '25', '500000', '0.9', '0.45'],
    ['drift-scale-04', '60000', '25', '500000', '0.9', '0.3'],
  ])('%s: %s deposited at %s, start %s, weight %s → %s', (_, deposits, price, start, weight, expected) => {
    const weighting = { weight: read(weight), depositsStart: read(start) };
    const value = multiply(read(deposits), read(price));
    expect(formatDecimal(depositsWeight(weighting, value, PUBLISHED_DECIMALS))).toBe(expected);
  });

  it.each([
    ['depositsValue = depositsStart', '500000', '0.9'],
    ['depositsValue one cent above it, floored', '500000.01', '0.8999'],
    ['depositsValue = 0', '0', '0.9'],
  ])('%s', (_, value, expected) => {
    const weighting = { weight: read('0.9'), depositsStart: read('500000') };
    expect(formatDecimal(depositsWeight(weighting, read(value), PUBLISHED_DECIMALS))).toBe(expected);
  });
});

describe('weight of a debt, published by Drift (spot_market_asset_weight)', () => {
  it.each([
    ['drift-liabw-01', '1000', '0.01', '1.1', '1.1962'],
    ['drift-liabw-02', '1000', '0.1', '1.1', '4.0422'],
  ])('%s: size %s, factor %s, weight %s → %s', (_, size, factor, weight, expected) => {
    const liability = { weight: read(weight), factor: read(factor), rounding: 'floor' as const };
    expect(formatDecimal(liabilityWeight(liability, read(size), PUBLISHED_DECIMALS))).toBe(expected);
  });

  it('is rounded against the debtor by default: one unit above the published, truncated figure', () => {
    const liability = { weight: read('1.1'), factor: read('0.01'), rounding: 'ceil' as const };
    expect(formatDecimal(liabilityWeight(liability, read('1000'), PUBLISHED_DECIMALS))).toBe('1.1963');
  });
});

const fractions = fc.nat(10_000).map((units) => decimal(BigInt(units), 4));
const factors = fc.nat(1_000_000).map((units) => decimal(BigInt(units), 7));
const amounts = fc.bigInt({ min: 0n, max: 10n ** 18n }).map((units) => decimal(units, 6));
const precisions = fc.nat(12);
const ONE_POINT_ONE = decimal(11n, 1);

describe('laws', () => {
  it('the size discount is the largest rate at its decimals that is ≤ 1.1 / (1 + factor · √amount)', () => {
    fc.assert(
      fc.property(fractions, factors, amounts, precisions, (weight, factor, amount, decimals) => {
        const rate = sizeDiscountWeight({ weight, factor }, amount, decimals);
        expect(compare(rate, weight)).toBeLessThanOrEqual(0);
        expect(isWithin(rate, factor, amount)).toBe(true);
        if (compare(rate, weight) < 0) expect(isWithin(add(rate, decimal(1n, decimals)), factor, amount)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('the size discount never rises with the amount', () => {
    fc.assert(
      fc.property(fractions, factors, amounts, amounts, (weight, factor, amount, more) => {
        const rate = sizeDiscountWeight({ weight, factor }, amount, 8);
        expect(compare(sizeDiscountWeight({ weight, factor }, add(amount, more), 8), rate)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('the weight of a debt never falls with the amount, and both roundings are within one unit', () => {
    fc.assert(
      fc.property(fractions, factors, amounts, amounts, precisions, (above, factor, amount, more, decimals) => {
        const weight = add(decimal(1n), above);
        const at = (size: Decimal, rounding: 'floor' | 'ceil') =>
          liabilityWeight({ weight, factor, rounding }, size, decimals);
        expect(compare(at(add(amount, more), 'ceil'), at(amount, 'ceil'))).toBeGreaterThanOrEqual(0);
        const gap = subtract(at(amount, 'ceil'), at(amount, 'floor'));
        expect(compare(gap, ZERO)).toBeGreaterThanOrEqual(0);
        expect(compare(gap, decimal(1n, decimals))).toBeLessThanOrEqual(0);
        expect(compare(at(amount, 'floor'), weight)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('the weight of a debt is the stated one while the sum is not above it, else the sum rounded once', () => {
    fc.assert(
      fc.property(fractions, factors, amounts, precisions, (above, factor, amount, decimals) => {
        const weight = add(decimal(1n), above);
        const rate = liabilityWeight({ weight, factor, rounding: 'ceil' }, amount, decimals);
        const unit = decimal(1n, decimals);
        if (isCovered(weight, weight, factor, amount)) expect(compare(rate, weight)).toBe(0);
        else {
          expect(isCovered(rate, weight, factor, amount)).toBe(true);
          expect(isCovered(subtract(rate, unit), weight, factor, amount)).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** 0.8 · weight + factor · √amount ≤ rate, decided by squares. */
function isCovered(rate: Decimal, weight: Decimal, factor: Decimal, amount: Decimal): boolean {
  const room = subtract(rate, multiply(decimal(8n, 1), weight));
  return compare(room, ZERO) >= 0 && compare(multiply(multiply(factor, factor), amount), multiply(room, room)) <= 0;
}

/** rate · (1 + factor · √amount) ≤ 1.1, decided by squares. */
function isWithin(rate: Decimal, factor: Decimal, amount: Decimal): boolean {
  const left = multiply(rate, factor);
  const room = subtract(ONE_POINT_ONE, rate);
  return compare(room, ZERO) >= 0 && compare(multiply(multiply(left, left), amount), multiply(room, room)) <= 0;
}

function read(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`not a decimal: ${text}`);
  return value;
}
