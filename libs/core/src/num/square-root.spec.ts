import { Decimal as Reference } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, decimal, formatDecimal, InvariantError, multiply, squareRoot, subtract } from './index.ts';

const Exact = Reference.clone({ precision: 200, toExpNeg: -1000, toExpPos: 1000 });

const radicands = fc
  .tuple(fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 40n }), fc.bigInt({ min: 0n, max: 10n ** 16n })), fc.nat(30))
  .map(([coefficient, scale]) => decimal(coefficient, scale));
const scales = fc.nat(25);

describe('squareRoot', () => {
  it('floor² ≤ a < (floor + one unit)², and ceil is floor or one unit above it', () => {
    fc.assert(
      fc.property(radicands, scales, (a, scale) => {
        const unit = decimal(1n, scale);
        const floor = squareRoot(a, scale, 'floor');
        expect(compare(multiply(floor, floor), a)).toBeLessThanOrEqual(0);
        const next = add(floor, unit);
        expect(compare(a, multiply(next, next))).toBe(-1);
        const ceil = squareRoot(a, scale, 'ceil');
        const isExact = compare(multiply(floor, floor), a) === 0;
        expect(formatDecimal(subtract(ceil, floor))).toBe(isExact ? '0' : formatDecimal(unit));
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with decimal.js', () => {
    fc.assert(
      fc.property(radicands, scales, (a, scale) => {
        const exact = new Exact(a.coefficient.toString()).times(new Exact(10).pow(-a.scale)).sqrt();
        expect(formatDecimal(squareRoot(a, scale, 'floor'))).toBe(
          exact.toDecimalPlaces(scale, Exact.ROUND_FLOOR).toFixed(),
        );
        expect(formatDecimal(squareRoot(a, scale, 'ceil'))).toBe(
          exact.toDecimalPlaces(scale, Exact.ROUND_CEIL).toFixed(),
        );
      }),
    );
  });

  it('gives back the root of a square, exactly, in either direction', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.nat(12), (coefficient, scale) => {
        const root = decimal(coefficient, scale);
        expect(compare(squareRoot(multiply(root, root), scale, 'floor'), root)).toBe(0);
        expect(compare(squareRoot(multiply(root, root), scale, 'ceil'), root)).toBe(0);
      }),
    );
  });

  it('refuses a negative radicand', () => {
    expect(() => squareRoot(decimal(-1n, 9), 2, 'floor')).toThrow(InvariantError);
  });
});
