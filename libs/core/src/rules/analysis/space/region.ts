import { negate, ONE, ZERO } from '../../../num/index.ts';
import { eliminate } from '../numbers/eliminate.ts';
import type { Elimination } from '../numbers/eliminate.ts';
import { linear } from '../numbers/linear.ts';
import type { LinearConstraint } from '../numbers/linear.ts';
import type { Answered } from '../question.ts';

/** A set of accounts, as what is known about their facts. Every fact that a region speaks of is present. */
export interface Region {
  /** Bounds that the facts are declared with or given. */
  readonly bounds: readonly LinearConstraint[];
  /** What sets the region apart from all accounts. */
  readonly numbers: readonly LinearConstraint[];
  readonly texts: ReadonlyMap<string, TextRange>;
  /** Answers to questions that numbers and texts do not settle. */
  readonly answers: readonly Answered[];
}

/** The values that a text may still take: some, or all but some. */
export type TextRange = { readonly among: readonly string[] } | { readonly except: readonly string[] };

/** Facts whose values a witness chooses first, so that it reads as an account does. */
const CHOSEN_FIRST = ['maintenanceMargin', 'initialMargin', 'equity', 'accountValue', 'notional'];

/** The elimination of a region's numbers, in the order in which a witness chooses them as far as that is not too large. */
export function solved({ numbers, bounds }: Region): Elimination {
  const constraints = [...numbers, ...bounds];
  const ordered = eliminate(constraints, CHOSEN_FIRST);
  return ordered.kind === 'too-large' ? eliminate(constraints, null) : ordered;
}

/** The constraint that a fact is above zero. */
export function aboveZero(fact: string): LinearConstraint {
  return linear([[fact, negate(ONE)]], ZERO, '<');
}
