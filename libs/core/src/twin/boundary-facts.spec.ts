import { describe, expect, it } from 'vitest';
import { scopeCatalogue } from '../rules/index.ts';
import type { Leaf, ListedRule } from '../rules/index.ts';
import { boundaryFacts } from './boundary-facts.ts';

const names = { facts: scopeCatalogue([]), conditions: {} };
const listOf = (leaves: readonly Leaf[]): ListedRule[] => [
  { conditions: { any: [...leaves] }, pointer: '/rules/0/conditions', priority: 1 },
];
const within = (start: number): Leaf => {
  return { fact: 'equity', operator: 'in', value: Array.from({ length: 100 }, (_, at) => String(start + at)) };
};

describe('boundaryFacts', () => {
  it('makes no more than are asked for', () => {
    const asked: string[] = [];
    const leaves = Array.from({ length: 252 }, (_, at) => within(at * 100));
    const { scopes, countMax } = boundaryFacts(listOf(leaves), names, (pointer) => asked.push(pointer) > 1000);
    expect(countMax).toBe(6 * (252 * 300 + 1));
    expect(asked).toEqual([]);
    const taken: unknown[] = [];
    for (const scope of scopes) if (taken.push(scope) === 10) break;
    expect(taken).toHaveLength(10);
    // One that is like its surroundings may be asked for and not given.
    expect(asked.length).toBeLessThanOrEqual(20);
  });

  it('ends, however many come out alike', () => {
    const leaves = Array.from({ length: 400 }, (_, at) => within(at % 3));
    const rotated = leaves.map((leaf, at) => {
      const value = leaf.value as string[];
      return { ...leaf, value: [...value.slice(at % 100), ...value.slice(0, at % 100)] };
    });
    const { scopes, countMax } = boundaryFacts(listOf(rotated), names, () => false);
    const made = [...scopes].length;
    expect(made).toBeGreaterThan(100);
    expect(made).toBeLessThan(countMax / 100);
  });
});
