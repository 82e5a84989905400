import type { Decision } from '@backstop/core/decision';
import { evaluate, type CompiledSet } from '@backstop/core/evaluation';
import { InvariantError } from '@backstop/core/num';
import { planLiquidation } from '@backstop/core/planning';
import { parseInstant, type Instant } from '@backstop/core/venue';
import { parseEvaluation, parseLiquidationPlan } from '@backstop/contracts';
import { sha256 } from '../persistence/sha256.ts';
import { withoutTrace, type QuestionBody } from './decision-body.ts';
import { planRequestOfInput, requestOfInput } from './request-of-input.ts';

/** What is decided once more. */
export interface Redecided {
  /** JSON, as it is logged. */
  readonly decision: string;
  /** The same with its trace; null where it has none, or nobody asked for it. */
  readonly explained: string | null;
}

/** Asks the question of an entry under a set. Pure. */
export function redecided(logged: QuestionBody, set: CompiledSet, isExplained: boolean): Redecided {
  return logged.type === 'plan' ? replanned(logged, set) : reevaluated(logged, set, isExplained);
}

function reevaluated({ input, asOf }: QuestionBody, set: CompiledSet, explain: boolean): Redecided {
  const parsed = parseEvaluation(requestOfInput(input));
  if (!parsed.ok) throw new InvariantError('what a decision read is no question any more');
  const decided = evaluate({ set, ...parsed.value, asOf: instantOfEntry(asOf), explain, sha256 });
  if (!decided.ok) throw new InvariantError('what a decision read names what its policy set does not know');
  const decision: Decision = decided.value;
  return {
    decision: JSON.stringify(withoutTrace(decision)),
    explained: explain ? JSON.stringify(decision) : null,
  };
}

function replanned({ input, asOf }: QuestionBody, set: CompiledSet): Redecided {
  const parsed = parseLiquidationPlan(planRequestOfInput(input));
  if (!parsed.ok) throw new InvariantError('what a plan read is no question any more');
  const plan = planLiquidation({ set, ...parsed.value, asOf: instantOfEntry(asOf), sha256 });
  if (!plan.ok) throw new InvariantError('what a plan read names what its policy set does not know');
  return { decision: JSON.stringify(plan.value), explained: null };
}

/** An instant of an entry that is what was logged. */
export function instantOfEntry(text: string): Instant {
  const at = parseInstant(text);
  if (at === null) throw new InvariantError('the log holds a text that is no instant');
  return at;
}
