import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimal, formatDecimal, isZero, subtract, sum } from '@backstop/core/num';
import { noFundPosition, takeForAmount } from '@backstop/core/waterfall';
import { LINEAR } from '../../builders/arbitrary-waterfall.ts';

const PRECISION = 2;

const take = fc.record({
  size: fc.bigInt({ min: -50n, max: 50n }).filter((size) => size !== 0n),
  amount: fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
});

it('what the fund paid for positions is what they cost less what they realized, to the last unit, and nothing costs nothing', () => {
  let flat = 0;
  fc.assert(
    fc.property(fc.array(take, { minLength: 1, maxLength: 12 }), fc.boolean(), (takes, closes) => {
      const left = takes.reduce((size, each) => size - each.size, 0n);
      const all = closes && left !== 0n ? [...takes, { size: left, amount: 12_345n }] : takes;
      const held = all.reduce(
        (position, { size, amount }) => takeForAmount(position, decimal(size), decimal(amount, PRECISION), PRECISION),
        noFundPosition(LINEAR),
      );
      const paid = sum(all.map(({ amount }) => decimal(amount, PRECISION)));
      expect(formatDecimal(subtract(held.cost, held.realizedPnl))).toBe(formatDecimal(paid));
      if (!isZero(held.size)) return;
      flat += 1;
      expect(formatDecimal(held.cost)).toBe('0');
    }),
    { numRuns: 2000 },
  );
  expect(flat).toBeGreaterThan(100);
});
