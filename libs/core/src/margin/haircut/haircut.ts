import type { Decimal, Rounding } from '../../num/index.ts';

/** How an asset counts as collateral, as the mechanism calls it. Values are in the valuation asset. */
export interface Haircut {
  readonly weighting: Weighting;
  readonly priceRule: PriceRule;
  /** Oldest price that still counts, in seconds; null = no limit. */
  readonly priceAgeMaxSeconds: number | null;
  /** Largest share of the pool's counted collateral that this asset may be, 0 to 1; null = no limit. */
  readonly shareMax: Decimal | null;
  /** Weight of a debt in the asset; null = 1 at any size. */
  readonly liability: LiabilityWeighting | null;
  /** Decimals at which a computed weight is rounded; a stated weight is used as it stands. */
  readonly rateDecimals: number;
}

export type Weighting = LadderWeighting | SizeDiscount | DepositsWeighting;

/** Marginal weights: each slice of value counts at its own tier's weight. */
export interface LadderWeighting {
  readonly model: 'ladder';
  /** Contiguous from 0; the last one is unbounded. */
  readonly tiers: readonly HaircutTier[];
}

export interface HaircutTier {
  readonly valueFloor: Decimal;
  /** null = unbounded. */
  readonly valueCap: Decimal | null;
  /** 0 to 1. */
  readonly weight: Decimal;
}

/** min(weight, 1.1 / (1 + factor · √z)), z = amount of the asset. */
export interface SizeDiscount {
  readonly model: 'size-discount';
  readonly weight: Decimal;
  readonly factor: Decimal;
}

/** weight · depositsStart / total above depositsStart, total = value of all deposits of the asset at the venue. */
export interface DepositsWeighting {
  readonly model: 'deposits';
  readonly weight: Decimal;
  /** > 0, in the valuation asset. */
  readonly depositsStart: Decimal;
}

/** max(weight, 0.8 · weight + factor · √z), z = amount owed. */
export interface LiabilityWeighting {
  /** ≥ 1. */
  readonly weight: Decimal;
  readonly factor: Decimal;
  readonly rounding: Rounding;
}

export interface PriceRule {
  /** `lowest` is the lower of index and redemption price, and needs both. */
  readonly source: 'index' | 'redemption' | 'lowest';
  /** The price is never taken below it, as a venue guarantees after a depeg; null = no floor. */
  readonly floorPrice: Decimal | null;
}
