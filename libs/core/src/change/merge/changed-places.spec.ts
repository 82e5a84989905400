import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changedPlaces, mergeThreeWay } from '../index.ts';
import type { Json } from './json.ts';

const rowKeys = new Map([
  ['/rules', ['name']],
  ['/rules/*/parts', ['id']],
]);
const places = (base: Json, side: Json) => changedPlaces(base, side, { rowKeys });
const rule = (name: string, limit = '1') => ({ name, limit });

it.each<[string, Json, Json, ReturnType<typeof places>]>([
  ['nothing', { a: 1, b: [1] }, { b: [1], a: 1 }, []],
  ['a field', { a: 1, b: 1 }, { a: 2, b: 1 }, [{ path: '/a', before: 1, after: 2 }]],
  ['a field that comes', { a: 1 }, { a: 1, 'b/c': 2 }, [{ path: '/b~1c', before: undefined, after: 2 }]],
  ['a list without identity', { t: ['a'] }, { t: ['a', 'b'] }, [{ path: '/t', before: ['a'], after: ['a', 'b'] }]],
  [
    'a cell of a row behind one that was inserted',
    { rules: [rule('a')] },
    { rules: [rule('new'), rule('a', '2')] },
    [
      { path: '/rules/name=a/limit', before: '1', after: '2' },
      { path: '/rules/name=new', before: undefined, after: rule('new') },
    ],
  ],
  [
    'a row of a row',
    { rules: [{ name: 'a', parts: [{ id: 'x', n: 1 }] }] },
    { rules: [{ name: 'a', parts: [{ id: 'x', n: 2 }] }] },
    [{ path: '/rules/name=a/parts/id=x/n', before: 1, after: 2 }],
  ],
  [
    'an order',
    { rules: [rule('a'), rule('b')] },
    { rules: [rule('b'), rule('a')] },
    [{ path: '/rules', before: ['name=a', 'name=b'], after: ['name=b', 'name=a'] }],
  ],
])('%s that one side changed', (_, base, side, told) => {
  expect(places(base, side)).toEqual(told);
});

const documents: fc.Arbitrary<Json> = fc
  .record({
    rate: fc.constantFrom('1', '2', '3'),
    tags: fc.subarray(['x', 'y']),
    rules: fc.uniqueArray(fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), limit: fc.constantFrom('1', '2') }), {
      selector: ({ name }) => name,
    }),
  })
  .map((document): Json => document);

it('no place is told where nothing differs, and some where anything does', () => {
  fc.assert(
    fc.property(documents, documents, (base, side) => {
      expect(places(base, side).length === 0).toBe(JSON.stringify(base) === JSON.stringify(side));
    }),
    { numRuns: 2000 },
  );
});

it('a merge has no conflict but at, below or above a place that each side changed', () => {
  const touches = (one: string, other: string): boolean =>
    one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
  fc.assert(
    fc.property(documents, documents, documents, (base, ours, theirs) => {
      const { conflicts } = mergeThreeWay(base, ours, theirs, { rowKeys });
      for (const { path } of conflicts) {
        for (const side of [ours, theirs]) {
          expect(places(base, side).some((place) => touches(place.path, path))).toBe(true);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

it('what a merge without conflicts changes was changed by a side, to the very value', () => {
  fc.assert(
    fc.property(documents, documents, documents, (base, ours, theirs) => {
      const { merged, conflicts } = mergeThreeWay(base, ours, theirs, { rowKeys });
      if (conflicts.length > 0 || merged === undefined) return;
      const told = [...places(base, ours), ...places(base, theirs)];
      for (const place of places(base, merged)) {
        const known = told.filter(({ path }) => path === place.path);
        expect(known.length).toBeGreaterThan(0);
        // An order of rows is merged from both.
        if (!Array.isArray(place.after) || place.path !== '/rules') {
          expect(known.map(({ after }) => after)).toContainEqual(place.after);
        }
      }
    }),
    { numRuns: 2000 },
  );
});
