import { formatInstant } from '../../venue/index.ts';
import type { FactValue, Instant } from '../../venue/index.ts';
import type { CatalogueFact } from '../language/fact.ts';
import { pathSteps } from '../language/path.ts';

/**
 * Values of venue facts in the form in which a venue sends them: parts put together into structured facts, and the
 * instant beside what is declared with an age. A structured fact itself has no value and is left out.
 */
export function venueRecord(
  values: Iterable<readonly [fact: CatalogueFact, value: FactValue]>,
  at: Instant,
): Record<string, FactValue> {
  const record: Record<string, FactValue> = {};
  const dated = new Set<string>();
  for (const [fact, value] of values) {
    if (fact.type === 'structured') continue;
    const name = fact.within?.fact ?? fact.name;
    const steps = fact.within === null ? [] : pathSteps(fact.within.path);
    record[name] = placed(record[name], steps, value);
    if (fact.ageMaxSeconds !== null) dated.add(name);
  }
  for (const name of dated) {
    const value = record[name];
    if (value !== undefined) record[name] = { value, at: formatInstant(at) };
  }
  return record;
}

type Parts = Readonly<Record<string, FactValue>>;

/** A value with another put at the end of a path in it. */
function placed(whole: FactValue | undefined, steps: readonly (string | number)[], value: FactValue): FactValue {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const members: FactValue[] = Array.isArray(whole) ? [...(whole as readonly FactValue[])] : [];
    // A place that no path names is filled with nothing in particular, so that the list has no holes.
    while (members.length < step) members.push({});
    members[step] = placed(members[step], rest, value);
    return members;
  }
  const parts = typeof whole === 'object' && !Array.isArray(whole) ? (whole as Parts) : {};
  const part = Object.hasOwn(parts, step) ? parts[step] : undefined;
  return { ...parts, [step]: placed(part, rest, value) };
}
