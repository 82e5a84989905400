import { Decimal as Reference } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coefficientsUpTo } from './arbitrary-coefficient.ts';
import { add, compare, decimal, divide, formatDecimal, InvariantError, isNegative, isZero, lessThan } from './index.ts';
import { multiply, negate, parseDecimal, round, roundToStep, subtract } from './index.ts';
import type { Decimal, Rounding } from './index.ts';

const Exact = Reference.clone({ precision: 400, toExpNeg: -1000, toExpPos: 1000 });
const MODES = { floor: Exact.ROUND_FLOOR, ceil: Exact.ROUND_CEIL } as const;

const decimals = fc
  .tuple(coefficientsUpTo(10n ** 30n), fc.nat(20))
  .map(([coefficient, scale]) => decimal(coefficient, scale));
const divisors = decimals.filter((value) => !isZero(value));
const positives = divisors.map((value) => (isNegative(value) ? negate(value) : value));
const scales = fc.nat(25);
const roundings = fc.constantFrom<Rounding>('floor', 'ceil');

describe('round', () => {
  it('agrees with decimal.js', () => {
    fc.assert(
      fc.property(decimals, scales, roundings, (a, scale, rounding) => {
        const expected = reference(a).toDecimalPlaces(scale, MODES[rounding]);
        expect(formatDecimal(round(a, scale, rounding))).toBe(plainZero(expected));
      }),
    );
  });

  it('is within one unit on its own side, and leaves what is coarse enough as it is', () => {
    fc.assert(
      fc.property(decimals, scales, (a, scale) => {
        const below = round(a, scale, 'floor');
        const above = round(a, scale, 'ceil');
        expect(compare(below, a)).toBeLessThanOrEqual(0);
        expect(compare(above, a)).toBeGreaterThanOrEqual(0);
        const width = subtract(above, below);
        const isExact = compare(below, a) === 0;
        expect(formatDecimal(width)).toBe(isExact ? '0' : formatDecimal(decimal(1n, scale)));
        if (a.scale <= scale) expect(isExact).toBe(true);
      }),
    );
  });

  it('ceil is the floor of the opposite', () => {
    fc.assert(
      fc.property(decimals, scales, (a, scale) => {
        expect(compare(round(a, scale, 'ceil'), negate(round(negate(a), scale, 'floor')))).toBe(0);
      }),
    );
  });
});

describe('divide', () => {
  it('agrees with the exact quotient, rounded once', () => {
    fc.assert(
      fc.property(decimals, divisors, scales, roundings, (a, b, scale, rounding) => {
        // As whole numbers, so that the reference rounds once too: a·10^scale ÷ b.
        const expected = reference(a)
          .times(new Exact(10).pow(scale))
          .div(reference(b))
          .toDecimalPlaces(0, MODES[rounding]);
        const exact = expected.times(new Exact(10).pow(-scale));
        expect(formatDecimal(divide(a, b, scale, rounding))).toBe(plainZero(exact));
      }),
    );
  });

  it('floor: quotient · b ≤ a < (quotient + one unit) · b for b > 0; ceil: the mirror', () => {
    fc.assert(
      fc.property(decimals, positives, scales, (a, b, scale) => {
        const unit = decimal(1n, scale);
        const floor = divide(a, b, scale, 'floor');
        expect(compare(multiply(floor, b), a)).toBeLessThanOrEqual(0);
        expect(compare(a, multiply(add(floor, unit), b))).toBe(-1);
        const ceil = divide(a, b, scale, 'ceil');
        expect(compare(multiply(ceil, b), a)).toBeGreaterThanOrEqual(0);
        expect(compare(a, multiply(subtract(ceil, unit), b))).toBe(1);
      }),
    );
  });

  it('does not care on which side the sign stands', () => {
    fc.assert(
      fc.property(decimals, divisors, scales, roundings, (a, b, scale, rounding) => {
        expect(divide(negate(a), negate(b), scale, rounding)).toEqual(divide(a, b, scale, rounding));
        expect(divide(negate(a), b, scale, rounding)).toEqual(divide(a, negate(b), scale, rounding));
      }),
    );
  });

  it('gives of machine numbers, however many digits it takes, what whole numbers of any size give', () => {
    const safe = coefficientsUpTo(BigInt(Number.MAX_SAFE_INTEGER)).filter((each) => isSafe(each));
    fc.assert(
      fc.property(
        safe,
        safe.filter((each) => each !== 0n),
        fc.nat(40),
        roundings,
        (a, b, shift, rounding) => {
          const dividend = a * 10n ** BigInt(shift);
          const remainder = ((dividend % b) + b) % b;
          const floor = (dividend - remainder) / b;
          const expected = rounding === 'floor' || remainder === 0n ? floor : floor + 1n;
          expect(divide(decimal(a), decimal(b), shift, rounding)).toEqual(decimal(expected, shift));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('refuses to divide by zero', () => {
    expect(() => divide(decimal(1n), decimal(0n, 3), 2, 'floor')).toThrow(InvariantError);
  });
});

describe('roundToStep', () => {
  it('gives a multiple of the step, less than one step away, on the named side', () => {
    fc.assert(
      fc.property(decimals, positives, (a, step) => {
        const below = roundToStep(a, step, 'floor');
        const above = roundToStep(a, step, 'ceil');
        for (const multiple of [below, above]) {
          const times = divide(multiple, step, 0, 'floor');
          expect(compare(multiply(times, step), multiple)).toBe(0);
        }
        expect(compare(below, a)).toBeLessThanOrEqual(0);
        expect(compare(above, a)).toBeGreaterThanOrEqual(0);
        expect(lessThan(subtract(a, below), step)).toBe(true);
        expect(lessThan(subtract(above, a), step)).toBe(true);
      }),
    );
  });

  it.each([
    ['7735.372549', '0.5', 'floor', '7735'],
    ['7735.372549', '0.5', 'ceil', '7735.5'],
    ['7735.5', '0.5', 'ceil', '7735.5'],
    ['-7735.372549', '0.5', 'floor', '-7735.5'],
    ['10', '3', 'floor', '9'],
    ['10', '3', 'ceil', '12'],
  ] as const)('%s to steps of %s, %s: %s', (a, step, rounding, expected) => {
    expect(formatDecimal(roundToStep(read(a), read(step), rounding))).toBe(expected);
  });

  it.each(['0', '-0.5'])('refuses a step of %s', (step) => {
    expect(() => roundToStep(decimal(1n), read(step), 'floor')).toThrow(InvariantError);
  });
});

function isSafe(coefficient: bigint): boolean {
  return Number.isSafeInteger(Number(coefficient)) && BigInt(Number(coefficient)) === coefficient;
}

function read(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`not a decimal: ${text}`);
  return value;
}

function reference(a: Decimal): Reference {
  return new Exact(a.coefficient.toString()).times(new Exact(10).pow(-a.scale));
}

/** decimal.js keeps a negative zero; an exact decimal has only one. */
function plainZero(value: Reference): string {
  return value.isZero() ? '0' : value.toFixed();
}
