import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Person, Role } from '../access/index.ts';
import {
  activateInEmergency,
  approveChange,
  asksForMore,
  cancelChange,
  changeDigest,
  confirmEmergency,
  editChange,
  LEAST_REQUIREMENT,
  phaseOf,
  rejectChange,
  submitChange,
  withdrawChange,
} from './index.ts';
import type { Change, Requirement } from './index.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const person = (id: string, ...roles: Role[]): Person => ({ kind: 'person', id, roles });
const ann = person('ann', 'author', 'approver', 'emergency');
const bob = person('bob', 'approver');
const eve = person('eve', 'approver', 'emergency');
const vic = person('vic', 'viewer');

const draft: Change = {
  id: 'c-1',
  status: 'draft',
  reason: 'volatility has doubled',
  contributors: ['ann'],
  entries: [{ policy: 'margin-tiers.BTCUSDT', base: 3, digest: 'd4', mode: 'enforce' }],
  effectiveFrom: null,
  effectiveUntil: null,
  submission: null,
  reviews: [],
  approval: null,
};
const inForce = new Map([['margin-tiers.BTCUSDT', 3]]);
const check = { earliest: 3000, inForce, problems: [] };

function submission(change: Change, requirement: Requirement = LEAST_REQUIREMENT) {
  return { by: 'ann', at: 0, digest: changeDigest(change, 'e1', sha256), evidence: 'e1', requirement };
}

