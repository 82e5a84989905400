import type { Effect } from './difference.ts';

/** What a difference can do, worst first. */
export const EFFECTS: readonly Effect[] = ['can-liquidate', 'blocks-new-risk', 'costs', 'loosens', 'none'];

/** The worst of several effects; `none` for none. */
export function worstEffect(effects: readonly Effect[]): Effect {
  return EFFECTS.find((effect) => effects.includes(effect)) ?? 'none';
}
