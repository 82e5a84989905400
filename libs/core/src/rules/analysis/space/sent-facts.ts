import { formatInstant } from '../../../venue/index.ts';
import type { FactValue, Instant } from '../../../venue/index.ts';
import type { CatalogueFact } from '../../language/fact.ts';
import { pathSteps } from '../../language/path.ts';

/**
 * Values of venue facts as a venue would send them: parts put together into structured facts, and the instant beside
 * what is declared with an age. Lists have holes where no part stands, so that a part far down a list costs no more
 * than one at its beginning; what is read of a hole is unknown.
 */
export function sentFacts(
  values: Iterable<readonly [fact: CatalogueFact, value: FactValue]>,
  at: Instant,
): Record<string, FactValue> {
  const sent: Record<string, Built> = {};
  const dated = new Set<string>();
  for (const [fact, value] of values) {
    if (fact.type === 'structured') continue;
    const name = fact.within?.fact ?? fact.name;
    place(sent, [name, ...(fact.within === null ? [] : pathSteps(fact.within.path))], value);
    if (fact.ageMaxSeconds !== null) dated.add(name);
  }
  const moment = formatInstant(at);
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]): [string, FactValue] => {
      return [name, dated.has(name) ? { value: value, at: moment } : value];
    }),
  );
}

/** A value, or parts of one that is still being put together. */
type Built = FactValue | Parts;
interface Parts {
  [step: string | number]: Built;
}

/** Puts a value at the end of a path; paths of one fact agree on where lists and names stand. */
function place(whole: Parts, steps: readonly (string | number)[], value: FactValue): void {
  let parts = whole;
  for (const [at, step] of steps.entries()) {
    const next = steps[at + 1];
    if (next === undefined) {
      define(parts, step, value);
      return;
    }
    const known = Object.hasOwn(parts, step) ? parts[step] : undefined;
    const isKnown = typeof known === 'object' && Array.isArray(known) === (typeof next === 'number');
    const part = isKnown ? (known as Parts) : typeof next === 'number' ? ([] as unknown as Parts) : {};
    if (!isKnown) define(parts, step, part);
    parts = part;
  }
}

/** Also where a part is called `__proto__`. */
function define(parts: Parts, step: string | number, value: Built): void {
  Object.defineProperty(parts, step, { value, enumerable: true, configurable: true, writable: true });
}
