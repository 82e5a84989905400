import { parseDecimal } from '../../num/index.ts';
import { isOfPattern } from '../../policy/index.ts';
import type { Difference } from '../../policy/index.ts';
import type { Problem } from '../../problem/index.ts';
import { formatDuration, type Instant } from '../../venue/index.ts';
import { boundProblem } from './bound-problem.ts';
import type { MoveLimit } from './guardrail.ts';
import type { PolicyMove } from './proposal.ts';

/** What is wrong with how far and how soon the parameters of one policy move. */
export function moveProblems(limits: readonly MoveLimit[], move: PolicyMove, effectiveFrom: Instant): Problem[] {
  return move.differences.flatMap((difference) =>
    limits
      .filter(({ kind, path }) => kind === move.kind && isOfPattern(difference.path, path))
      .flatMap((limit) => [
        ...distanceProblems(limit, move, difference),
        ...intervalProblems(limit, move, difference, effectiveFrom),
      ]),
  );
}

function distanceProblems({ rise, fall }: MoveLimit, { policy }: PolicyMove, difference: Difference): Problem[] {
  const { path, before, after } = difference;
  const from = before === null ? null : parseDecimal(before);
  const to = after === null ? null : parseDecimal(after);
  const place = `/${policy}${path}`;
  if (from === null || to === null) {
    const message = `it goes from \`${before ?? 'none'}\` to \`${after ?? 'none'}\`: no limit says how far that is`;
    return [{ code: 'change_must_be_measurable', path: place, message }];
  }
  const problem = boundProblem({ rise, fall }, from, to);
  return problem === null ? [] : [{ ...problem, path: place }];
}

function intervalProblems(
  { intervalMinSeconds }: MoveLimit,
  { policy, inForceSince }: PolicyMove,
  { path }: Difference,
  effectiveFrom: Instant,
): Problem[] {
  if (intervalMinSeconds === null || inForceSince === null) return [];
  const passed = effectiveFrom - inForceSince;
  if (passed >= intervalMinSeconds * 1000) return [];
  const message = `the version in force would stand for ${formatDuration(passed / 1000)}; the least is ${formatDuration(intervalMinSeconds)}`;
  return [{ code: 'change_interval_must_be_kept', path: `/${policy}${path}`, message }];
}
