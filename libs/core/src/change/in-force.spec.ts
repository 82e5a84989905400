import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyVersion } from '../policy/index.ts';
import type { Instant } from '../venue/index.ts';
import { buildTimeline, inForceAt, instantsOf, timelineAt } from './index.ts';

const version = (over: Partial<PolicyVersion>): PolicyVersion => ({
  policy: 'margin-tiers.BTCUSDT',
  version: 1,
  kind: 'margin-tiers',
  title: 'BTCUSDT',
  scope: { contracts: ['BTCUSDT'] },
  document: {},
  ends: false,
  digest: 'd1',
  mode: 'enforce',
  effectiveFrom: 100,
  effectiveUntil: null,
  approvedAt: 0,
  approvalSequence: 1,
  ...over,
});

/** Instants within a small range, so that they meet. */
const instants = fc.nat(12);
const timelines = fc
  .array(
    fc.record({
      policy: fc.constantFrom('margin-tiers.A', 'margin-tiers.B', 'valuation.default'),
      ends: fc.boolean(),
      mode: fc.constantFrom<PolicyVersion['mode'][]>('enforce', 'enforce', 'shadow'),
      effectiveFrom: instants,
      effectiveUntil: fc.option(instants),
      approvedAt: instants,
    }),
    { maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map((draft, index) =>
      version({ ...draft, version: index + 1, approvalSequence: index, digest: String(index) }),
    ),
  );

describe('a version is in force', () => {
  const first = version({});
  const second = version({ version: 2, effectiveFrom: 200, approvalSequence: 2 });
  it.each([
    ['at < effectiveFrom', [first], 99, []],
    ['at = effectiveFrom', [first], 100, [1]],
    ['at = the later effectiveFrom', [first, second], 200, [2]],
    ['one before the later effectiveFrom', [first, second], 199, [1]],
    ['at = effectiveUntil', [version({ effectiveUntil: 150 })], 150, []],
    ['one before effectiveUntil', [version({ effectiveUntil: 150 })], 149, [1]],
    ['a later one expired: the earlier one again', [first, { ...second, effectiveUntil: 250 }], 250, [1]],
    ['same effectiveFrom: the higher approval sequence', [{ ...second, effectiveFrom: 100 }, first], 100, [2]],
    ['shadow, never', [version({ mode: 'shadow' })], 100, []],
    ['a later shadow does not supersede', [first, { ...second, mode: 'shadow' as const }], 200, [1]],
    ['an end takes the policy out', [first, { ...second, ends: true, document: null }], 200, []],
    ['an end that expires gives it back', [first, { ...second, ends: true, effectiveUntil: 300 }], 300, [1]],
  ])('%s', (_, versions, at, expected) => {
    expect(inForceAt(versions, at).map((each) => each.version)).toEqual(expected);
    expect(inForceAt(versions.toReversed(), at).map((each) => each.version)).toEqual(expected);
  });

  it('approvedAt > knownAt: not known, so not in force', () => {
    const versions = [version({ approvedAt: 50 }), version({ version: 2, approvedAt: 60, approvalSequence: 2 })];
    const known = (at: Instant) => inForceAt(versions, 100, at).map((each) => each.version);
    expect([known(49), known(50), known(59), known(60)]).toEqual([[], [1], [1], [2]]);
  });
});

describe('the timeline', () => {
  it('agrees with the definition read aloud, at every instant, whatever was known', () => {
    fc.assert(
      fc.property(timelines, fc.nat(14), fc.option(instants, { nil: undefined }), (versions, at, knownAt) => {
        expect(timelineAt(buildTimeline(versions), at, knownAt)).toEqual(readAloud(versions, at, knownAt));
        expect(inForceAt(versions, at, knownAt)).toEqual(readAloud(versions, at, knownAt));
      }),
      { numRuns: 2000 },
    );
  });

  it('knows exactly the instants at which the set changes', () => {
    fc.assert(
      fc.property(timelines, (versions) => {
        const changes = [];
        for (let at = 0; at <= 14; at += 1) {
          const [before, now] = [readAloud(versions, at - 1), readAloud(versions, at)];
          if (JSON.stringify(before) !== JSON.stringify(now)) changes.push(at);
        }
        expect(instantsOf(buildTimeline(versions))).toEqual(changes);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order in which versions are given', () => {
    fc.assert(
      fc.property(timelines, fc.nat(14), (versions, at) => {
        expect(inForceAt(versions.toReversed(), at)).toEqual(inForceAt(versions, at));
      }),
    );
  });
});

/** The slow, obvious evaluator: the rule sentence by sentence, with nothing prepared. */
function readAloud(versions: readonly PolicyVersion[], at: Instant, knownAt?: Instant): PolicyVersion[] {
  const policies = [...new Set(versions.map(({ policy }) => policy))].sort();
  return policies.flatMap((policy) => {
    const inForce = versions
      .filter((each) => each.policy === policy)
      .filter((each) => each.mode === 'enforce')
      .filter((each) => knownAt === undefined || each.approvedAt <= knownAt)
      .filter((each) => each.effectiveFrom <= at)
      .filter((each) => each.effectiveUntil === null || at < each.effectiveUntil);
    const latest = Math.max(...inForce.map((each) => each.effectiveFrom));
    const tied = inForce.filter((each) => each.effectiveFrom === latest);
    const sequence = Math.max(...tied.map((each) => each.approvalSequence));
    return tied.filter((each) => each.approvalSequence === sequence).filter((each) => !each.ends);
  });
}
