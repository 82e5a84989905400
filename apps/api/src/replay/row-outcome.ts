import type { EvidenceReport } from '@backstop/contracts';
import type { Instant } from '@backstop/core/venue';
import type { HistoryRow } from './read-history.ts';
import type { Stop } from './stops-of.ts';
import type { TrueJudgement } from './true-history.ts';

/** What came of one row. */
export interface RowOutcome {
  readonly row: HistoryRow;
  /** Of the change as it was submitted, against what was in force here. */
  readonly effect: EvidenceReport['effect'];
  readonly requirement: EvidenceReport['requirement'];
  /** Why it was refused; empty where it was not. */
  readonly stops: readonly Stop[];
  readonly approvals: number;
  /** When it took effect; null where it was refused. */
  readonly effectiveFrom: Instant | null;
  readonly truly: TrueJudgement;
}
