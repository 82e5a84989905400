import { describe, expect, it } from 'vitest';
import { judgedByBoth } from './judged-by-both.ts';

const above = (fact: string, value: number) => ({ fact, operator: 'greaterThan', value });
const below = (fact: string, value: number) => ({ fact, operator: 'lessThan', value });

async function hits(conditions: unknown, facts: Record<string, number>, named: Record<string, unknown> = {}) {
  const { engine, ours } = await judgedByBoth({ facts, conditions: named, rules: [{ name: 'rule', conditions }] });
  expect(ours).toEqual(engine);
  return engine.length === 1;
}

/** An age of 18 to 64, or of a holder of more than two contracts: the classic of nested lists. */
const nested = {
  any: [{ all: [above('age', 17), below('age', 65)] }, { all: [below('age', 18), above('contracts', 2)] }],
};

describe('lists within lists', () => {
  it.each([
    ['the first list holds', { age: 40, contracts: 0 }, true],
    ['the second list holds', { age: 17, contracts: 3 }, true],
    ['neither does', { age: 70, contracts: 3 }, false],
    ['each holds in part', { age: 17, contracts: 2 }, false],
  ])('%s', async (_, facts, expected) => {
    expect(await hits(nested, facts)).toBe(expected);
  });

  it.each([
    ['all of one', { all: [above('age', 1)] }, true],
    ['any of one', { any: [above('age', 99)] }, false],
    ['all, the last false', { all: [above('age', 1), above('age', 2), above('age', 99)] }, false],
    ['any, the last true', { any: [above('age', 99), above('age', 98), above('age', 1)] }, true],
    ['not of a leaf', { not: above('age', 99) }, true],
    ['not of all', { not: { all: [above('age', 1), above('age', 99)] } }, true],
    ['not of any', { not: { any: [above('age', 1), above('age', 99)] } }, false],
    ['not of not', { not: { not: above('age', 1) } }, true],
    ['not within all within any', { any: [{ all: [{ not: above('age', 99) }, above('age', 1)] }] }, true],
    ['eight levels', { all: [{ any: [{ all: [{ any: [{ all: [{ any: [{ not: above('age', 99) }] }] }] }] }] }] }, true],
  ])('%s', async (_, conditions, expected) => {
    expect(await hits(conditions, { age: 40, contracts: 0 })).toBe(expected);
  });
});

describe('named conditions', () => {
  const named = {
    grown: { all: [above('age', 17)] },
    'of-age': { all: [{ condition: 'grown' }, below('age', 65)] },
    idle: { not: { condition: 'trades' } },
    trades: { any: [above('contracts', 0)] },
  };

  it.each([
    ['as the root', { condition: 'grown' }, { age: 18, contracts: 0 }, true],
    ['as the root, false', { condition: 'grown' }, { age: 17, contracts: 0 }, false],
    ['within a list', { all: [{ condition: 'grown' }, above('contracts', 1)] }, { age: 18, contracts: 2 }, true],
    ['that name another', { condition: 'of-age' }, { age: 65, contracts: 0 }, false],
    ['that name another, true', { condition: 'of-age' }, { age: 64, contracts: 0 }, true],
    ['under not', { not: { condition: 'grown' } }, { age: 17, contracts: 0 }, true],
    ['defined by a negation', { condition: 'idle' }, { age: 17, contracts: 0 }, true],
    [
      'used twice',
      { all: [{ condition: 'grown' }, { any: [{ condition: 'grown' }] }] },
      { age: 17, contracts: 0 },
      false,
    ],
  ])('%s', async (_, conditions, facts, expected) => {
    expect(await hits(conditions, facts, named)).toBe(expected);
  });
});
