import type { LadderNote } from './ladder-import.ts';

/** What a tier of a source says about each figure of ours: what stands there, and where (JSON pointer in the source). */
export interface SourceFigure {
  /** Undefined where the source does not state it. */
  readonly value: unknown;
  readonly path: string;
}

export interface SourceTier {
  readonly notionalFloor: SourceFigure;
  readonly notionalCap: SourceFigure;
  readonly maintenanceMarginRate: SourceFigure;
  readonly maintenanceDeduction: SourceFigure;
  readonly leverageMax: SourceFigure;
}

export type TierField = keyof SourceTier;

/** One ladder of a source, whatever its form. */
export interface SourceLadder {
  readonly contract: string;
  /** JSON pointer of the ladder in the source. */
  readonly path: string;
  /** Null where something else than a list stands there. */
  readonly tiers: readonly SourceTier[] | null;
  readonly notes?: readonly LadderNote[];
}
