import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimal, isPositive, subtract } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { runWaterfall, touchedFromDeficit } from '@backstop/core/waterfall';
import type { WaterfallRun } from '@backstop/core/waterfall';
import { arbitraryRun } from '../../builders/arbitrary-waterfall.ts';

it('a deficit of what an account is touched from touches it, and in a queue a unit less does not', () => {
  let asked = 0;
  fc.assert(
    fc.property(arbitraryRun, (run) => {
      for (const { id } of run.candidates) {
        const from = touchedFromDeficit(run, 'USDT', id);
        const isQueue = run.rules.layers.some((layer) => layer.type === 'socialization' && layer.method === 'queue');
        if (from === null) {
          // Where a level is shared, one unit may still come by remainder.
          expect(shareOf(run, decimal(10n ** 12n), id) <= (isQueue ? 0n : 1n)).toBe(true);
          continue;
        }
        asked += 1;
        expect(shareOf(run, from, id) > 0n).toBe(true);
        const smaller = subtract(from, decimal(1n, 2));
        if (isQueue && isPositive(smaller)) expect(shareOf(run, smaller, id)).toBe(0n);
      }
    }),
    { numRuns: 2_000 },
  );
  expect(asked).toBeGreaterThan(500);
});

/** What an account bears of a deficit with nothing open, in units. */
function shareOf(run: WaterfallRun, amount: Decimal, id: string): bigint {
  const event = { ...run.event, openPosition: null, deficit: { asset: 'USDT', amount } };
  const outcome = runWaterfall({ ...run, event }).layers.find(({ type }) => type === 'socialization');
  const allocation = outcome?.type === 'socialization' ? outcome.allocation : null;
  const place = allocation?.question.participants.ids.indexOf(id) ?? -1;
  return allocation?.shares[place] ?? 0n;
}
