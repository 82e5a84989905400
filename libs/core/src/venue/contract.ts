import { decimal } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Instant } from './instant.ts';

/** A linear or inverse perpetual or future, as the contract specification in force describes it. */
export interface Contract {
  readonly contract: string;
  /** `linear` pays in the quote asset, `inverse` in the base asset. */
  readonly type: 'linear' | 'inverse';
  /** Base per contract (linear) or quote per contract (inverse); > 0. */
  readonly multiplier: Decimal;
  readonly base: string;
  readonly quote: string;
  readonly settlementAsset: string;
  /** Smallest price step; null where the venue's is not known: prices then round to 8 decimals. */
  readonly tickSize: Decimal | null;
  /** Smallest size step; null where not known: sizes then go to 1e-8. */
  readonly lotSize: Decimal | null;
  readonly group: string;
  readonly expiresAt: Instant | null;
  /** Largest |size| that may be held, in contracts; null = no limit. */
  readonly positionSizeMax: Decimal | null;
  /** Largest open interest of the contract, in contracts; null = no limit. */
  readonly openInterestMax: Decimal | null;
  readonly listing: 'listed' | 'reduce-only' | 'delisted';
}

/** The smallest price step used for a contract whose tick is not known. */
export const TICK_WHERE_UNKNOWN: Decimal = decimal(1n, 8);

/** The smallest size step used for a contract whose lot is not known. */
export const LOT_WHERE_UNKNOWN: Decimal = decimal(1n, 8);

/** The smallest size step of a contract, in contracts. */
export function lotOf({ lotSize }: Pick<Contract, 'lotSize'>): Decimal {
  return lotSize ?? LOT_WHERE_UNKNOWN;
}
