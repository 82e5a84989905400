/** An account that the shipped profile can judge: what the reference page shows and a newcomer pastes. */
export const exampleRequest = {
  account: {
    id: 'a-1',
    tags: [],
    collateral: [{ asset: 'USDT', balance: '10000' }],
    positions: [
      { contract: 'BTCUSDT', side: 'net', size: '1.5', entryPrice: '60000', leverage: '20', margin: 'cross' },
      { contract: 'ETHUSDT', size: '-10', entryPrice: '2500', margin: 'isolated', isolatedMargin: '1500' },
    ],
    openOrders: [{ contract: 'BTCUSDT', side: 'buy', size: '0.1', price: '59000', reduceOnly: false }],
  },
  market: {
    asOf: '2024-10-24T12:00:00Z',
    contracts: {
      BTCUSDT: { markPrice: '64000', indexPrice: '64010' },
      ETHUSDT: { markPrice: '2600', indexPrice: '2601' },
    },
    assets: { USDT: { price: '1' } },
  },
} as const;
