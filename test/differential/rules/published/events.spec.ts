import { describe, expect, it } from 'vitest';
import { judgedByBoth } from './judged-by-both.ts';

const facts = {
  days: 3,
  region: 'eu',
  isOpen: true,
  assets: ['BTC', 'ETH'],
  desk: { owner: { name: 'ada' }, limits: [{ count: 5 }] },
};
const fields = {
  desk: [
    ['$.owner.name', 'text'],
    ['$.limits[0].count', 'integer'],
  ],
} as const;
const always = { all: [{ fact: 'days', operator: 'equal', value: 3 }] };

describe('parameters of an event', () => {
  it.each([
    ['none', {}],
    ['literals, as they are', { desk: 'risk', days: 2, isUrgent: false, until: null }],
    ['a fact', { days: { fact: 'days' } }],
    ['facts of every type', { r: { fact: 'region' }, o: { fact: 'isOpen' }, a: { fact: 'assets' } }],
    ['a fact by path', { owner: { fact: 'desk', path: '$.owner.name' } }],
    ['a place by path', { count: { fact: 'desk', path: '$.limits[0].count' } }],
    ['facts beside literals', { days: { fact: 'days' }, unit: 'days' }],
  ])('%s', async (_, params) => {
    const rules = [{ name: 'rule', conditions: always, params }];
    const { ourParams, engineParams } = await judgedByBoth({ facts, fields, rules });
    expect(ourParams).toHaveLength(1);
    expect(ourParams).toEqual(engineParams);
  });

  it('each rule that hits has its own, one that does not has none', async () => {
    const rules = [
      { name: 'first', conditions: always, params: { days: { fact: 'days' } } },
      { name: 'second', conditions: { not: always }, params: { days: { fact: 'days' } } },
      { name: 'third', conditions: always, params: { region: { fact: 'region' } } },
    ];
    const { ours, engine, ourParams, engineParams } = await judgedByBoth({ facts, fields, rules });
    expect([ours, engine]).toEqual([
      ['first', 'third'],
      ['first', 'third'],
    ]);
    expect(ourParams).toEqual([{ days: 3 }, { region: 'eu' }]);
    expect(engineParams).toEqual(ourParams);
  });
});
