import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DIVISOR_MAX, remainderOf } from './exact-division.ts';

const SAFE_MAX = Number.MAX_SAFE_INTEGER;

/** Whole numbers of every size, many next to a power of two. */
function upTo(most: number): fc.Arbitrary<number> {
  const near = fc.tuple(fc.nat(52), fc.integer({ min: -2, max: 2 })).map(([power, more]) => 2 ** power + more);
  return fc.oneof(fc.maxSafeNat(), near, fc.nat(1000)).map((value) => Math.min(Math.max(value, 0), most));
}

it('is the remainder to the last digit, also where the quotient is one off', () => {
  const ask = fc.tuple(upTo(SAFE_MAX), upTo(SAFE_MAX), upTo(DIVISOR_MAX), fc.constantFrom(-1, 0, 1));
  let asked = 0;
  fc.assert(
    fc.property(ask, ([a, b, divisor, off]) => {
      if (divisor === 0) return;
      const product = BigInt(a) * BigInt(b);
      const quotient = Number(product / BigInt(divisor)) + off;
      if (quotient < 0 || quotient >= 2 ** 52) return;
      asked += 1;
      const exact = product - BigInt(quotient) * BigInt(divisor);
      expect(BigInt(remainderOf(a, b, quotient, divisor))).toBe(exact);
    }),
    { numRuns: 20_000 },
  );
  expect(asked).toBeGreaterThan(5000);
});
