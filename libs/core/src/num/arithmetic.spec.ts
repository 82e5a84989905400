import { Decimal as Reference } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coefficientsUpTo } from './arbitrary-coefficient.ts';
import { absolute, add, compare, decimal, formatDecimal, coefficientOf, maximum, minimum, multiply } from './index.ts';
import {
  divide,
  divideToStep,
  isZero,
  negate,
  parseDecimal,
  round,
  roundToStep,
  sign,
  subtract,
  sum,
} from './index.ts';
import type { Decimal, Rounding } from './index.ts';

/** Wide enough that no reference result is ever rounded: 4 × 40 digits at most. */
const Exact = Reference.clone({ precision: 400, toExpNeg: -1000, toExpPos: 1000 });

const decimals = fc
  .tuple(coefficientsUpTo(10n ** 40n), fc.nat(30))
  .map(([coefficient, scale]) => decimal(coefficient, scale));

function reference(a: Decimal): Reference {
  return new Exact(a.coefficient.toString()).times(new Exact(10).pow(-a.scale));
}

describe('exact arithmetic agrees with decimal.js', () => {
  it('add, subtract, multiply, negate, absolute', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(formatDecimal(add(a, b))).toBe(reference(a).plus(reference(b)).toFixed());
        expect(formatDecimal(subtract(a, b))).toBe(reference(a).minus(reference(b)).toFixed());
        expect(formatDecimal(multiply(a, b))).toBe(plainZero(reference(a).times(reference(b))));
        expect(formatDecimal(negate(a))).toBe(plainZero(reference(a).negated()));
        expect(formatDecimal(absolute(a))).toBe(reference(a).abs().toFixed());
      }),
    );
  });

  it('compare, minimum, maximum, sign', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const order = reference(a).comparedTo(reference(b));
        expect(compare(a, b)).toBe(order);
        expect(compare(minimum(a, b), maximum(a, b))).toBeLessThanOrEqual(0);
        expect(formatDecimal(minimum(a, b))).toBe(formatDecimal(order <= 0 ? a : b));
        expect(formatDecimal(maximum(a, b))).toBe(formatDecimal(order >= 0 ? a : b));
        expect(sign(a)).toBe(compare(a, decimal(0n)));
      }),
    );
  });

  it('equal values of other scales are equal', () => {
    fc.assert(
      fc.property(decimals, fc.nat(20), (a, shift) => {
        const same = decimal(coefficientOf(a) * 10n ** BigInt(shift), a.scale + shift);
        expect(compare(a, same)).toBe(0);
        expect(formatDecimal(same)).toBe(formatDecimal(a));
      }),
    );
  });

  it('a sum does not depend on the order of its terms', () => {
    fc.assert(
      fc.property(fc.array(decimals), (terms) => {
        const expected = terms.reduce((total, term) => total.plus(reference(term)), new Exact(0));
        expect(formatDecimal(sum(terms))).toBe(plainZero(expected));
        expect(formatDecimal(sum(terms.toReversed()))).toBe(formatDecimal(sum(terms)));
      }),
    );
  });
});

describe('a coefficient is a number exactly where it is a safe integer, and never −0', () => {
  const isCanonical = ({ coefficient }: Decimal): boolean =>
    typeof coefficient === 'number'
      ? Number.isSafeInteger(coefficient) && !Object.is(coefficient, -0)
      : typeof decimal(coefficient).coefficient === 'bigint';

  it('after every operation', () => {
    fc.assert(
      fc.property(
        decimals,
        decimals,
        fc.nat(20),
        fc.constantFrom<Rounding>('floor', 'ceil'),
        (a, b, scale, rounding) => {
          const results = [
            a,
            negate(a),
            absolute(a),
            add(a, b),
            subtract(a, b),
            multiply(a, b),
            round(a, scale, rounding),
          ];
          if (!isZero(b)) results.push(divide(a, b, scale, rounding), divideToStep(a, b, absolute(b), rounding));
          if (!isZero(b)) results.push(roundToStep(a, absolute(b), rounding));
          const read = parseDecimal(formatDecimal(a));
          expect(read).not.toBeNull();
          expect([...results, read ?? a].filter((result) => !isCanonical(result))).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** decimal.js keeps a negative zero; an exact decimal has only one. */
function plainZero(value: Reference): string {
  return value.isZero() ? '0' : value.toFixed();
}
