import { describe, expect, test } from 'vitest';
import { draftOf } from './draftOf.ts';
import { requestOf } from './requestOf.ts';

const whole = {
  account: {
    id: 'a-1',
    ownerId: 'o-1',
    tags: ['retail', 'vip'],
    collateral: [{ asset: 'USDT', balance: '10000' }],
    positions: [
      { contract: 'BTCUSDT', size: '1.5', entryPrice: '60000', leverage: '20', margin: 'cross' },
      {
        contract: 'ETHUSDT',
        side: 'short',
        size: '-10',
        entryPrice: '2500',
        margin: 'isolated',
        isolatedMargin: '1500',
        pendingFunding: '-1',
      },
    ],
    openOrders: [{ contract: 'BTCUSDT', side: 'buy', size: '0.1', price: '59000', reduceOnly: true }],
    state: { zones: { 'cross:USDT': 'warning' } },
    facts: { region: 'eu' },
  },
  market: {
    asOf: '2024-10-24T12:00:00Z',
    contracts: {
      BTCUSDT: { markPrice: '64000', indexPrice: '64010', volatility: '0.55' },
      ETHUSDT: { markPrice: '2600' },
    },
    assets: { USDT: { price: '1', redemptionPrice: '1' } },
  },
};

describe('a request goes through the form unchanged', () => {
  test('with everything that the form has a field for, and everything it has not', () => {
    const draft = draftOf(whole);
    expect(draft).not.toBeNull();
    if (draft !== null) expect(requestOf(draft)).toEqual(whole);
  });

  test('defaults are left out, as they were', () => {
    const bare = {
      account: { id: 'a', collateral: [], positions: [] },
      market: { asOf: '2024-10-24T12:00:00Z', contracts: {} },
    };
    const draft = draftOf(bare);
    if (draft !== null) expect(requestOf(draft)).toEqual(bare);
    expect(draft).not.toBeNull();
  });
});

test('numbers become text: the API takes amounts as text only', () => {
  const draft = draftOf({
    account: { id: 'a', collateral: [{ asset: 'USDT', balance: 5 }], positions: [] },
    market: { contracts: {} },
  });
  expect(draft?.collateral[0]?.balance).toBe('5');
});

test.each([
  null,
  [],
  { account: {} },
  { account: [], market: {} },
  { account: { collateral: 'x' }, market: {} },
  { account: { positions: [1] }, market: {} },
  { account: {}, market: { contracts: [] } },
])('%j is nothing that a form could show', (request) => {
  expect(draftOf(request)).toBeNull();
});
