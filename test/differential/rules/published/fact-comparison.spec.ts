import { expect, it } from 'vitest';
import type { FactValue } from '@backstop/core/venue';
import { judgedByBoth } from './judged-by-both.ts';

const height = (operator: string, other = 'doorway') => ({ fact: 'height', operator, value: { fact: other } });

it.each<[string, unknown, Record<string, FactValue>, boolean]>([
  ['height < doorway', height('lessThan'), { height: 180, doorway: 200 }, true],
  ['height = doorway, lessThan', height('lessThan'), { height: 200, doorway: 200 }, false],
  ['height = doorway, lessThanInclusive', height('lessThanInclusive'), { height: 200, doorway: 200 }, true],
  ['height > doorway', height('greaterThan'), { height: 201, doorway: 200 }, true],
  ['height = doorway, greaterThanInclusive', height('greaterThanInclusive'), { height: 200, doorway: 200 }, true],
  ['height = doorway, equal', height('equal'), { height: 200, doorway: 200 }, true],
  ['height = doorway, notEqual', height('notEqual'), { height: 200, doorway: 200 }, false],
  [
    'one text and another',
    { fact: 'home', operator: 'equal', value: { fact: 'desk' } },
    { home: 'eu', desk: 'eu' },
    true,
  ],
  [
    'one truth and another',
    { fact: 'open', operator: 'notEqual', value: { fact: 'seen' } },
    { open: true, seen: false },
    true,
  ],
  [
    'a text among a list',
    { fact: 'coin', operator: 'in', value: { fact: 'listed' } },
    { coin: 'BTC', listed: ['ETH', 'BTC'] },
    true,
  ],
  [
    'a text not among a list',
    { fact: 'coin', operator: 'notIn', value: { fact: 'listed' } },
    { coin: 'BTC', listed: ['ETH'] },
    true,
  ],
  [
    'a list with a text',
    { fact: 'listed', operator: 'contains', value: { fact: 'coin' } },
    { coin: 'BTC', listed: ['BTC'] },
    true,
  ],
  [
    'a list without members, and a text',
    { fact: 'listed', operator: 'doesNotContain', value: { fact: 'coin' } },
    { coin: 'BTC', listed: [] },
    true,
  ],
])('%s', async (_, leaf, facts, expected) => {
  const { engine, ours } = await judgedByBoth({ facts, rules: [{ name: 'rule', conditions: { all: [leaf] } }] });
  expect(ours).toEqual(engine);
  expect(ours).toEqual(expected ? ['rule'] : []);
});
