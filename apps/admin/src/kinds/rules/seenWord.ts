import type { Seen } from './conditionTree.ts';

/** Key of the word that says how a condition came out. */
export function seenWord(seen: Seen): string {
  if (seen === undefined) return 'condition.not_asked';
  if (seen === null) return 'condition.unknown';
  return seen ? 'condition.true' : 'condition.false';
}

/** Its color. That a condition does not hold is neither good nor bad. */
export function toneOf(seen: Seen): string {
  if (seen === true) return 'tones.healthy';
  return seen === null ? 'tones.unknown' : 'text.secondary';
}
