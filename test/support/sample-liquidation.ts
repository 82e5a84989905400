/** The market that a liquidation is planned in. */
export const LIQUIDATION_MARKET = {
  asOf: '2026-03-20T08:00:00Z',
  contracts: { BTCUSDT: { markPrice: '60000' } },
  assets: { USDT: { price: '1' } },
};

/** What begins a liquidation: two BTC long at 60,000 with 550 of maintenance margin. */
export function liquidationOf(balance: string, id = 'a-1'): object {
  const positions = [{ contract: 'BTCUSDT', size: '2', entryPrice: '60000', margin: 'cross' }];
  return { account: { id, collateral: [{ asset: 'USDT', balance }], positions }, market: LIQUIDATION_MARKET };
}
