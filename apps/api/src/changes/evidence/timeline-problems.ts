import { buildTimeline, instantsOf, policySetOf, timelineAt, type Timeline } from '@backstop/core/change';
import type { CompiledSet } from '@backstop/core/evaluation';
import type { PolicySet, PolicyVersion } from '@backstop/core/policy';
import type { Parsed, Problem } from '@backstop/core/problem';
import { formatInstant, type Instant } from '@backstop/core/venue';
import { sha256 } from '../../persistence/sha256.ts';
import { timelineOf } from '../../policies/timeline-of.ts';

/** A timeline before and after a write that is thought of. */
export interface TimelineWrite {
  readonly before: readonly PolicyVersion[];
  readonly after: readonly PolicyVersion[];
  /** Sets in force before it are as they were. */
  readonly from: Instant;
}

/**
 * What a write to the timeline would break, at the instant of the write and at every later one at which the set changes:
 * each problem once, where it first shows. What is broken there without the write is not the write's fault.
 */
export function timelineProblems(
  { before, after, from }: TimelineWrite,
  compile: (set: PolicySet) => Parsed<CompiledSet>,
): Problem[] {
  const [was, is] = [timelineOf(before), buildTimeline(after)];
  const found = new Map<string, Problem>();
  for (const at of [from, ...instantsOf(is).filter((instant) => instant > from)]) {
    const problems = problemsAt(is, at, compile);
    if (problems.length === 0) continue;
    const known = new Set(problemsAt(was, at, compile).map(keyOf));
    for (const problem of problems) {
      const key = keyOf(problem);
      if (known.has(key) || found.has(key)) continue;
      found.set(key, { ...problem, message: `${problem.message} (in the set in force from ${formatInstant(at)})` });
    }
  }
  return [...found.values()];
}

function problemsAt(
  timeline: Timeline,
  at: Instant,
  compile: (set: PolicySet) => Parsed<CompiledSet>,
): readonly Problem[] {
  const compiled = compile(policySetOf(timelineAt(timeline, at), sha256));
  return compiled.ok ? [] : compiled.problems;
}

function keyOf({ code, path, message }: Problem): string {
  return `${code}\n${path}\n${message}`;
}
