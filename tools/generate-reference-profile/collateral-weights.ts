/** A share of value that counts as collateral, for one asset; `*` is every other asset. */
export interface CollateralWeight {
  readonly asset: string;
  readonly weight: string;
}

/**
 * The weights of the reference profile. USDT counts in full because the profile counts in it. The others are the
 * collateral value ratios that Binance published for its Multi-Assets Mode on 2021-05-28 (BTC, ETH, BNB 95 %; XRP, ADA,
 * DOT, SOL 90 %; USDC 99.99 %). What it does not name counts for nothing.
 */
export const REFERENCE_WEIGHTS: readonly CollateralWeight[] = [
  { asset: 'USDT', weight: '1' },
  { asset: 'USDC', weight: '0.9999' },
  { asset: 'BTC', weight: '0.95' },
  { asset: 'ETH', weight: '0.95' },
  { asset: 'BNB', weight: '0.95' },
  { asset: 'XRP', weight: '0.9' },
  { asset: 'ADA', weight: '0.9' },
  { asset: 'DOT', weight: '0.9' },
  { asset: 'SOL', weight: '0.9' },
  { asset: '*', weight: '0' },
];

/** The same page for the years of the history, in which BUSD was the venue's own dollar and counted in full. */
export const HISTORY_WEIGHTS: readonly CollateralWeight[] = REFERENCE_WEIGHTS.flatMap((entry) =>
  entry.asset === 'USDC' ? [entry, { asset: 'BUSD', weight: '1' }] : [entry],
);
