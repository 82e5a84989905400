import type { Problem } from '@backstop/core/problem';

/**
 * What is about time and about other plans, which an emergency overrides: its notice, its interval, a freeze, and
 * scheduled changes, which it calls off. How far a parameter may move is not among them.
 */
const TOLERATED: ReadonlySet<string> = new Set([
  'change_notice_must_be_kept',
  'change_interval_must_be_kept',
  'change_must_not_fall_into_freeze',
  'change_must_not_clash_with_scheduled',
]);

/** The problems that stand against a change even in an emergency. */
export function untoleratedInEmergency(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ code }) => !TOLERATED.has(code));
}
