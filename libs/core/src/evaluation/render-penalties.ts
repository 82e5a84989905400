import type { ScopeDecision, VersionReference } from '../decision/index.ts';
import { formatDecimal, formatDecimalOrNull } from '../num/index.ts';
import type { PenaltyReason } from '../penalty/index.ts';
import { formatInstant } from '../venue/index.ts';
import type { AccountPenalties, ScopePenalty } from './assess-penalties.ts';
import { renderFinding } from './render-decision.ts';

/** Penalties as they are answered: canonical decimal text, what cannot be judged null. */
export interface PenaltiesRecord {
  readonly policySet: { readonly hash: string };
  readonly policy: VersionReference | null;
  readonly day: string | null;
  readonly snapshotAt: string | null;
  readonly scopes: readonly ScopePenaltyRecord[];
}

interface ScopePenaltyRecord {
  readonly scope: string;
  readonly asset: string;
  readonly shortfall: string | null;
  readonly margin: string | null;
  readonly assessment: {
    readonly reason: PenaltyReason;
    readonly rate: string;
    readonly consecutiveDays: number;
    readonly instancesInMonth: number;
    readonly penalty: string;
    readonly charged: string;
    readonly owed: string;
    readonly waived: string;
  } | null;
  readonly indeterminate: ScopeDecision['findings'];
}

/** `setHash` is that of the set that judged. */
export function renderPenalties(
  { policy, day, snapshotAt, scopes }: AccountPenalties,
  setHash: string,
): PenaltiesRecord {
  return {
    policySet: { hash: setHash },
    policy: policy === null ? null : { policy: policy.policy, version: policy.version },
    day,
    snapshotAt: snapshotAt === null ? null : formatInstant(snapshotAt),
    scopes: scopes.map(renderScopePenalty),
  };
}

function renderScopePenalty({
  key,
  asset,
  shortfall,
  margin,
  assessment,
  indeterminate,
}: ScopePenalty): ScopePenaltyRecord {
  return {
    scope: key,
    asset,
    shortfall: formatDecimalOrNull(shortfall),
    margin: formatDecimalOrNull(margin),
    assessment:
      assessment === null
        ? null
        : {
            reason: assessment.reason,
            rate: formatDecimal(assessment.rate),
            consecutiveDays: assessment.consecutiveDays,
            instancesInMonth: assessment.instancesInMonth,
            penalty: formatDecimal(assessment.penalty),
            charged: formatDecimal(assessment.charged),
            owed: formatDecimal(assessment.owed),
            waived: formatDecimal(assessment.waived),
          },
    indeterminate: indeterminate.map(renderFinding),
  };
}
