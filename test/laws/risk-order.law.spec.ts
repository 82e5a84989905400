import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRisk, riskiestFirst } from '@backstop/core/margin';
import type { RiskFigures } from '@backstop/core/margin';
import { coefficientOf, decimal } from '@backstop/core/num';

/** Few values, so that ties and zeros are common. */
const figures: fc.Arbitrary<RiskFigures> = fc
  .record({ equity: fc.integer({ min: -6, max: 6 }), margin: fc.nat(4), scale: fc.nat(2) })
  .map(({ equity, margin, scale }) => ({
    equity: decimal(BigInt(equity), scale),
    maintenanceMargin: decimal(BigInt(margin), scale),
  }));

const large: fc.Arbitrary<RiskFigures> = fc
  .record({ equity: fc.bigInt(-(10n ** 24n), 10n ** 24n), margin: fc.bigInt(0n, 10n ** 24n) })
  .map(({ equity, margin }) => ({ equity: decimal(equity, 8), maintenanceMargin: decimal(margin, 8) }));

const any = fc.oneof(figures, large);

describe('the risk order is a total preorder', () => {
  it('of two accounts exactly one is riskier, or they tie', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(compareRisk(a, b)).toBe(negated(compareRisk(b, a)));
      }),
    );
  });

  it('what is at least as risky as another is at least as risky as all that this is', () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        if (compareRisk(a, b) < 0 || compareRisk(b, c) < 0) return;
        expect(compareRisk(a, c)).toBeGreaterThanOrEqual(0);
        if (compareRisk(a, b) > 0 || compareRisk(b, c) > 0) expect(compareRisk(a, c)).toBe(1);
      }),
      { numRuns: 2000 },
    );
  });

  it('only accounts of the same margin and, without margin, of the same equity tie', () => {
    fc.assert(
      fc.property(figures, figures, (a, b) => {
        if (compareRisk(a, b) !== 0) return;
        const written = ({ equity, maintenanceMargin }: RiskFigures): number[] => {
          const value = (one: typeof equity): number => Number(coefficientOf(one)) * 10 ** (2 - one.scale);
          return [value(maintenanceMargin), value(equity)];
        };
        expect(written(a)).toEqual(written(b));
      }),
      { numRuns: 2000 },
    );
  });

  it('lower equity at the same margin is never less risky', () => {
    fc.assert(
      fc.property(any, fc.nat(1000), (a, less) => {
        const lower = { ...a, equity: decimal(coefficientOf(a.equity) - BigInt(less), a.equity.scale) };
        expect(compareRisk(lower, a)).toBe(less === 0 ? 0 : 1);
      }),
    );
  });
});

it('the riskiest comes first whatever order the accounts stood in, ties by id', () => {
  const accounts = fc
    .array(figures, { maxLength: 12 })
    .map((rows) => rows.map((row, index) => ({ ...row, id: `a-${String(index)}` })));
  const shuffled = accounts.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
  );
  fc.assert(
    fc.property(shuffled, ([rows, others]) => {
      const first = rows.toSorted(riskiestFirst);
      expect(others.toSorted(riskiestFirst)).toEqual(first);
      first.slice(1).forEach((row, index) => {
        const before = first[index];
        if (before !== undefined) expect(compareRisk(before, row)).toBeGreaterThanOrEqual(0);
      });
    }),
  );
});

function negated(order: -1 | 0 | 1): -1 | 0 | 1 {
  return order === 0 ? 0 : order === 1 ? -1 : 1;
}
