import { expect, it } from 'vitest';
import { judgedByBoth } from './judged-by-both.ts';

const facts = {
  desk: {
    owner: { name: 'ada', regions: ['eu', 'uk'] },
    limits: [{ count: 3 }, { count: 5, open: true }],
    'by-hour': { count: 7 },
  },
  days: 5,
};
const fields = {
  desk: [
    ['$.owner.name', 'text'],
    ['$.owner.regions', 'set'],
    ['$.limits[0].count', 'integer'],
    ['$.limits[1].count', 'integer'],
    ['$.limits[1].open', 'boolean'],
    ['$.by-hour.count', 'integer'],
  ],
} as const;

it.each([
  ['a name', { fact: 'desk', path: '$.owner.name', operator: 'equal', value: 'ada' }, true],
  ['a name in a list', { fact: 'desk', path: '$.owner.name', operator: 'in', value: ['bob'] }, false],
  ['a list at a path', { fact: 'desk', path: '$.owner.regions', operator: 'contains', value: 'uk' }, true],
  [
    'a decorator over a list at a path',
    { fact: 'desk', path: '$.owner.regions', operator: 'everyFact:in', value: ['eu'] },
    false,
  ],
  ['a place in a list', { fact: 'desk', path: '$.limits[1].count', operator: 'greaterThan', value: 4 }, true],
  ['the place before it', { fact: 'desk', path: '$.limits[0].count', operator: 'greaterThan', value: 4 }, false],
  ['a truth', { fact: 'desk', path: '$.limits[1].open', operator: 'equal', value: true }, true],
  ['a name with a hyphen', { fact: 'desk', path: '$.by-hour.count', operator: 'equal', value: 7 }, true],
  [
    'a path on the side of the value',
    { fact: 'days', operator: 'equal', value: { fact: 'desk', path: '$.limits[1].count' } },
    true,
  ],
  [
    'a path on both sides',
    {
      fact: 'desk',
      path: '$.limits[0].count',
      operator: 'lessThan',
      value: { fact: 'desk', path: '$.limits[1].count' },
    },
    true,
  ],
])('%s', async (_, leaf, expected) => {
  const { engine, ours } = await judgedByBoth({
    facts,
    fields,
    rules: [{ name: 'rule', conditions: { all: [leaf] } }],
  });
  expect(ours).toEqual(engine);
  expect(ours).toEqual(expected ? ['rule'] : []);
});
