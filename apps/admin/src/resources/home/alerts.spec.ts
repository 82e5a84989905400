import { expect, test } from 'vitest';
import type { BookZonesResource, FundResource } from '@backstop/contracts';
import { alertsOf } from './alerts.ts';

const AT = Date.parse('2026-01-01T12:00:00Z');

const book: BookZonesResource = {
  snapshot: {
    id: 'b',
    hash: '',
    asOf: '2026-01-01T11:30:00Z',
    recordedAt: '2026-01-01T11:30:00Z',
    recordedBy: 'key:a',
    accounts: 3,
    bytes: 1,
  },
  policySet: '',
  scopes: 3,
  listed: 3,
  notJudged: 0,
  zones: [{ zone: 'healthy', actions: [], scopes: 3 }],
  contracts: [],
};
const fund = {
  id: 'USDT',
  adlOpenFor: [] as string[],
  balance: '10',
  floor: '5',
  policy: { policy: 'p', version: 1 },
} as FundResource;

test('nothing is told where nothing is wrong', () => {
  expect(alertsOf({ book, funds: [fund], emergencies: 0, asked: [], now: AT })).toEqual([]);
  expect(alertsOf({ book: undefined, funds: undefined, emergencies: 0, asked: [], now: AT })).toEqual([]);
});

test.each([
  ['a book of two hours ago', { now: AT + 5_400_000 }, [['old_book', 'caution']]],
  ['a fund that opened deleveraging', { funds: [{ ...fund, adlOpenFor: ['BTCUSDT'] }] }, [['fund_adl', 'danger']]],
  ['a fund that is empty', { funds: [{ ...fund, balance: '0' }] }, [['fund_empty', 'danger']]],
  ['a fund at its floor', { funds: [{ ...fund, balance: '5' }] }, [['fund_at_floor', 'caution']]],
  [
    'a loss of a liquidation that nobody has recorded',
    { asked: [{ liquidation: 'l-1' }] },
    [['losses_asked', 'danger']],
  ],
  ['accounts that nobody can judge', { book: { ...book, notJudged: 2 } }, [['not_judged', 'unknown']]],
  [
    'a zone that cannot be told, and an emergency',
    { book: { ...book, zones: [{ zone: null, actions: [], scopes: 1 }] }, emergencies: 1 },
    [
      ['emergencies', 'danger'],
      ['indeterminate', 'unknown'],
    ],
  ],
])('%s', (_, facts, expected) => {
  const alerts = alertsOf({ book, funds: [fund], emergencies: 0, asked: [], now: AT, ...facts });
  expect(alerts.map(({ text, tone }) => [text, tone])).toEqual(expected);
});
