import { parseInstant } from '../../venue/index.ts';
import type { FactValue, Instant } from '../../venue/index.ts';
import type { CatalogueFact } from '../language/fact.ts';
import { atPath, pathSteps } from '../language/path.ts';
import type { ScopeFacts } from './scope-facts.ts';

/**
 * Reader of what a venue sent for a fact; null = nothing. Where an age is declared, also null where the value is
 * older than that, has no instant, or is of an instant after the one judged: what may be out of date is not believed.
 */
export function sentReader(fact: CatalogueFact): (facts: ScopeFacts) => FactValue | null {
  const name = fact.within?.fact ?? fact.name;
  const steps = fact.within === null ? [] : pathSteps(fact.within.path);
  // What every object has is no fact of an account; any other name is there only where it was sent.
  const isInherited = name in Object.prototype;
  const ageMax = fact.ageMaxSeconds === null ? null : fact.ageMaxSeconds * 1000;
  return (facts) => {
    if (isInherited && !Object.hasOwn(facts.venue, name)) return null;
    const sent = facts.venue[name];
    if (sent === undefined) return null;
    const at = instantText(sent);
    if (ageMax !== null && !isFresh(at, facts.at, ageMax)) return null;
    const value = at === null ? sent : (sent as { readonly value: FactValue }).value;
    return steps.length === 0 ? value : atPath(value, steps);
  };
}

/** The instant beside a value: of an object of `value` and `at` and nothing else, whatever else a fact may be. */
function instantText(sent: FactValue): string | null {
  if (typeof sent !== 'object' || Array.isArray(sent) || !Object.hasOwn(sent, 'value')) return null;
  const at = Object.hasOwn(sent, 'at') ? (sent as { readonly at: FactValue }).at : null;
  return typeof at === 'string' && Object.keys(sent).length === 2 ? at : null;
}

/** Milliseconds; an age of exactly the most is fresh. */
function isFresh(text: string | null, now: Instant, ageMax: number): boolean {
  const at = text === null ? null : parseInstant(text);
  return at !== null && at <= now && now - at <= ageMax;
}
