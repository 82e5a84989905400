import { describe, expect, it } from 'vitest';
import { scopeProblems, scopesAreEqual } from './index.ts';
import type { Scope } from './index.ts';

describe('scopes are equal where they claim one place', () => {
  it.each<[Scope, Scope, boolean]>([
    [{ contracts: '*' }, { contracts: '*' }, true],
    [{ contracts: '*' }, { contracts: ['A'] }, false],
    [{ contracts: ['A', 'B'] }, { contracts: ['B', 'C'] }, true],
    [{ contracts: ['A'] }, { contracts: ['B'] }, false],
    [{ contracts: ['A'] }, { groups: ['A'] }, false],
    [{ groups: ['A'] }, { groups: ['A'] }, true],
    [{ assets: ['A'] }, { assets: ['A'] }, true],
    [{ assets: '*' }, { assets: '*' }, true],
    [{ contracts: ['A'] }, { contracts: ['A'], tags: ['x'] }, false],
    [{ contracts: ['A'], tags: ['x', 'y'] }, { contracts: ['A'], tags: ['y', 'z'] }, true],
    [{ contracts: ['A'], tags: ['x'] }, { contracts: ['A'], tags: ['y'] }, false],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(scopesAreEqual(a, b)).toBe(expected);
    expect(scopesAreEqual(b, a)).toBe(expected);
  });
});

describe('scopeProblems', () => {
  const version = (key: string, scope: Scope, kind = 'margin-tiers') => ({ policy: `${kind}.${key}`, kind, scope });

  it('finds nothing where every place is taken once', () => {
    const versions = [
      version('a', { contracts: ['A'] }),
      version('b', { contracts: ['A'], tags: ['x'] }),
      version('c', { contracts: '*' }),
      version('d', { contracts: '*' }, 'valuation'),
    ];
    expect(scopeProblems(versions, ['x'])).toEqual([]);
  });

  it('names each pair once, and the tag that never speaks', () => {
    const versions = [
      version('a', { contracts: ['A', 'B'] }),
      version('b', { contracts: ['A', 'B'] }),
      version('c', { groups: ['G'], tags: ['unknown'] }),
    ];
    expect(scopeProblems(versions, ['x'])).toEqual([
      expect.objectContaining({ code: 'scope_equals_another', path: '/margin-tiers.b/scope' }),
      expect.objectContaining({ code: 'scope_tag_not_ordered', path: '/margin-tiers.c/scope' }),
    ]);
  });
});
