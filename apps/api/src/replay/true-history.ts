import { guardChange, movesOf, policySetOf, worstEffectOf } from '@backstop/core/change';
import { kinds } from '@backstop/core/kinds';
import type { Effect, PolicyVersion } from '@backstop/core/policy';
import type { Instant } from '@backstop/core/venue';
import { guardrailsOf } from '../changes/evidence/guardrails-of.ts';
import type { PlannedVersion } from '../import/import-plan.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { HistoryRow, ReplayedHistory } from './read-history.ts';
import { stopsOf, type Stop } from './stops-of.ts';

/** What a row does to the ladder that the venue had before it, whatever came of that one here. */
export interface TrueJudgement {
  readonly effect: Effect;
  /** What the guardrail of the start would have said against it. */
  readonly stops: readonly Stop[];
}

/** Judges rows in their order, each against all rows before it. */
export function trueHistory({ start, startsAt }: ReplayedHistory): (row: HistoryRow, at: Instant) => TrueJudgement {
  const first = start.changes.flatMap(({ versions }) => versions).map((version) => inForce(version, startsAt));
  const guardrails = guardrailsOf(first);
  const before = new Map(first.map((version) => [version.policy, version]));
  return ({ ladder }, at) => {
    const set = policySetOf([...before.values()], sha256);
    const moves = movesOf([{ ...ladder, mode: 'enforce' }], set, kinds);
    const proposal = { moves, effectiveFrom: at, newlyLiquidatable: null, unknowns: [], isRevert: false };
    if (ladder.ends) before.delete(ladder.policy);
    else before.set(ladder.policy, inForce(ladder, at));
    return { effect: worstEffectOf(moves), stops: stopsOf(guardChange(guardrails, proposal).violations) };
  };
}

function inForce({ canonical: _canonical, ...version }: PlannedVersion, at: Instant): PolicyVersion {
  return {
    ...{ ...version, mode: 'enforce' },
    ...{ effectiveFrom: at, effectiveUntil: null, approvedAt: at, approvalSequence: 1 },
  };
}
