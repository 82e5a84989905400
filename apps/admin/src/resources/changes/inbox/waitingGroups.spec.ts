import { expect, test } from 'vitest';
import type { ChangeSummary } from '@backstop/contracts';
import { waitingGroups } from './waitingGroups.ts';

function summary(id: string, over: Partial<ChangeSummary>): ChangeSummary {
  return {
    id,
    origin: 'person',
    phase: 'submitted',
    revision: 1,
    reason: '',
    author: 'ann',
    contributors: ['ann'],
    policies: [],
    policyCount: 0,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    updatedBy: 'ann',
    submittedAt: '2026-01-01T00:00:00Z',
    approvedAt: null,
    effectiveFrom: null,
    effectiveUntil: null,
    approveBy: null,
    effect: 'none',
    summary: [],
    missing: null,
    emergency: null,
    requestedApprovers: [],
    comments: 0,
    ...over,
  };
}

const emergency = (expiresAt: string): Partial<ChangeSummary> => ({
  phase: 'active',
  emergency: { by: 'eve', reason: 'r', expiresAt, confirmed: null },
});

const NOW = Date.parse('2026-01-01T12:00:00Z');

const ids = (changes: readonly ChangeSummary[]): string[] => changes.map(({ id }) => id);

test('emergencies come by the hour at which they end, reviews by what they can do, then by age', () => {
  const { emergencies, reviews, returned } = waitingGroups(
    [
      summary('loose', { effect: 'loosens' }),
      summary('later', emergency('2026-01-03T00:00:00Z')),
      summary('grave', { effect: 'can-liquidate' }),
      summary('older', { effect: 'loosens', submittedAt: '2025-12-31T00:00:00Z' }),
      summary('sooner', emergency('2026-01-02T00:00:00Z')),
      summary('mine', { phase: 'rejected' }),
    ],
    { now: NOW },
  );
  expect(ids(emergencies)).toEqual(['sooner', 'later']);
  expect(ids(reviews)).toEqual(['grave', 'older', 'loose']);
  expect(ids(returned)).toEqual(['mine']);
});

test('nothing that waits is left out', () => {
  const all = [summary('a', { phase: 'expired' }), summary('b', emergency('2026-01-03T00:00:00Z')), summary('c', {})];
  const { emergencies, reviews, returned } = waitingGroups(all, { now: NOW });
  expect(ids([...emergencies, ...reviews, ...returned]).toSorted()).toEqual(['a', 'b', 'c']);
});