/** The value of an act that is allowed; fails the test otherwise. */
function done(result: ReturnType<typeof editChange>): Change {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message}`);
  return result.value;
}

function codeOf(result: ReturnType<typeof editChange>): string | null {
  return result.ok ? null : result.refusal.code;
}

function submitted(over: Partial<Change> = {}, requirement?: Requirement): Change {
  const change = { ...draft, ...over };
  return done(submitChange(change, submission(change, requirement), check));
}

const verdict = (change: Change, by: Person, at = 1000, comment = 'seen') => {
  return { by, at, comment, digest: change.submission?.digest ?? '' };
};
const approved = (by: Person, change = submitted(), at = 1000) => approveChange(change, verdict(change, by, at));

describe('a draft is submitted', () => {
  it.each<[string, Partial<Change>, object, string | null]>([
    ['whole and current', {}, {}, null],
    ['no longer a draft', { status: 'submitted' }, {}, 'change_must_be_draft'],
    ['empty', { entries: [] }, {}, 'change_must_have_content'],
    ['without a reason', { reason: '  ' }, {}, 'change_must_have_reason'],
    ['base < version in force', {}, { inForce: new Map([['margin-tiers.BTCUSDT', 4]]) }, 'change_base_must_be_current'],
    ['base of a policy that is gone', {}, { inForce: new Map() }, 'change_base_must_be_current'],
    [
      'with a problem',
      {},
      { problems: [{ code: 'x', path: '/tiers/0', message: 'is wrong' }] },
      'change_must_have_no_problems',
    ],
    ['until = from', { effectiveFrom: 5000, effectiveUntil: 5000 }, {}, 'change_must_end_after_it_begins'],
    ['until = the earliest', { effectiveUntil: 3000 }, {}, 'change_must_end_after_it_begins'],
    ['until > the earliest', { effectiveUntil: 3001 }, {}, null],
    ['over before it begins', { effectiveFrom: 1, effectiveUntil: 2 }, {}, 'change_must_end_after_it_begins'],
  ])('%s', (_, over, found, code) => {
    const change = { ...draft, ...over };
    expect(codeOf(submitChange(change, submission(change), { ...check, ...found }))).toBe(code);
  });
});

describe('a change is approved', () => {
  it('by another approver, from its notice on', () => {
    const change = done(approved(bob));
    expect(change.status).toBe('approved');
    expect(change.approval).toEqual({ at: 1000, effectiveFrom: 4000, emergency: null });
    expect([3999, 4000].map((at) => phaseOf(change, at, false))).toEqual(['scheduled', 'active']);
  });

  it.each<[string, Person, Partial<Change>, string]>([
    ['contributor', ann, {}, 'change_contributor_must_not_approve'],
    ['later contributor', bob, { contributors: ['ann', 'bob'] }, 'change_contributor_must_not_approve'],
    ['viewer', vic, {}, 'permission_denied'],
  ])('never by a %s', (_, by, over, code) => {
    expect(codeOf(approved(by, submitted(over)))).toBe(code);
  });

  it('never on a digest that was edited since', () => {
    const old = submitted();
    const edited = done(editChange(old, 'ann', { reason: 'another reason' }));
    const again = done(submitChange(edited, submission(edited), check));
    expect(codeOf(approveChange(again, verdict(old, bob)))).toBe('change_must_be_as_reviewed');
    expect(codeOf(approveChange(edited, verdict(old, bob)))).toBe('change_must_be_submitted');
  });

  it('an edit voids the approvals before it and makes its author a contributor', () => {
    const two = { ...LEAST_REQUIREMENT, approvals: 2 };
    const once = done(approved(bob, submitted({}, two)));
    expect(once.status).toBe('submitted');
    const edited = done(editChange(once, 'eve', { reason: 'clearer' }));
    expect(edited).toMatchObject({ status: 'draft', reviews: [], submission: null, contributors: ['ann', 'eve'] });
    const again = done(submitChange(edited, submission(edited, two), check));
    expect(codeOf(approved(eve, again))).toBe('change_contributor_must_not_approve');
  });

  it('by as many as it takes, each once, with every role', () => {
    const requirement = { ...LEAST_REQUIREMENT, approvals: 2, roles: ['approver', 'emergency'] };
    const once = done(approved(bob, submitted({}, requirement)));
    expect(codeOf(approved(bob, once))).toBe('change_must_be_approved_once_by_each');
    expect(done(approved(person('dan', 'approver'), once)).status).toBe('submitted');
    expect(done(approved(eve, once)).status).toBe('approved');
  });

  it('approvals that are too old do not count, and may be given again', () => {
    const requirement = { ...LEAST_REQUIREMENT, approvals: 2, approvalAgeMaxSeconds: 60 };
    const once = done(approved(bob, submitted({}, requirement), 1000));
    expect(done(approved(eve, once, 61_000)).status).toBe('approved');
    const late = done(approved(eve, once, 61_001));
    expect(late.status).toBe('submitted');
    expect(done(approved(bob, late, 61_002)).status).toBe('approved');
  });

  it.each([
    ['from = approval + notice', 61_000, null],
    ['from < approval + notice', 60_999, 'change_notice_must_be_kept'],
  ])('%s', (_, effectiveFrom, code) => {
    const change = submitted({ effectiveFrom }, { ...LEAST_REQUIREMENT, noticeSeconds: 60 });
    expect(codeOf(approved(bob, change, 1000))).toBe(code);
  });

  it('never past a rejection, until it is edited', () => {
    const change = submitted();
    expect(codeOf(rejectChange(change, verdict(change, bob, 1000, ' ')))).toBe('rejection_must_have_reason');
    const rejected = done(rejectChange(change, verdict(change, bob)));
    expect(codeOf(approved(eve, rejected))).toBe('change_must_be_submitted');
    expect(done(editChange(rejected, 'ann', {})).status).toBe('draft');
  });
});

describe('a change is taken back', () => {
  it('withdrawn by a contributor before approval, cancelled before its instant, then answered by a newer one', () => {
    expect(codeOf(withdrawChange(submitted(), bob))).toBe('change_must_be_withdrawn_by_contributor');
    expect(done(withdrawChange(submitted(), ann)).status).toBe('withdrawn');
    const change = done(approved(bob));
    expect(codeOf(withdrawChange(change, ann))).toBe('change_must_not_be_approved');
    expect(codeOf(cancelChange(change, vic, 2000))).toBe('permission_denied');
    expect(done(cancelChange(change, eve, 2000)).status).toBe('cancelled');
    for (const at of [2001, 4000]) expect(codeOf(cancelChange(change, eve, at))).toBe('change_must_not_have_begun');
    expect(codeOf(cancelChange(submitted(), eve, 0))).toBe('change_must_be_approved');
    expect(codeOf(editChange(change, 'ann', {}))).toBe('change_must_be_open');
  });
});

describe('an emergency', () => {
  const activated = (by = ann) => {
    const change = submitted();
    return activateInEmergency(change, { ...verdict(change, by), reason: 'the oracle is wrong', expirySeconds: 3600 });
  };

  it('takes effect at once by one person, and ends by itself', () => {
    const change = done(activated());
    expect(change.approval).toMatchObject({ effectiveFrom: 4000, emergency: { by: 'ann', expiresAt: 3_604_000 } });
    expect([3999, 4000, 3_603_999, 3_604_000].map((at) => phaseOf(change, at, false))).toEqual([
      'scheduled',
      'active',
      'active',
      'expired',
    ]);
  });

  it('stands once another person confirms it in time', () => {
    const change = done(activated());
    expect(codeOf(confirmEmergency(change, ann, 5000))).toBe('change_contributor_must_not_approve');
    expect(codeOf(confirmEmergency(done(activated(eve)), eve, 5000))).toBe('change_contributor_must_not_approve');
    expect(codeOf(confirmEmergency(change, bob, 3_604_000))).toBe('emergency_must_not_have_expired');
    const confirmed = done(confirmEmergency(change, bob, 3_600_000));
    expect(phaseOf(confirmed, 99_999_999, false)).toBe('active');
    expect(codeOf(confirmEmergency(confirmed, eve, 5000))).toBe('emergency_must_be_unconfirmed');
    expect(codeOf(confirmEmergency(done(approved(bob)), eve, 5000))).toBe('change_must_be_emergency');
  });

  it('takes the role, a reason and the digest that was read', () => {
    const change = submitted();
    const asked = { ...verdict(change, ann), reason: 'x', expirySeconds: 1 };
    expect(codeOf(activateInEmergency(change, { ...asked, by: bob }))).toBe('permission_denied');
    expect(codeOf(activateInEmergency(change, { ...asked, reason: '' }))).toBe('emergency_must_have_reason');
    expect(codeOf(activateInEmergency(change, { ...asked, digest: 'other' }))).toBe('change_must_be_as_reviewed');
    expect(codeOf(activateInEmergency(draft, asked))).toBe('change_must_be_submitted');
  });
});

describe('a requirement asks for more than another', () => {
  const than: Requirement = { ...LEAST_REQUIREMENT, roles: ['admin', 'approver'], approvalAgeMaxSeconds: 60 };

  it.each<[string, Partial<Requirement>, boolean]>([
    ['the same', {}, false],
    ['less of everything', { roles: ['approver'], approvalAgeMaxSeconds: null }, false],
    ['one more approval', { approvals: 2 }, true],
    ['a longer notice', { noticeSeconds: 3 }, true],
    ['approvals that count for less long', { approvalAgeMaxSeconds: 59 }, true],
    ['as many roles, one of them another', { roles: ['approver', 'emergency'] }, true],
  ])('%s', (_, over, isMore) => {
    expect(asksForMore({ ...than, ...over }, than)).toBe(isMore);
  });

  it('where approvals counted for ever', () => {
    expect(asksForMore(than, { ...than, approvalAgeMaxSeconds: null })).toBe(true);
  });
});
