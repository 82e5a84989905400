import { compare } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';

/**
 * What an instruction compares, apart from slots: `subject < limit`, or `limit < subject`. Of two facts the subject is
 * their difference and the limit 0; of a ratio it is the ratio, whose denominator is above zero where it is known.
 */
export interface Question {
  readonly subject: string;
  readonly limit: Decimal;
  readonly isSubjectLeft: boolean;
}

/** What is known of subjects on the way to an instruction. */
export type Knowledge = ReadonlyMap<string, Interval>;

interface Interval {
  readonly lower: Bound | null;
  readonly upper: Bound | null;
}

interface Bound {
  readonly limit: Decimal;
  /** Whether the limit itself is excluded. */
  readonly isStrict: boolean;
}

/** Subjects that are remembered: a list that asks about more is followed with less in mind, never wrongly. */
const SUBJECTS_MAX = 64;

export const NOTHING_KNOWN: Knowledge = new Map();

/** What is known once a question has been answered too. */
export function knowing(knowledge: Knowledge, { subject, limit, isSubjectLeft }: Question, answer: boolean): Knowledge {
  const known = knowledge.get(subject) ?? { lower: null, upper: null };
  if (knowledge.size >= SUBJECTS_MAX && !knowledge.has(subject)) return knowledge;
  // `subject < limit` where true, `limit ≤ subject` where not; `limit < subject` where true, `subject ≤ limit` where not.
  const bound = { limit, isStrict: answer };
  const isUpper = isSubjectLeft === answer;
  const interval = isUpper
    ? { ...known, upper: tighter(known.upper, bound, -1) }
    : { ...known, lower: tighter(known.lower, bound, 1) };
  return new Map(knowledge).set(subject, interval);
}

/** What is known whichever of two ways was taken. */
export function knownEitherWay(one: Knowledge, other: Knowledge): Knowledge {
  const common = new Map<string, Interval>();
  for (const [subject, a] of one) {
    const b = other.get(subject);
    if (b === undefined) continue;
    const lower = looser(a.lower, b.lower, 1);
    const upper = looser(a.upper, b.upper, -1);
    if (lower !== null || upper !== null) common.set(subject, { lower, upper });
  }
  return common;
}

/** The answer that follows from what is known; null where none does. */
export function answerKnown(knowledge: Knowledge, { subject, limit, isSubjectLeft }: Question): boolean | null {
  const known = knowledge.get(subject);
  if (known === undefined) return null;
  const { lower, upper } = known;
  if (isSubjectLeft) {
    if (upper !== null && excludes(upper, limit, -1)) return true;
    return lower !== null && compare(lower.limit, limit) >= 0 ? false : null;
  }
  if (lower !== null && excludes(lower, limit, 1)) return true;
  return upper !== null && compare(upper.limit, limit) <= 0 ? false : null;
}

/** Whether everything within a bound is strictly past a limit: below it for an upper bound (−1), above for a lower (1). */
function excludes(bound: Bound, limit: Decimal, side: -1 | 1): boolean {
  const order = compare(bound.limit, limit) * side;
  return order > 0 || (order === 0 && bound.isStrict);
}

/** Of two lower bounds (1) the higher, of two upper ones (−1) the lower; at one limit the strict one. */
function tighter(known: Bound | null, added: Bound, side: -1 | 1): Bound {
  if (known === null) return added;
  const order = compare(added.limit, known.limit) * side;
  return order > 0 || (order === 0 && added.isStrict) ? added : known;
}

function looser(a: Bound | null, b: Bound | null, side: -1 | 1): Bound | null {
  if (a === null || b === null) return null;
  return tighter(a, b, side) === a ? b : a;
}
