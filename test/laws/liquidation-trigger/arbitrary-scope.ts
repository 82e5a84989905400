import fc from 'fast-check';
import { parseDecimal } from '@backstop/core/num';
import type { ScopeFacts } from '@backstop/core/rules';
import type { FactValue } from '@backstop/core/venue';
import { AMOUNTS } from './arbitrary-trigger.ts';

/** Facts of a scope with a margin requirement; where `isKnown`, every fact is there that can be. */
export function scopes(isKnown: boolean): fc.Arbitrary<ScopeFacts> {
  const amount = (from: number) => {
    const value = fc.constantFrom(...AMOUNTS.slice(from)).map((text) => parseDecimal(text)!);
    return isKnown ? value : fc.option(value, { freq: 6 });
  };
  const sent = (value: fc.Arbitrary<FactValue>) =>
    isKnown
      ? value
      : fc.oneof({ weight: 6, arbitrary: value }, fc.constantFrom<FactValue>('nonsense', -1, '11', true, []));
  const venue = fc.record(
    {
      'desk.score': sent(fc.constantFrom('0', '4.9', '5', '10')),
      'desk.days': sent(fc.nat(5)),
      'desk.isWatched': sent(fc.boolean()),
      'desk.region': sent(fc.constantFrom('eu', 'uk', 'other')),
    },
    isKnown ? { noNullPrototype: true } : { requiredKeys: [], noNullPrototype: true },
  );
  return fc
    .record({
      at: fc.constant(0),
      equity: amount(0),
      accountValue: amount(0),
      initialMargin: amount(2),
      maintenanceMargin: amount(isKnown ? 3 : 2),
      notional: amount(2),
      unrealizedPnl: amount(0),
      withdrawable: amount(2),
      positionCount: fc.integer({ min: isKnown ? 1 : 0, max: 5 }),
      scope: fc.constantFrom('cross' as const, 'isolated' as const),
      asset: fc.constant('USDT'),
      contract: fc.constantFrom('A', 'B', 'C'),
      tags: fc.subarray(['retail', 'eu', 'vip']),
      venue,
    })
    .map((facts) => ({ ...facts, contract: facts.scope === 'cross' ? null : facts.contract }));
}
