/**
 * A truth value of strong Kleene logic as a small number, ordered so that `all` is the minimum, `any` the maximum,
 * and `not` the distance from TRUE.
 */
export type Verdict = 0 | 1 | 2;

export const FALSE: Verdict = 0;
export const UNKNOWN: Verdict = 1;
export const TRUE: Verdict = 2;

export function negated(verdict: Verdict): Verdict {
  return verdict === TRUE ? FALSE : verdict === FALSE ? TRUE : UNKNOWN;
}

/** True, false, or null for unknown: the form in which a verdict leaves the room. */
export function resultOf(verdict: Verdict): boolean | null {
  return verdict === UNKNOWN ? null : verdict === TRUE;
}
