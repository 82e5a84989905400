/** Accounts to begin with; the first is the one that the API's own reference shows. */
export interface Sample {
  readonly key: string;
  readonly request: unknown;
}

const AS_OF = '2024-10-24T12:00:00Z';

export const SAMPLES: readonly [Sample, ...Sample[]] = [
  {
    key: 'cross_and_isolated',
    request: {
      account: {
        id: 'a-1',
        ownerId: 'o-1',
        tags: ['retail'],
        collateral: [{ asset: 'USDT', balance: '10000' }],
        positions: [
          {
            contract: 'BTCUSDT',
            size: '1.5',
            entryPrice: '60000',
            leverage: '20',
            margin: 'cross',
            pendingFunding: '0',
          },
          { contract: 'ETHUSDT', size: '-10', entryPrice: '2500', margin: 'isolated', isolatedMargin: '1500' },
        ],
        openOrders: [{ contract: 'BTCUSDT', side: 'buy', size: '0.1', price: '59000' }],
      },
      market: {
        asOf: AS_OF,
        contracts: {
          BTCUSDT: {
            markPrice: '64000',
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
    },
  },
  {
    key: 'margin_call',
    request: {
      account: {
        id: 'a-2',
        collateral: [{ asset: 'USDT', balance: '4660' }],
        positions: [{ contract: 'BTCUSDT', size: '1.5', entryPrice: '67000', leverage: '50', margin: 'cross' }],
      },
      market: {
        asOf: AS_OF,
        contracts: { BTCUSDT: { markPrice: '64200', indexPrice: '64210' } },
        assets: { USDT: { price: '1' } },
      },
    },
  },
  {
    key: 'liquidation',
    request: {
      account: {
        id: 'a-3',
        collateral: [{ asset: 'USDT', balance: '4600' }],
        positions: [{ contract: 'BTCUSDT', size: '1.5', entryPrice: '67000', leverage: '50', margin: 'cross' }],
      },
      market: {
        asOf: AS_OF,
        contracts: { BTCUSDT: { markPrice: '64200', indexPrice: '64210' } },
        assets: { USDT: { price: '1' } },
      },
    },
  },
  {
    key: 'bankrupt',
    request: {
      account: {
        id: 'a-4',
        collateral: [{ asset: 'USDT', balance: '2000' }],
        positions: [{ contract: 'SOLUSDT', size: '400', entryPrice: '172', leverage: '25', margin: 'cross' }],
      },
      market: {
        asOf: AS_OF,
        contracts: { SOLUSDT: { markPrice: '165', indexPrice: '165.1' } },
        assets: { USDT: { price: '1' } },
      },
    },
  },
  {
    key: 'many_assets',
    request: {
      account: {
        id: 'a-5',
        collateral: [
          { asset: 'USDT', balance: '25000' },
          { asset: 'BTC', balance: '0.8' },
          { asset: 'ETH', balance: '-2' },
        ],
        positions: [
          { contract: 'BTCUSDT', side: 'long', size: '2', entryPrice: '63000', margin: 'cross' },
          { contract: 'BTCUSDT', side: 'short', size: '-0.5', entryPrice: '66000', margin: 'cross' },
          {
            contract: 'ETHUSDT',
            size: '-30',
            entryPrice: '2550',
            leverage: '10',
            margin: 'cross',
            pendingFunding: '-12.5',
          },
        ],
      },
      market: {
        asOf: AS_OF,
        contracts: {
          BTCUSDT: { markPrice: '64000', indexPrice: '64010' },
          ETHUSDT: { markPrice: '2520', indexPrice: '2521' },
        },
        assets: { USDT: { price: '1' }, BTC: { price: '64010' }, ETH: { price: '2521' } },
      },
    },
  },
  {
    key: 'stale_price',
    request: {
      account: {
        id: 'a-6',
        collateral: [{ asset: 'USDT', balance: '3000' }],
        positions: [{ contract: 'ETHUSDT', size: '12', entryPrice: '2500', leverage: '25', margin: 'cross' }],
      },
      market: {
        asOf: AS_OF,
        contracts: { ETHUSDT: { markPrice: '2480', priceAt: '2024-10-24T11:00:00Z' } },
        assets: { USDT: { price: '1' } },
      },
    },
  },
];

/** A request as people read it. */
export function requestText(request: unknown): string {
  return JSON.stringify(request, null, 2);
}
