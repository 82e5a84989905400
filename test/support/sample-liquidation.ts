/** Not long ago: nobody begins a liquidation in a market of long ago. */
export const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

/** The market that a liquidation is planned in. */
export const LIQUIDATION_MARKET = {
  asOf: hoursAgo(12),
  contracts: { BTCUSDT: { markPrice: '60000' } },
  assets: { USDT: { price: '1' } },
};

/** What begins a liquidation: two BTC long at 60,000 with 550 of maintenance margin. */
export function liquidationOf(balance: string, id = 'a-1'): object {
  const positions = [{ contract: 'BTCUSDT', size: '2', entryPrice: '60000', margin: 'cross' }];
  return { account: { id, collateral: [{ asset: 'USDT', balance }], positions }, market: LIQUIDATION_MARKET };
}
