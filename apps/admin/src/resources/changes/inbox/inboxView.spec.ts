import { expect, test } from 'vitest';
import type { ChangeSummary } from '@backstop/contracts';
import { inOrder, isNarrowed, matching, viewOf, type InboxOrder } from './inboxView.ts';

const NOW = Date.parse('2026-01-10T00:00:00Z');

const waits = (id: string, over: Partial<ChangeSummary> = {}): ChangeSummary =>
  ({
    ...{ id, reason: id, policies: ['margin-tiers.BTCUSDT'], requestedApprovers: [], effect: 'loosens' },
    ...{ submittedAt: '2026-01-05T00:00:00Z', updatedAt: '2026-01-05T00:00:00Z', effectiveFrom: null, approveBy: null },
    ...over,
  }) as ChangeSummary;

const CHANGES = [
  waits('loose'),
  waits('old', { submittedAt: '2026-01-02T00:00:00Z', effectiveFrom: '2026-02-01T00:00:00Z' }),
  waits('grave', { effect: 'can-liquidate', submittedAt: '2026-01-08T00:00:00Z' }),
  waits('due', { approveBy: '2026-01-10T06:00:00Z', effectiveFrom: '2026-01-12T00:00:00Z' }),
  waits('missed', { approveBy: '2026-01-09T06:00:00Z', effectiveFrom: '2026-01-11T00:00:00Z' }),
  waits('in a month', { approveBy: '2026-02-09T06:00:00Z', submittedAt: '2026-01-09T00:00:00Z' }),
];

test.each([
  ['urgent', ['missed', 'due', 'grave', 'old', 'loose', 'in a month']],
  ['oldest', ['old', 'loose', 'due', 'missed', 'grave', 'in a month']],
  ['newest', ['in a month', 'grave', 'loose', 'due', 'missed', 'old']],
  ['starts', ['missed', 'due', 'old', 'loose', 'grave', 'in a month']],
] as const)('in the order %s', (order: InboxOrder, expected) => {
  expect(CHANGES.toSorted(inOrder(order, NOW)).map(({ id }) => id)).toEqual(expected);
});

const found = (address: string, me = 'piet') => {
  const params = new URLSearchParams(address);
  const view = viewOf((name) => params.get(name));
  const changes = [...CHANGES, waits('asked', { requestedApprovers: ['piet'], policies: ['valuation.default'] })];
  return [isNarrowed(view), matching(changes, view, me).map(({ id }) => id)] as const;
};

test('an address narrows by words, policies, effect and who was asked; what it misspells is left out', () => {
  expect(found('q=GRAVE')).toEqual([true, ['grave']]);
  expect(found('q=valuation')).toEqual([true, ['asked']]);
  expect(found('effect=can-liquidate')).toEqual([true, ['grave']]);
  expect(found('asked=me')).toEqual([true, ['asked']]);
  expect(found('asked=me', 'rosa')).toEqual([true, []]);
  expect(found('effect=nonsense&order=nonsense')[0]).toBe(false);
  expect(found('')[1]).toHaveLength(7);
});
