import type { Effect } from '../../policy/index.ts';

const WORST_FIRST: readonly Effect[] = ['can-liquidate', 'blocks-new-risk', 'costs', 'loosens', 'none'];

/** The worst of several effects; `none` for none. */
export function worstEffect(effects: readonly Effect[]): Effect {
  return WORST_FIRST.find((effect) => effects.includes(effect)) ?? 'none';
}
