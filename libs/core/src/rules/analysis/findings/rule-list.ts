import { evaluate } from '../../judge/evaluate.ts';
import type { BoundCondition } from '../../judge/bound-condition.ts';
import type { FactCatalogue } from '../../language/fact.ts';
import type { ScopeFacts } from '../../judge/scope-facts.ts';
import { FALSE, TRUE } from '../../judge/verdict.ts';
import type { LinearConstraint } from '../numbers/linear.ts';

/** Rules in the order in which they are tried: the first that is not false decides. */
export interface RuleList {
  readonly rules: readonly AnalyzedRule[];
  /** What an account comes to that no rule catches. */
  readonly otherwise: Outcome;
  /** How severe it is where the deciding rule is unknown. */
  readonly unknownSeverity: number;
  /** What is true of every account that is judged, beyond what its facts are declared with; of one fact each. */
  readonly given: readonly LinearConstraint[];
  /** The amount of which less, all else equal, is worse; null = none is known. */
  readonly worse: 'equity' | null;
  readonly catalogue: FactCatalogue;
}

export interface Outcome {
  /** Its name: rules of one name come to the same. */
  readonly outcome: string;
  /** Higher is more severe. */
  readonly severity: number;
}

export interface AnalyzedRule extends Outcome {
  readonly name: string;
  /** JSON pointer of the rule in the document. */
  readonly pointer: string;
  readonly condition: BoundCondition;
}

/** What a list comes to on an account. */
export interface Decided {
  /** Place of the deciding rule; the number of rules where none catches the account. */
  readonly at: number;
  /** Null where the deciding rule is unknown. */
  readonly outcome: string | null;
  readonly severity: number;
}

/** What a list comes to on an account, by trying one rule after the other. */
export function decideList({ rules, otherwise, unknownSeverity }: RuleList, facts: ScopeFacts): Decided {
  for (const [at, { condition, outcome, severity }] of rules.entries()) {
    const verdict = evaluate(condition, facts);
    if (verdict === TRUE) return { at, outcome, severity };
    if (verdict !== FALSE) return { at, outcome: null, severity: unknownSeverity };
  }
  return { at: rules.length, ...otherwise };
}
