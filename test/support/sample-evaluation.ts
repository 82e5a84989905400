import type { EvaluationRequest } from '@backstop/contracts';

/** A request that the shipped profile can judge whole: a cross and an isolated position, an open order, and history. */
export function sampleEvaluation(): EvaluationRequest {
  return {
    account: {
      id: 'a-1',
      ownerId: 'o-1',
      tags: ['retail'],
      collateral: [{ asset: 'USDT', balance: '10000' }],
      positions: [
        {
          contract: 'BTCUSDT',
          side: 'net',
          size: '1.5',
          entryPrice: '60000',
          leverage: '20',
          margin: 'cross',
          pendingFunding: '0',
        },
        { contract: 'ETHUSDT', size: '-10', entryPrice: '2500', margin: 'isolated', isolatedMargin: '1500' },
      ],
      openOrders: [{ contract: 'BTCUSDT', side: 'buy', size: '0.1', price: '59000', reduceOnly: false }],
      state: { zones: {}, shortfalls: [] },
      facts: {},
    },
    market: {
      asOf: '2024-10-24T12:00:00Z',
      contracts: {
        BTCUSDT: {
          markPrice: '64000',
          priceAt: '2024-10-24T12:00:00Z',
          indexPrice: '64010',
          fundingRate: '0.0001',
          openInterest: '80000',
          volatility: '0.55',
          depth: '5000000',
        },
        ETHUSDT: { markPrice: '2600' },
      },
      assets: { USDT: { price: '1' } },
    },
  };
}
