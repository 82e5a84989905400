import type { Decimal } from '../num/index.ts';
import type { Instant } from './instant.ts';

/** What the market was at an instant. A price without its own instant is of `asOf`. */
export interface Market {
  readonly asOf: Instant;
  readonly contracts: Readonly<Record<string, ContractMarket>>;
  readonly assets: Readonly<Record<string, AssetMarket>>;
}

export interface ContractMarket {
  /** Quote per base. */
  readonly markPrice: Decimal | null;
  readonly priceAt: Instant | null;
  readonly indexPrice: Decimal | null;
  /** The last mark that was within its band, where the venue keeps it. */
  readonly lastGoodMarkPrice: Decimal | null;
  readonly fundingRate: Decimal | null;
  /** In contracts. */
  readonly openInterest: Decimal | null;
  readonly volatility: Decimal | null;
  readonly depth: Decimal | null;
  /** What the venue multiplies margins by now, where a `dynamic-margin` policy lets it. */
  readonly initialMarginMultiplier: Decimal | null;
  readonly maintenanceMarginMultiplier: Decimal | null;
}

export interface AssetMarket {
  /** Index price in the valuation asset: what a unit of the asset sells for. */
  readonly price: Decimal | null;
  readonly priceAt: Instant | null;
  /** Price at which the issuer redeems the asset, where it does. */
  readonly redemptionPrice: Decimal | null;
  /** Amount of the asset deposited at the whole venue, for haircuts that scale with it. */
  readonly totalDeposits: Decimal | null;
}
