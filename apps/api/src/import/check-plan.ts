import { buildTimeline, instantsOf, policySetOf, timelineAt } from '@backstop/core/change';
import { compileSet } from '@backstop/core/evaluation';
import { formatInstant } from '@backstop/core/venue';
import type { PolicyVersion } from '@backstop/core/policy';
import { sha256 } from '../persistence/sha256.ts';
import type { FileProblem, PlannedChange } from './import-plan.ts';

/** Whether the versions make a sound set at every instant at which it changes; each problem once, at its first instant. */
export function checkPlan(changes: readonly PlannedChange[]): FileProblem[] {
  const timeline = buildTimeline(changes.flatMap(approvedVersions));
  const seen = new Set<string>();
  return instantsOf(timeline).flatMap((at) => {
    const compiled = compileSet(policySetOf(timelineAt(timeline, at), sha256));
    if (compiled.ok) return [];
    return compiled.problems.flatMap((problem) => {
      const key = `${problem.code} ${problem.path}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ ...problem, file: `the set in force from ${formatInstant(at)}` }];
    });
  });
}

/** As they will stand once the import is written. */
function approvedVersions({ effectiveFrom, versions }: PlannedChange, index: number): PolicyVersion[] {
  return versions.map(({ canonical: _canonical, ...version }) => ({
    ...version,
    mode: 'enforce',
    effectiveFrom,
    effectiveUntil: null,
    approvedAt: effectiveFrom,
    approvalSequence: index + 1,
  }));
}
