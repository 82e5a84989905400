import type { Actor } from './actor.ts';

/**
 * The four-eyes rule, said once: whoever contributed to something never approves it. Keys approve nothing. The database
 * says the same again, so that no path around this function exists.
 */
export function mayBeSecondPair(actor: Actor, contributors: readonly string[]): boolean {
  return actor.kind === 'person' && !contributors.includes(actor.id);
}
