/** What a unified ccxt symbol such as `BTC/USDT:USDT-241227` says. */
export interface UnifiedSymbol {
  readonly base: string;
  readonly quote: string;
  readonly settlementAsset: string;
  /** `241227`; null for a perpetual. */
  readonly expiry: string | null;
}

const PATTERN = /^([A-Za-z0-9]+)\/([A-Za-z0-9]+):([A-Za-z0-9]+)(?:-(\d{6}))?$/;

/** The parts of the unified symbol of a perpetual or future; null for spot pairs, options and anything else. */
export function unifiedSymbol(symbol: string): UnifiedSymbol | null {
  const [, base, quote, settlementAsset, expiry] = PATTERN.exec(symbol) ?? [];
  if (base === undefined || quote === undefined || settlementAsset === undefined) return null;
  return { base, quote, settlementAsset, expiry: expiry ?? null };
}

/**
 * The contract that a unified symbol is called here: `BTC/USDT:USDT` is `BTCUSDT`, `BTC/USDT:USDT-241227` is
 * `BTCUSDT_USDT-241227`, and what settles in another asset than its quote keeps it: `BTC/USD:BTC` is `BTCUSD_BTC`.
 */
export function contractName({ base, quote, settlementAsset, expiry }: UnifiedSymbol): string {
  if (expiry !== null) return `${base}${quote}_${settlementAsset}-${expiry}`;
  return settlementAsset === quote ? `${base}${quote}` : `${base}${quote}_${settlementAsset}`;
}
