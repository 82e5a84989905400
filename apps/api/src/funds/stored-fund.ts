import { decimal, type Decimal } from '@backstop/core/num';
import type { Instant } from '@backstop/core/venue';
import type { FundEntryResource, FundStatement } from '@backstop/contracts';

/** A compartment as the ledger has it. */
export interface StoredFund {
  readonly id: string;
  readonly asset: string;
  /** Decimals of its smallest unit. */
  readonly precision: number;
  /** ≥ 0, in units. */
  readonly balance: bigint;
  readonly entries: number;
}

/** A movement as it is told. */
export type FundEntry = FundEntryResource;

/** One UTC day of a compartment as it is told. */
export type FundDay = FundStatement;

/** A movement that is to be booked: between the balance and the account that its source stands for. */
export interface FundMovement {
  readonly fund: string;
  readonly source: FundEntryResource['source'];
  /** > 0. */
  readonly units: bigint;
  /** No two of one source the same: booked once. */
  readonly reference: string;
  readonly contract: string | null;
  readonly account: string | null;
  readonly at: Instant;
  /** A person's id or `key:<id>`. */
  readonly recordedBy: string;
}

/** Units of a compartment as an amount of its asset. */
export function amountOf(units: bigint, { precision }: Pick<StoredFund, 'precision'>): Decimal {
  return decimal(units, precision);
}
