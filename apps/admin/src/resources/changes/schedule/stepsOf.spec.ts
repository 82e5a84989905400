import { expect, test } from 'vitest';
import type { ChangeResource } from '@backstop/contracts';
import { stepsOf } from './stepsOf.ts';

const at = (hour: number): string => new Date(Date.UTC(2026, 0, 1, hour)).toISOString();

const DRAFT = {
  ...{ phase: 'draft', author: 'ada', createdAt: at(1), updatedAt: at(1), updatedBy: 'ada', submittedAt: null },
  ...{ approvedAt: null, effectiveFrom: null, effectiveUntil: null, emergency: null, submission: null, reviews: [] },
} as unknown as ChangeResource;

const SUBMITTED = { ...DRAFT, phase: 'submitted', submittedAt: at(2), submission: { by: 'abel' } } as ChangeResource;

const approved = (over: object): ChangeResource =>
  ({
    ...SUBMITTED,
    ...{ phase: 'scheduled', approvedAt: at(3), effectiveFrom: at(10) },
    ...{ reviews: [{ by: 'piet', verdict: 'approve' }], ...over },
  }) as unknown as ChangeResource;

const emergency = { by: 'emma', reason: 'r', expiresAt: at(20), confirmed: null };

test.each([
  ['a draft', DRAFT, 5, ['begun past', 'to_submit present', 'effective future']],
  [
    'one in review',
    SUBMITTED,
    5,
    ['begun past', 'submitted past', 'in_review present', 'notice future', 'effective future'],
  ],
  [
    'one that is scheduled and ends',
    approved({ effectiveUntil: at(12) }),
    5,
    ['begun past', 'submitted past', 'approved past', 'notice present', 'effective future', 'ends future'],
  ],
  [
    'one in force',
    approved({ phase: 'active' }),
    11,
    ['begun past', 'submitted past', 'approved past', 'notice past', 'effective present'],
  ],
  [
    'one that has ended',
    approved({ phase: 'expired', effectiveUntil: at(12) }),
    13,
    ['begun past', 'submitted past', 'approved past', 'notice past', 'effective past', 'ended past'],
  ],
  [
    'an emergency that nobody has confirmed, which ends before its declared end',
    approved({ phase: 'active', emergency, effectiveUntil: at(22) }),
    11,
    ['begun past', 'submitted past', 'activated past', 'effective present', 'ends future'],
  ],
  ['a rejected one', { ...SUBMITTED, phase: 'rejected' }, 5, ['begun past', 'submitted past', 'rejected present']],
  [
    'one that was called off',
    approved({ phase: 'cancelled' }),
    5,
    ['begun past', 'submitted past', 'approved past', 'cancelled past'],
  ],
] as const)('the steps of %s', (_, change, hour, expected) => {
  expect(stepsOf(change, Date.parse(at(hour))).map(({ name, when }) => `${name} ${when}`)).toEqual(expected);
});

test('each says who did it', () => {
  const by = stepsOf(approved({ phase: 'active' }), Date.parse(at(11))).map((step) => step.by);
  expect(by).toEqual(['ada', 'abel', 'piet', null, null]);
  expect(stepsOf(approved({ phase: 'active', emergency }), Date.parse(at(11))).at(-1)?.at).toBe(at(20));
});
