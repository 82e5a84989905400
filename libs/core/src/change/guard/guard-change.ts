import type { Effect } from '../../policy/index.ts';
import type { Problem } from '../../problem/index.ts';
import { formatInstant } from '../../venue/index.ts';
import { LEAST_REQUIREMENT, stricterOf } from '../requirement.ts';
import type { Requirement } from '../requirement.ts';
import type { Guardrail } from './guardrail.ts';
import { moveProblems } from './move-problems.ts';
import { outcomeProblems } from './outcome-problems.ts';
import type { Proposal } from './proposal.ts';
import { requirementOf } from './requirement-of.ts';
import { worstEffectOf } from './worst-effect-of.ts';

/** What a guardrail says of a change. */
export interface Guarded {
  /** Why it must not be made; every reason, none clamped into something allowed. Paths begin with the policy. */
  readonly violations: readonly Problem[];
  readonly requirement: Requirement;
}

/**
 * A change under several guardrails at once, as a change of the guardrail itself is under the old and the new one: every
 * violation of each, and the stricter of what they ask for. Under none, the least.
 *
 * A revert to what was in force a short while ago, which harms no account, violates nothing: undoing a mistake must
 * never wait for the interval that guards against making one.
 */
export function guardChange(guardrails: readonly Guardrail[], proposal: Proposal): Guarded {
  const effect = worstEffectOf(proposal.moves);
  if (proposal.isRevert && (effect === 'loosens' || effect === 'none')) {
    return { violations: [], requirement: LEAST_REQUIREMENT };
  }
  const violations = guardrails.flatMap((guardrail) => violationsOf(guardrail, proposal, effect));
  const requirement = guardrails
    .map((guardrail) => requirementOf(guardrail, proposal, effect))
    .reduce(stricterOf, LEAST_REQUIREMENT);
  return { violations: distinct(violations), requirement };
}

function violationsOf(guardrail: Guardrail, proposal: Proposal, effect: Effect): Problem[] {
  return [
    ...proposal.moves.flatMap((move) => moveProblems(guardrail.limits, move, proposal.effectiveFrom)),
    ...proposal.moves.flatMap((move) => outcomeProblems(guardrail.envelopes, move)),
    ...freezeProblems(guardrail, proposal, effect),
  ];
}

function freezeProblems({ freezes }: Guardrail, { effectiveFrom }: Proposal, effect: Effect): Problem[] {
  return freezes
    .filter(({ from, until, effects }) => effects.includes(effect) && from <= effectiveFrom && effectiveFrom < until)
    .map(({ from, until, reason }) => ({
      code: 'change_must_not_fall_into_freeze',
      path: '',
      message: `nothing that ${WORDS[effect]} takes effect from ${formatInstant(from)} until ${formatInstant(until)}: ${reason}`,
    }));
}

const WORDS: Readonly<Record<Effect, string>> = {
  'can-liquidate': 'can liquidate',
  'blocks-new-risk': 'blocks new risk',
  costs: 'costs',
  loosens: 'loosens',
  none: 'has no effect',
};

function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Map(problems.map((problem) => [`${problem.code} ${problem.path} ${problem.message}`, problem]));
  return [...seen.values()];
}
