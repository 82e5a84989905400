import { expect, test } from 'vitest';
import { EMPTY_COLLATERAL, EMPTY_POSITION } from './draft.ts';
import { syncedMarket } from './syncedMarket.ts';

const empty = { collateral: [], positions: [], openOrders: [], contracts: [], assets: [] };

test('a new contract begins at its entry price, a known one keeps its mark', () => {
  const positions = [
    { ...EMPTY_POSITION, contract: 'BTCUSDT', entryPrice: '60000' },
    { ...EMPTY_POSITION, contract: ' ETHUSDT ', entryPrice: '2500' },
  ];
  const contracts = [{ contract: 'BTCUSDT', markPrice: '64000', indexPrice: '', openInterest: '', rest: {} }];
  const late = [{ contract: 'BTCUSDT', markPrice: '', indexPrice: '', openInterest: '', rest: {} }];
  expect(syncedMarket({ ...empty, positions, contracts: late }, null).contracts[0]?.markPrice).toBe('60000');
  expect(
    syncedMarket({ ...empty, positions, contracts }, null).contracts.map(({ contract, markPrice }) => [
      contract,
      markPrice,
    ]),
  ).toEqual([
    ['BTCUSDT', '64000'],
    ['ETHUSDT', '2500'],
  ]);
});

test('only the valuation asset has a price that follows from itself', () => {
  const collateral = [
    { ...EMPTY_COLLATERAL, asset: 'USDT' },
    { ...EMPTY_COLLATERAL, asset: 'BTC' },
    { ...EMPTY_COLLATERAL, asset: '' },
  ];
  expect(syncedMarket({ ...empty, collateral }, 'USDT').assets.map(({ asset, price }) => [asset, price])).toEqual([
    ['USDT', '1'],
    ['BTC', ''],
  ]);
});
