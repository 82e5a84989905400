import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeThreeWay } from '../index.ts';
import type { Json } from './json.ts';

const keys = new Map([
  ['/tiers', ['floor']],
  ['/rules', ['name']],
]);
const merge = (base: Json, ours: Json, theirs: Json) => mergeThreeWay(base, ours, theirs, { rowKeys: keys });
const tier = (floor: string, rate: string) => ({ floor, rate });
const rule = (name: string, limit = '1') => ({ name, limit });
const rules = (...names: string[]) => ({ rules: names.map((name) => rule(name)) });
const namesOf = (merged: Json | undefined) => (merged as ReturnType<typeof rules>).rules.map(({ name }) => name);

describe('changes of one side each', () => {
  it.each<[string, Json, Json, Json, Json]>([
    ['fields', { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 2 }, { a: 2, b: 2 }],
    ['a field that comes', { a: 1 }, { a: 1, b: 1 }, { a: 2 }, { a: 2, b: 1 }],
    ['a field that goes', { a: 1, b: 1 }, { b: 1 }, { a: 1, b: 2 }, { b: 2 }],
    ['the same change twice', { a: 1 }, { a: 2 }, { a: 2 }, { a: 2 }],
    [
      'cells of different rows',
      { tiers: [tier('0', '1'), tier('50', '2')] },
      { tiers: [tier('0', '3'), tier('50', '2')] },
      { tiers: [tier('0', '1'), tier('50', '4')] },
      { tiers: [tier('0', '3'), tier('50', '4')] },
    ],
    [
      'a row inserted above the one that the other side changes',
      { tiers: [tier('50', '2')] },
      { tiers: [tier('10', '1'), tier('50', '2')] },
      { tiers: [tier('50', '4')] },
      { tiers: [tier('10', '1'), tier('50', '4')] },
    ],
    [
      'a row taken away',
      { tiers: [tier('0', '1'), tier('50', '2')] },
      { tiers: [tier('50', '2')] },
      { tiers: [tier('0', '1'), tier('50', '4')] },
      { tiers: [tier('50', '4')] },
    ],
    ['a list without identity', { tags: ['a'] }, { tags: ['a', 'b'] }, { tags: ['a'] }, { tags: ['a', 'b'] }],
  ])('%s', (_, base, ours, theirs, merged) => {
    expect(merge(base, ours, theirs)).toEqual({ merged, conflicts: [] });
    expect(merge(base, theirs, ours).conflicts).toEqual([]);
  });

  it('an order that one side changed, with a row that the other inserted behind the same neighbor', () => {
    const { merged, conflicts } = merge(rules('a', 'b', 'c'), rules('c', 'a', 'b'), rules('a', 'new', 'b', 'c'));
    expect(conflicts).toEqual([]);
    expect(namesOf(merged)).toEqual(['c', 'a', 'new', 'b']);
  });
});

describe('a conflict is told by its place, ours standing', () => {
  it.each<[string, Json, Json, Json, string]>([
    [
      'one cell',
      { tiers: [tier('0', '1')] },
      { tiers: [tier('0', '2')] },
      { tiers: [tier('0', '3')] },
      '/tiers/floor=0/rate',
    ],
    [
      'changed here, taken away there',
      { tiers: [tier('0', '1')] },
      { tiers: [tier('0', '2')] },
      { tiers: [] },
      '/tiers/floor=0',
    ],
    [
      'taken away here, changed there',
      { tiers: [tier('0', '1')] },
      { tiers: [] },
      { tiers: [tier('0', '2')] },
      '/tiers/floor=0',
    ],
    [
      'both brought another row of one name',
      { rules: [] },
      { rules: [rule('a')] },
      { rules: [rule('a', '2')] },
      '/rules/name=a',
    ],
    ['two orders', rules('a', 'b', 'c'), rules('b', 'a', 'c'), rules('a', 'c', 'b'), '/rules'],
    ['a list without identity', { tags: [] }, { tags: ['a'] }, { tags: ['b'] }, '/tags'],
    ['a key that needs escaping', { 'a/b': 1 }, { 'a/b': 2 }, { 'a/b': 3 }, '/a~1b'],
  ])('%s', (_, base, ours, theirs, path) => {
    const { merged, conflicts } = merge(base, ours, theirs);
    expect(conflicts.map((conflict) => conflict.path)).toEqual([path]);
    expect(merged).toEqual(ours);
  });
});

const documents: fc.Arbitrary<Json> = fc
  .record({
    rate: fc.constantFrom('1', '2', '3'),
    rules: fc.uniqueArray(fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), limit: fc.constantFrom('1', '2') }), {
      selector: ({ name }) => name,
    }),
  })
  .map((document): Json => document);

it('merging with a side that changed nothing gives the other side, whole', () => {
  fc.assert(
    fc.property(documents, documents, (base, other) => {
      expect(merge(base, other, base)).toEqual({ merged: other, conflicts: [] });
      expect(merge(base, base, other)).toEqual({ merged: other, conflicts: [] });
      expect(merge(base, other, other)).toEqual({ merged: other, conflicts: [] });
    }),
  );
});

it('both sides of a merge see the same conflicts, and without any the same rows', () => {
  fc.assert(
    fc.property(documents, documents, documents, (base, ours, theirs) => {
      const [one, two] = [merge(base, ours, theirs), merge(base, theirs, ours)];
      expect(one.conflicts.map(({ path }) => path).toSorted()).toEqual(
        two.conflicts.map(({ path }) => path).toSorted(),
      );
      if (one.conflicts.length > 0) return;
      expect(namesOf(one.merged).toSorted()).toEqual(namesOf(two.merged).toSorted());
    }),
    { numRuns: 2000 },
  );
});

it('every row of the merge stands on a side as it is there, or was changed by both in different places', () => {
  fc.assert(
    fc.property(documents, documents, documents, (base, ours, theirs) => {
      const { merged, conflicts } = merge(base, ours, theirs);
      if (conflicts.length > 0) return;
      const names = [ours, theirs].map((side) => namesOf(side));
      const baseNames = namesOf(base);
      for (const name of namesOf(merged)) expect(names.some((side) => side.includes(name))).toBe(true);
      for (const name of new Set(names.flat())) {
        const isDropped = baseNames.includes(name) && names.some((side) => !side.includes(name));
        expect(namesOf(merged).includes(name)).toBe(!isDropped);
      }
    }),
    { numRuns: 2000 },
  );
});
