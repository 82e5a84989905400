import type { Decimal } from '../../num/index.ts';
import { decimalOf, decimalOrNull } from '../../policy/index.ts';
import type { StepDocument } from './schema.ts';

/** One tier in exact numbers as the document states it, whichever its basis. */
export interface StatedTier {
  /** Notional in the settlement asset, or size times multiplier. */
  readonly floor: Decimal;
  /** In the unit of `floor`; null = unbounded. */
  readonly cap: Decimal | null;
  readonly maintenanceMarginRate: Decimal;
  /** As the document states it, in the unit of `floor`; null where it states none. */
  readonly maintenanceDeduction: Decimal | null;
  readonly leverageMax: Decimal | null;
  readonly initialMarginRate: Decimal | null;
}

export interface StatedLadder {
  /** What the basis measures, as a word for sentences. */
  readonly basis: 'notional' | 'size';
  readonly floorField: 'notionalFloor' | 'sizeFloor';
  readonly capField: 'notionalCap' | 'sizeCap';
  /** By ascending floor, as the schema sorts them. */
  readonly tiers: readonly StatedTier[];
}

/** The tiers of a step document in exact numbers, in the document's order. Nothing is rounded or derived. */
export function statedLadder(document: StepDocument): StatedLadder {
  return document.basis === 'notional'
    ? {
        basis: 'notional',
        floorField: 'notionalFloor',
        capField: 'notionalCap',
        tiers: document.tiers.map((tier) => statedTier(tier.notionalFloor, tier.notionalCap, tier)),
      }
    : {
        basis: 'size',
        floorField: 'sizeFloor',
        capField: 'sizeCap',
        tiers: document.tiers.map((tier) => statedTier(tier.sizeFloor, tier.sizeCap, tier)),
      };
}

interface RowRates {
  readonly maintenanceMarginRate: string;
  readonly maintenanceDeduction: string | null;
  readonly leverageMax: string | null;
  readonly initialMarginRate: string | null;
}

function statedTier(floor: string, cap: string | null, rates: RowRates): StatedTier {
  return {
    floor: decimalOf(floor),
    cap: decimalOrNull(cap),
    maintenanceMarginRate: decimalOf(rates.maintenanceMarginRate),
    maintenanceDeduction: decimalOrNull(rates.maintenanceDeduction),
    leverageMax: decimalOrNull(rates.leverageMax),
    initialMarginRate: decimalOrNull(rates.initialMarginRate),
  };
}
