import type { Effect } from '../../policy/index.ts';
import type { PolicyMove } from './proposal.ts';

/** Worst first. */
export const EFFECTS: readonly Effect[] = ['can-liquidate', 'blocks-new-risk', 'costs', 'loosens', 'none'];

/**
 * The worst that a change does to any open account. A change of the guardrail itself counts as the worst: it decides
 * what every other change takes.
 */
export function worstEffectOf(moves: readonly PolicyMove[]): Effect {
  if (moves.some(({ kind }) => kind === GUARDRAIL)) return 'can-liquidate';
  const effects = new Set(moves.flatMap(({ differences }) => differences.map(({ effect }) => effect)));
  return EFFECTS.find((effect) => effects.has(effect)) ?? 'none';
}

const GUARDRAIL = 'change-guardrail';
