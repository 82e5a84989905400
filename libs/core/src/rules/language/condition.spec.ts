import { describe, expect, it } from 'vitest';
import { canonicalConditions } from './canonical-conditions.ts';
import { scopeCatalogue } from './catalogue.ts';
import { DEPTH_MAX, rootConditionSchema } from './condition.ts';
import type { LeafValue } from './condition.ts';

const leaf = { fact: 'equity', operator: 'lessThan', value: '1' };

/** `not` inside `not`, so many levels, around a leaf. */
function nested(levels: number): unknown {
  let condition: unknown = leaf;
  for (let level = 0; level < levels; level += 1) condition = { not: condition };
  return condition;
}

describe('rootConditionSchema', () => {
  it.each([
    ['all', { all: [leaf] }],
    ['any', { any: [leaf, { not: leaf }] }],
    ['not', { not: leaf }],
    ['a named condition', { condition: 'watched' }],
    ['a path', { all: [{ ...leaf, path: '$.a_1.b[0][12]' }] }],
    ['a reference with a path', { all: [{ ...leaf, value: { fact: 'notional', path: '$[3]' } }] }],
    ['an empty list, which the check refuses by name', { all: [] }],
    [`${String(DEPTH_MAX)} levels`, nested(DEPTH_MAX)],
  ])('reads %s', (_, condition) => {
    expect(rootConditionSchema.parse(condition)).toEqual(condition);
  });

  it.each([
    ['a bare leaf, as json-rules-engine does', leaf],
    ['nothing', {}],
    ['two forms at once', { all: [leaf], any: [leaf] }],
    ['a form that is also a leaf', { all: [{ not: leaf, ...leaf }] }],
    ['a leaf without a value', { all: [{ fact: 'equity', operator: 'lessThan' }] }],
    ['a null value', { all: [{ ...leaf, value: null }] }],
    ['a path that searches', { all: [{ ...leaf, path: '$..a' }] }],
    ['a path that runs code', { all: [{ ...leaf, path: '$.a[?(@.b)]' }] }],
    ['a path in quotes', { all: [{ ...leaf, path: "$['a']" }] }],
    ['a path to nothing', { all: [{ ...leaf, path: '$' }] }],
    ['a path of a list', { any: [leaf], path: '$.a' }],
    ['a path of a part', { all: [{ any: [leaf], path: '$.a' }] }],
    ['params', { all: [{ ...leaf, params: {} }] }],
    ['a value that is no number', { all: [{ ...leaf, value: Number.NaN }] }],
    ['a value without end', { all: [{ ...leaf, value: Number.POSITIVE_INFINITY }] }],
    ['a reference with params', { all: [{ ...leaf, value: { fact: 'notional', params: {} } }] }],
    ['a name that every object has a right to', { condition: '__proto__' }],
    [`${String(DEPTH_MAX + 1)} levels`, nested(DEPTH_MAX + 1)],
    ['a depth that would exhaust the stack', nested(200_000)],
  ])('refuses %s', (_, condition) => {
    expect(rootConditionSchema.safeParse(condition).success).toBe(false);
  });
});

describe('canonicalConditions', () => {
  const catalogue = scopeCatalogue([]);
  const canonical = (fact: string, value: LeafValue) => {
    const conditions = canonicalConditions({ all: [{ fact, operator: 'equal', value }] }, catalogue);
    const [only] = 'all' in conditions ? conditions.all : [];
    return only !== undefined && 'value' in only ? only.value : undefined;
  };

  it.each<[string, LeafValue, unknown]>([
    ['equity', 1.5, '1.5'],
    ['equity', '1.50', '1.5'],
    ['equity', '-0', '0'],
    ['equity', -0, '0'],
    ['equity', 1e-7, '0.0000001'],
    ['equity', 1e20, '100000000000000000000'],
    ['equity', 1.5e21, '1500000000000000000000'],
    ['equity', [1, '2.0'], ['1', '2']],
    ['equity', 0.1 + 0.2, 0.1 + 0.2],
    ['equity', 'ten', 'ten'],
    ['equity', { fact: 'notional' }, { fact: 'notional' }],
    ['positionCount', '3.0', 3],
    ['positionCount', 3, 3],
    ['positionCount', '99999999999999999999', '99999999999999999999'],
    ['asset', '1.50', '1.50'],
    ['nobody', 1.5, 1.5],
  ])('%s against %j is stored as %j', (fact, value, expected) => {
    expect(canonical(fact, value)).toEqual(expected);
  });
});
