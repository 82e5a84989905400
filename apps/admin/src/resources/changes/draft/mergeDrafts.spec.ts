import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentText, EMPTY_DRAFT, type Draft, type DraftEntry } from './draft.ts';
import { draftPlace } from './draftPlace.ts';
import { draftChanges, isSameDraft, mergeDrafts } from './mergeDrafts.ts';

const POLICY = 'margin-tiers.BTCUSDT';

interface Tier {
  readonly notionalFloor: string;
  readonly leverageMax: string;
}

const tier = (notionalFloor: string, leverageMax: string): Tier => ({ notionalFloor, leverageMax });

function entryOf(tiers: readonly Tier[], beside: Partial<DraftEntry> = {}): DraftEntry {
  return {
    ...{ policy: POLICY, base: 1, title: 'BTC', ends: false, mode: 'enforce' as const },
    ...{ scope: { about: 'contracts' as const, names: 'BTCUSDT', tags: '' }, text: documentText({ tiers }) },
    ...beside,
  };
}

const draft = (entries: readonly DraftEntry[], beside: Partial<Draft> = {}): Draft => ({
  ...EMPTY_DRAFT,
  reason: 'why',
  entries,
  ...beside,
});

const base = draft([entryOf([tier('0', '100'), tier('50', '50')])]);
const mine = draft([entryOf([tier('0', '90'), tier('50', '50')])], { reason: 'mine' });

test('rows and fields that different people changed come together', () => {
  const theirs = draft([entryOf([tier('0', '100'), tier('50', '40')], { title: 'Bitcoin' })], {
    requestedApprovers: ['piet'],
  });
  const { merged, conflicts } = mergeDrafts({ base, mine, theirs });
  expect(conflicts).toEqual([]);
  expect(merged).toEqual(
    draft([entryOf([tier('0', '90'), tier('50', '40')], { title: 'Bitcoin' })], {
      ...{ reason: 'mine', requestedApprovers: ['piet'] },
    }),
  );
});

test('a cell that both changed is a conflict by its row, and stands as somebody decides', () => {
  const theirs = draft([entryOf([tier('0', '80'), tier('50', '50')])]);
  const { conflicts } = mergeDrafts({ base, mine, theirs });
  const path = `/entries/policy=${POLICY}/document/tiers/notionalFloor=0/leverageMax`;
  expect(conflicts).toEqual([{ path, base: '100', ours: '90', theirs: '80' }]);
  expect(draftPlace(path)).toEqual({ policy: POLICY, path: '/tiers/notionalFloor=0/leverageMax', isInDocument: true });
  const decided = mergeDrafts({ base, mine, theirs }, new Map([[path, 'theirs']]));
  expect(decided.conflicts).toEqual([]);
  expect(decided.merged).toEqual({ ...theirs, reason: 'mine' });
});

test('a policy that one takes out and the other edits is a conflict, and one that is added is added', () => {
  const other = entryOf([], { policy: 'margin-tiers.ETHUSDT' });
  const { merged, conflicts } = mergeDrafts({ base, mine, theirs: draft([other]) });
  expect(conflicts.map(({ path }) => draftPlace(path))).toEqual([{ policy: POLICY, path: '', isInDocument: false }]);
  expect(merged.entries.map(({ policy }) => policy).toSorted()).toEqual([POLICY, other.policy]);
});

test('a text that is no JSON yet is one value, and stays as it was typed', () => {
  const unfinished = draft([entryOf([], { text: '{ "tiers": [' })]);
  expect(mergeDrafts({ base, mine: unfinished, theirs: base }).merged).toEqual(unfinished);
  expect(mergeDrafts({ base, mine: unfinished, theirs: mine }).conflicts).toHaveLength(1);
  const laidOut = draft([entryOf([], { text: '{"tiers":[]}' })]);
  expect(mergeDrafts({ base, mine: laidOut, theirs: base }).merged.entries[0]?.text).toBe('{"tiers":[]}');
});

const drafts: fc.Arbitrary<Draft> = fc
  .record({
    reason: fc.constantFrom('a', 'b'),
    approvers: fc.subarray(['piet', 'emma']),
    entries: fc.uniqueArray(
      fc.record({
        policy: fc.constantFrom(POLICY, 'margin-tiers.ETHUSDT'),
        title: fc.constantFrom('x', 'y'),
        tiers: fc.uniqueArray(fc.record({ floor: fc.constantFrom('0', '50', '90'), max: fc.constantFrom('1', '2') }), {
          selector: ({ floor }) => floor,
        }),
      }),
      { selector: ({ policy }) => policy },
    ),
  })
  .map(({ reason, approvers, entries }) =>
    draft(
      entries.map(({ policy, title, tiers }) =>
        entryOf(
          tiers.map(({ floor, max }) => tier(floor, max)),
          { policy, title },
        ),
      ),
      { reason, requestedApprovers: approvers },
    ),
  );

test('who typed nothing has what the other saved, and who saved nothing leaves what was typed', () => {
  fc.assert(
    fc.property(drafts, drafts, (was, other) => {
      expect(mergeDrafts({ base: was, mine: was, theirs: other })).toEqual({ merged: other, conflicts: [] });
      expect(mergeDrafts({ base: was, mine: other, theirs: was })).toEqual({ merged: other, conflicts: [] });
    }),
  );
});

test('mine on theirs loses nothing: each place that one of the two changed is so in the merge, or a named conflict', () => {
  const isAbove = (one: string, other: string): boolean => one === other || other.startsWith(`${one}/`);
  fc.assert(
    fc.property(drafts, drafts, drafts, (was, ours, theirs) => {
      const { merged, conflicts } = mergeDrafts({ base: was, mine: ours, theirs });
      const left = new Map(draftChanges(was, merged).map(({ path, after }) => [path, JSON.stringify(after)]));
      for (const place of [...draftChanges(was, ours), ...draftChanges(was, theirs)]) {
        const isNamed = conflicts.some(({ path }) => isAbove(path, place.path) || isAbove(place.path, path));
        // An order is merged from both, so neither need stand as it was.
        const isOrder = Array.isArray(place.before) && Array.isArray(place.after);
        if (!isNamed && !isOrder) expect(left.get(place.path)).toBe(JSON.stringify(place.after));
      }
    }),
    { numRuns: 1000 },
  );
});

test('two drafts are the same however their documents are laid out', () => {
  const laidOut = draft([entryOf([], { text: JSON.stringify({ tiers: [tier('0', '100'), tier('50', '50')] }) })]);
  expect(isSameDraft(base, laidOut)).toBe(true);
  expect(isSameDraft(base, mine)).toBe(false);
});
