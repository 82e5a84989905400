import { decimalOrNull } from '@backstop/core/policy';
import { parseInstant } from '@backstop/core/venue';
import type { AssetMarket, ContractMarket, Instant, Market } from '@backstop/core/venue';

/** What is known of a contract, in words; a plain text is its mark price. */
export type ContractMarketWords =
  | string
  | {
      readonly markPrice?: string | null;
      readonly priceAt?: string;
      readonly indexPrice?: string;
      readonly lastGoodMarkPrice?: string;
      readonly openInterest?: string;
      readonly depth?: string;
      readonly initialMarginMultiplier?: string;
      readonly maintenanceMarginMultiplier?: string;
    };

/** What is known of an asset, in words; a plain text is its index price. */
export type AssetMarketWords =
  | string
  | {
      readonly price?: string | null;
      readonly priceAt?: string;
      readonly redemptionPrice?: string;
      readonly totalDeposits?: string;
    };

export interface MarketWords {
  readonly asOf?: string;
  readonly contracts?: Readonly<Record<string, ContractMarketWords>>;
  readonly assets?: Readonly<Record<string, AssetMarketWords>>;
}

/** The instant that tests speak about where they speak about none. */
export const NOON = '2025-01-01T12:00:00Z';

/** The market that the words describe. */
export function marketOf({ asOf = NOON, contracts = {}, assets = {} }: MarketWords): Market {
  return {
    asOf: instantOf(asOf),
    contracts: mapped(contracts, contractMarketOf),
    assets: mapped(assets, assetMarketOf),
  };
}

/** The instant of an RFC 3339 text; a wrong one stops the test. */
export function instantOf(text: string): Instant {
  const at = parseInstant(text);
  if (at === null) throw new Error(`not an instant: ${text}`);
  return at;
}

function contractMarketOf(given: ContractMarketWords): ContractMarket {
  const words = typeof given === 'string' ? { markPrice: given } : given;
  return {
    markPrice: decimalOrNull(words.markPrice ?? null),
    priceAt: words.priceAt === undefined ? null : instantOf(words.priceAt),
    indexPrice: decimalOrNull(words.indexPrice ?? null),
    lastGoodMarkPrice: decimalOrNull(words.lastGoodMarkPrice ?? null),
    fundingRate: null,
    openInterest: decimalOrNull(words.openInterest ?? null),
    volatility: null,
    depth: decimalOrNull(words.depth ?? null),
    initialMarginMultiplier: decimalOrNull(words.initialMarginMultiplier ?? null),
    maintenanceMarginMultiplier: decimalOrNull(words.maintenanceMarginMultiplier ?? null),
  };
}

function assetMarketOf(given: AssetMarketWords): AssetMarket {
  const words = typeof given === 'string' ? { price: given } : given;
  return {
    price: decimalOrNull(words.price ?? null),
    priceAt: words.priceAt === undefined ? null : instantOf(words.priceAt),
    redemptionPrice: decimalOrNull(words.redemptionPrice ?? null),
    totalDeposits: decimalOrNull(words.totalDeposits ?? null),
  };
}

function mapped<Words, Row>(rows: Readonly<Record<string, Words>>, rowOf: (words: Words) => Row): Record<string, Row> {
  return Object.fromEntries(Object.entries(rows).map(([name, words]) => [name, rowOf(words)]));
}
