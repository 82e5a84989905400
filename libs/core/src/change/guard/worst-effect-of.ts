import { worstEffect } from '../../policy/index.ts';
import type { Effect } from '../../policy/index.ts';
import { GUARDRAIL_KIND } from './guardrail.ts';
import type { PolicyMove } from './proposal.ts';

/**
 * The worst that a change does to any open account. A change of the guardrail itself counts as the worst: it decides
 * what every other change takes.
 */
export function worstEffectOf(moves: readonly PolicyMove[]): Effect {
  if (moves.some(({ kind }) => kind === GUARDRAIL_KIND)) return 'can-liquidate';
  return worstEffect(moves.flatMap(({ differences }) => differences.map(({ effect }) => effect)));
}
