import { describe, expect, it } from 'vitest';
import { evaluate } from '@backstop/core/evaluation';
import { accountOf } from '../builders/account-of.ts';
import { marketOf, instantOf, NOON } from '../builders/market-of.ts';
import { codesOf, PLAIN_VENUE, plainDecision, plainScope } from '../builders/plain-venue.ts';
import { PLAIN_TRIGGER, setOf } from '../builders/set-of.ts';
import { sha256 } from '../builders/sha256.ts';

const position = { contract: 'BTCUSDT', size: '1', entryPrice: '10000' };
const account = { collateral: [['USDT', '1000']], positions: [position] } as const;

describe('a mark price that is not there', () => {
  it.each([
    ['no row', {}],
    ['a row without mark', { BTCUSDT: { indexPrice: '10000' } }],
    ['a mark of another contract', { ETHUSDT: '10000' }],
  ])('%s: indeterminate, no zone, no figures, no new risk', (_relation, contracts) => {
    const decision = plainDecision({ account, market: { contracts } });
    expect(decision.outcome).toBe('indeterminate');
    expect(decision.scopes[0]).toMatchObject({ zone: null, equity: null, state: null, liquidatable: null });
    expect(decision.scopes[0]?.actions.map(({ type }) => type)).toEqual(['block-new-risk', 'notify']);
    expect(codesOf(decision.scopes[0]?.indeterminate ?? [])).toEqual(['mark_price_missing BTCUSDT']);
    expect(decision.scopes[0]?.positions).toMatchObject([{ contract: 'BTCUSDT', notional: null, tier: null }]);
  });

  it('a breach in another scope is a breach still', () => {
    const both = {
      collateral: [
        ['USDT', '1000'],
        ['BTC', '-1'],
      ],
      positions: [position],
    } as const;
    const { outcome, scopes } = plainDecision({ account: both });
    expect([outcome, scopes.map(({ zone }) => zone)]).toEqual(['breach', ['deficit', null]]);
  });
});

describe('a mark price that is at most a minute old', () => {
  const trigger = { ...PLAIN_TRIGGER, markAgeMaxSeconds: 60 };

  it.each([
    ['age = limit', '2025-01-01T11:59:00Z', []],
    ['age a millisecond above limit', '2025-01-01T11:58:59.999Z', ['mark_price_stale BTCUSDT']],
    ['no instant of its own: as old as the market', undefined, []],
    ['of the future', '2025-01-01T12:00:01Z', []],
  ])('%s', (_relation, priceAt, codes) => {
    const row = { markPrice: '10000', ...(priceAt === undefined ? {} : { priceAt }) };
    const scope = plainScope({ venue: { trigger }, account, market: { contracts: { BTCUSDT: row } } });
    expect(codesOf(scope.indeterminate)).toEqual(codes);
    expect(scope.zone).toBe(codes.length === 0 ? 'healthy' : null);
  });
});

describe('a mark price within 5 % of the index and 10 % of the last good mark', () => {
  const trigger = { ...PLAIN_TRIGGER, markBand: { indexDeviationMax: '0.05', lastGoodDeviationMax: '0.1' } };

  it.each([
    ['mark = index · 1.05', { markPrice: '10500', indexPrice: '10000' }, []],
    [
      'mark a tick above index · 1.05',
      { markPrice: '10500.1', indexPrice: '10000' },
      ['mark_price_outside_index_band BTCUSDT'],
    ],
    ['mark = index · 0.95', { markPrice: '9500', indexPrice: '10000' }, []],
    [
      'mark a tick below index · 0.95',
      { markPrice: '9499.9', indexPrice: '10000' },
      ['mark_price_outside_index_band BTCUSDT'],
    ],
    ['mark = last good mark · 1.1', { markPrice: '11000', lastGoodMarkPrice: '10000' }, []],
    [
      'mark a tick above last good mark · 1.1',
      { markPrice: '11000.1', lastGoodMarkPrice: '10000' },
      ['mark_price_outside_last_good_band BTCUSDT'],
    ],
    ['neither given: nothing bounds it', { markPrice: '999999' }, []],
  ])('%s', (_relation, row, codes) => {
    const scope = plainScope({ venue: { trigger }, account, market: { contracts: { BTCUSDT: row } } });
    expect(codesOf(scope.indeterminate)).toEqual(codes);
  });
});

it('names that the set does not know are problems, each with its place and the nearest name', () => {
  const words = { collateral: [['USDC', '1']], positions: [{ ...position, contract: 'ETHUSTD' }] } as const;
  const openOrders = [{ contract: 'SOLUSDT', side: 'buy', size: '1', price: '100' }] as const;
  const question = { set: setOf(PLAIN_VENUE), account: accountOf({ ...words, openOrders }), market: marketOf({}) };
  const result = evaluate({ ...question, asOf: instantOf(NOON), explain: false, sha256 });
  expect(result.ok ? [] : result.problems.map(({ code, path, suggestion }) => [code, path, suggestion])).toEqual([
    ['asset_not_in_policy_set', '/account/collateral/0/asset', expect.stringContaining('USDT')],
    ['contract_not_in_policy_set', '/account/positions/0/contract', expect.stringContaining('ETHUSDT')],
    ['contract_not_in_policy_set', '/account/openOrders/0/contract', undefined],
  ]);
});
