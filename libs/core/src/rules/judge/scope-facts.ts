import type { Decimal } from '../../num/index.ts';
import type { FactValue, Instant, MarginMode } from '../../venue/index.ts';

/**
 * What the rules of a scope (a cross pool or an isolated position) may ask about: one flat object per scope.
 *
 * Amounts are in the scope's asset; null = could not be determined, so every comparison with it is unknown.
 */
export interface ScopeFacts {
  /** The instant judged, against which the age of dated facts is read. */
  readonly at: Instant;
  readonly equity: Decimal | null;
  readonly accountValue: Decimal | null;
  /** ≥ 0. */
  readonly initialMargin: Decimal | null;
  /** ≥ 0. */
  readonly maintenanceMargin: Decimal | null;
  /** ≥ 0: the notionals of the scope's positions added up. */
  readonly notional: Decimal | null;
  readonly unrealizedPnl: Decimal | null;
  /** ≥ 0. */
  readonly withdrawable: Decimal | null;
  /** A whole number ≥ 0. */
  readonly positionCount: number;
  readonly scope: MarginMode;
  readonly asset: string;
  /** Null for a cross pool. */
  readonly contract: string | null;
  /** The account's tags. */
  readonly tags: readonly string[];
  /** The venue's own facts, by name, as they arrived; typed by the declarations of the document that asks. */
  readonly venue: Readonly<Record<string, FactValue>>;
}
