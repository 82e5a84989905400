import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ROLES } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import type { Allowed } from '../problem/index.ts';
import {
  activateInEmergency,
  approveChange,
  cancelChange,
  changeDigest,
  confirmEmergency,
  editChange,
  rejectChange,
  submitChange,
  withdrawChange,
} from './index.ts';
import type { Change, Requirement } from './index.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

type Act = (change: Change, at: number) => Allowed<Change>;

const NAMES = ['ann', 'bob', 'eve', 'dan'];
const people: fc.Arbitrary<Person> = fc.record({
  kind: fc.constant('person'),
  id: fc.constantFrom(...NAMES),
  roles: fc.subarray([...ROLES], { minLength: 2 }),
});
const requirements: fc.Arbitrary<Requirement> = fc.record({
  approvals: fc.integer({ min: 1, max: 3 }),
  roles: fc.constantFrom(['approver'], ['approver', 'emergency']),
  noticeSeconds: fc.constantFrom(2, 60),
  approvalAgeMaxSeconds: fc.constantFrom(null, 5),
  reasons: fc.constant([]),
});

function submit(requirement: Requirement): Act {
  return (change, at) => {
    const digest = changeDigest(change, 'evidence', sha256);
    const submission = { by: 'ann', at, digest, evidence: 'evidence', requirement };
    return submitChange(change, submission, { earliest: at, inForce: new Map(), problems: [] });
  };
}

/** The digest that is there, or one that was there before. */
const digestSeen = (change: Change, isStale: boolean): string =>
  isStale ? 'of another time' : (change.submission?.digest ?? 'none');

const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: requirements.map(submit) },
  {
    weight: 6,
    arbitrary: fc.tuple(people, fc.boolean()).map(
      ([by, isStale]): Act =>
        (change, at) =>
          approveChange(change, { by, at, comment: '', digest: digestSeen(change, isStale) }),
    ),
  },
  fc.tuple(fc.constantFrom(...NAMES), fc.nat(9)).map(
    ([by, n]): Act =>
      (change) =>
        editChange(change, by, { reason: `reason ${String(n)}` }),
  ),
  people.map(
    (by): Act =>
      (change, at) =>
        rejectChange(change, { by, at, comment: 'no', digest: digestSeen(change, false) }),
  ),
  people.map(
    (by): Act =>
      (change, at) =>
        activateInEmergency(change, { by, at, digest: digestSeen(change, false), reason: 'now', expirySeconds: 20 }),
  ),
  people.map(
    (by): Act =>
      (change, at) =>
        confirmEmergency(change, by, at),
  ),
  people.map(
    (by): Act =>
      (change) =>
        withdrawChange(change, by),
  ),
  people.map(
    (by): Act =>
      (change, at) =>
        cancelChange(change, by, at),
  ),
);

const DRAFT: Change = {
  id: 'c-1',
  status: 'draft',
  reason: 'a reason',
  contributors: ['ann'],
  entries: [{ policy: 'valuation.default', base: null, digest: 'd', mode: 'enforce' }],
  effectiveFrom: null,
  effectiveUntil: null,
  submission: null,
  reviews: [],
  approval: null,
};

/** Every state that a run of acts goes through, refused acts leaving it as it was. */
function statesOf(run: readonly Act[]): Change[] {
  const states = [DRAFT];
  run.forEach((act, step) => {
    const result = act(states.at(-1) ?? DRAFT, (step + 1) * 1000);
    if (result.ok) states.push(result.value);
  });
  return states;
}

function expectAlways(claim: (change: Change, before: Change) => boolean): void {
  let approvedRuns = 0;
  fc.assert(
    fc.property(fc.array(acts, { minLength: 3, maxLength: 24 }), (run) => {
      const states = statesOf(run);
      if (states.some(({ status }) => status === 'approved')) approvedRuns += 1;
      for (const [at, change] of states.entries()) expect(claim(change, states[at - 1] ?? DRAFT)).toBe(true);
    }),
    { numRuns: 3000 },
  );
  expect(approvedRuns).toBeGreaterThan(300);
}

it('nothing is approved without enough other people, whatever is done in whatever order', () => {
  expectAlways((change) => {
    const { approval, submission, reviews, contributors } = change;
    if (approval === null) return true;
    if (approval.emergency !== null) return true;
    const words = reviews.filter(({ verdict, digest }) => verdict === 'approve' && digest === submission?.digest);
    const approvers = new Set(words.map(({ by }) => by));
    const isOfOthers = contributors.every((by) => !approvers.has(by));
    const roles = submission?.requirement.roles ?? [];
    const hasRoles = roles.every((role) => words.some((word) => word.roles.includes(role)));
    return isOfOthers && hasRoles && approvers.size >= (submission?.requirement.approvals ?? Infinity);
  });
});

it('an emergency is confirmed by somebody who neither activated it nor wrote any of it, and in time', () => {
  expectAlways(({ approval, contributors }) => {
    const emergency = approval?.emergency;
    if (!emergency?.confirmed) return true;
    const { by, at } = emergency.confirmed;
    return by !== emergency.by && !contributors.includes(by) && at < emergency.expiresAt;
  });
});

it('nothing takes effect before its notice, and never in the past', () => {
  expectAlways(({ approval, submission }) => {
    if (approval === null) return true;
    const notice = approval.emergency === null ? (submission?.requirement.noticeSeconds ?? Infinity) : 2;
    return approval.effectiveFrom >= approval.at + notice * 1000;
  });
});

it('what was approved never changes again, but that an emergency is confirmed or that it is cancelled', () => {
  expectAlways((change, before) => {
    if (before.status !== 'approved') return true;
    const { status: _status, approval: _approval, ...content } = change;
    const { status: _before, approval: _then, ...contentBefore } = before;
    return (
      JSON.stringify(content) === JSON.stringify(contentBefore) && ['approved', 'cancelled'].includes(change.status)
    );
  });
});

it('contributors only ever grow', () => {
  expectAlways((change, before) => before.contributors.every((by) => change.contributors.includes(by)));
});
