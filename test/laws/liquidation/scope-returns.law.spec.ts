import fc from 'fast-check';
import { expect, it } from 'vitest';
import { add, decimal, formatDecimal, lessOrEqual, multiply, subtract, sum, ZERO } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { scopeReturns, type ScopeTaking } from '@backstop/core/planning';

const FUNDS = ['one', 'two'] as const;
const PRECISIONS: Readonly<Record<string, number>> = { USDT: 2, BTC: 8 };
const PRICES: Readonly<Record<string, Decimal>> = { USDT: decimal(1n), BTC: decimal(30_001n) };

const taking = fc
  .record({
    fill: fc.uuid(),
    step: fc.integer({ min: 1, max: 5 }),
    source: fc.constantFrom('surplus' as const, 'fee' as const),
    fund: fc.constantFrom(...FUNDS),
    settlementAsset: fc.constantFrom('USDT', 'BTC'),
    units: fc.bigInt({ min: 1n, max: 100_000n }),
  })
  .map(({ units, ...row }): ScopeTaking => ({ ...row, amount: decimal(units, PRECISIONS[row.settlementAsset] ?? 0) }));

const question = fc.record({
  missing: fc.bigInt({ min: 0n, max: 300_000n }).map((units) => decimal(units, 2)),
  takings: fc.array(taking, { maxLength: 8 }),
  balances: fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 0n, max: 50_000n })),
});

const worth = ({ settlementAsset, amount }: ScopeTaking) => multiply(amount, PRICES[settlementAsset] ?? ZERO);

it('the fund keeps nothing of a scope that ends short while it could give it back, and never gives more', () => {
  fc.assert(
    fc.property(question, ({ missing, takings, balances: [one, two] }) => {
      const balances = new Map<string, Decimal>([
        ['one', decimal(one, 2)],
        ['two', decimal(two, 2)],
      ]);
      const given = scopeReturns(missing, takings, {
        price: (asset) => PRICES[asset] ?? ZERO,
        precisionOf: (asset) => PRECISIONS[asset] ?? 0,
        balances,
      });
      for (const fund of FUNDS) {
        const own = sum(given.filter((row) => row.fund === fund).map(({ amount }) => amount));
        expect(lessOrEqual(own, balances.get(fund) ?? ZERO)).toBe(true);
      }
      for (const { fill, source, amount } of given) {
        const had = takings.find((row) => row.fill === fill && row.source === source)?.amount ?? ZERO;
        expect(lessOrEqual(amount, had)).toBe(true);
      }
      const back = sum(given.map(worth));
      // At most one unit of the dearest asset is given beyond what is missing.
      expect(lessOrEqual(back, add(missing, multiply(decimal(1n, 2), decimal(1n))))).toBe(true);
      if (lessOrEqual(missing, back)) return;
      for (const fund of FUNDS) {
        const left = (rows: readonly ScopeTaking[]) =>
          sum(rows.filter((row) => row.fund === fund).map(({ amount }) => amount));
        const [had, gave] = [left(takings), left(given)];
        const isSpent = formatDecimal(subtract(balances.get(fund) ?? ZERO, gave)) === '0';
        expect(
          isSpent || formatDecimal(had) === formatDecimal(gave),
          JSON.stringify({ fund, had: formatDecimal(had) }),
        ).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});
