import type { Decimal } from '../num/index.ts';
import type { DailySnapshot } from './day.ts';

/** What falling short of margin costs by the day, as a policy declares it. */
export interface ShortfallPenaltyRules {
  /** What the account falls short of: its initial or maintenance margin, or what it still owes the venue. */
  readonly base: 'initial' | 'maintenance' | 'receivable';
  readonly snapshot: DailySnapshot;
  /** In order: the first whose limits both hold speaks. The last has none. */
  readonly grades: readonly PenaltyGrade[];
  readonly escalation: PenaltyEscalation | null;
}

export interface PenaltyGrade {
  /** The shortfall is below this amount; null = however large. */
  readonly shortfallBelow: Decimal | null;
  /** The shortfall is below this share of the margin; null = whatever share. */
  readonly shareBelow: Decimal | null;
  /** Of the shortfall, for one day: 0.005 is 0.5 %. */
  readonly rate: Decimal;
}

/** What a shortfall costs that goes on, or comes back. */
export interface PenaltyEscalation {
  /** Days in a row that the grades still speak for; null = any number. */
  readonly consecutiveDaysMax: number | null;
  /** Days of one calendar month that they still speak for; null = any number. */
  readonly instancesMax: number | null;
  readonly rate: Decimal;
}
