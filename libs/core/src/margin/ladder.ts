import type { Decimal, Rounding } from '../num/index.ts';

/** How maintenance and initial margin follow from a position's notional or units; compiled from a `margin-tiers` document. */
export type Ladder = StepLadder | LinearLadder | SquareRootLadder | OpenInterestScaledLadder;

interface LadderCommon {
  /** Price at which the maintenance rate applies: `mark`, or `entry` for the life of the position. */
  readonly maintenanceBasis: 'mark' | 'entry';
  /** Fee for closing, a fraction of notional held on top of the maintenance rate. */
  readonly closeFeeRate: Decimal;
  readonly hedgeNetting: 'net' | 'gross' | 'larger-side';
  /** Decimals and direction of computed rates. */
  readonly rateDecimals: number;
  readonly rateRounding: Rounding;
  /** What multiplies the margin amounts now; null = nothing. The rates of step tiers have it in them already. */
  readonly scaling: MarginScaling | null;
}

/** Factors > 0 of margin amounts, from a `dynamic-margin` policy and the market. */
export interface MarginScaling {
  readonly initial: Decimal;
  readonly maintenance: Decimal;
}

/** What applies to one exposure: a row of a step ladder, or the row that another model computes for it. */
export interface MarginTier {
  /** Lower border in the ladder's basis. */
  readonly floor: Decimal;
  /** Upper border in the ladder's basis; null = unbounded. */
  readonly cap: Decimal | null;
  readonly maintenanceMarginRate: Decimal;
  /** `maintenanceMarginRate + closeFeeRate`, what a mark-based requirement multiplies with. */
  readonly maintenanceRateWithFee: Decimal;
  /** In the settlement asset (basis notional) or in units (basis size). */
  readonly maintenanceDeduction: Decimal;
  readonly leverageMax: Decimal | null;
  readonly initialMarginRate: Decimal | null;
}

export interface StepLadder extends LadderCommon {
  readonly model: 'step';
  readonly basis: 'notional' | 'size';
  readonly boundary: 'floor-inclusive' | 'cap-inclusive';
  /** Whether the requirement may jump at a border. */
  readonly isContinuous: boolean;
  /** By floor, ascending; the first floor is 0. */
  readonly tiers: readonly MarginTier[];
  /** The floors as the nearest binary floats: they only filter, see `stepTier`. */
  readonly floorFloats: readonly number[];
}

export interface LinearLadder extends LadderCommon {
  readonly model: 'linear';
  readonly initialMarginRateBase: Decimal;
  readonly initialMarginRateSlope: Decimal;
  readonly maintenanceMarginRateBase: Decimal;
  readonly maintenanceMarginRateSlope: Decimal;
  readonly leverageMax: Decimal | null;
}

export interface SquareRootLadder extends LadderCommon {
  readonly model: 'square-root';
  readonly initialMarginRate: Decimal;
  readonly initialMarginFactor: Decimal;
  readonly maintenanceMarginRate: Decimal;
  readonly maintenanceMarginFactor: Decimal;
  readonly leverageMax: Decimal | null;
}

export interface OpenInterestScaledLadder extends LadderCommon {
  readonly model: 'open-interest-scaled';
  readonly initialMarginRateBase: Decimal;
  readonly openInterestNotionalFloor: Decimal;
  readonly openInterestNotionalCap: Decimal;
  readonly maintenanceMarginRate: Decimal;
  readonly leverageMax: Decimal | null;
}
