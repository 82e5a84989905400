import { z } from 'zod';
import { formatDecimal } from '../../num/index.ts';
import type { Problem } from '../../problem/index.ts';
import { findFact } from '../check/check-reference.ts';
import { factReferenceSchema } from './condition.ts';
import type { FactReference } from './condition.ts';
import { factName } from './fact.ts';
import type { CatalogueFact, FactCatalogue } from './fact.ts';
import { observe, observationText } from '../judge/observe.ts';
import type { ScopeFacts } from '../judge/scope-facts.ts';
import { wholeNumberOf } from './literal.ts';

/** Parameters of an event by name: passed on as they are, but for facts, in whose place their values are passed on. */
export const eventParametersSchema = z.record(
  z.string().min(1).max(64),
  z.union([z.string().max(200), z.number(), z.boolean(), z.null(), factReferenceSchema]),
);

export type EventParameters = Readonly<Record<string, unknown>>;

/** References to facts that mean nothing, each at its place under `pointer`. */
export function checkEventParameters(params: EventParameters, pointer: string, catalogue: FactCatalogue): Problem[] {
  return Object.entries(params).flatMap(([name, value]) => {
    if (!isReference(value)) return [];
    const key = name.replaceAll('~', '~0').replaceAll('/', '~1');
    const { problem } = findFact(value, `${pointer}/${key}`, catalogue);
    return problem === null ? [] : [problem];
  });
}

/** Whether any parameter is a fact. */
export function askForFacts(params: EventParameters): boolean {
  return Object.values(params).some(isReference);
}

/**
 * The parameters with the values of facts in place: canonical decimal text (a ratio floored at eight decimals), a whole
 * number, true or false, a text, or a list of texts; null where a fact is unknown.
 */
export function resolveEventParameters(
  params: EventParameters,
  facts: ScopeFacts,
  catalogue: FactCatalogue,
): EventParameters {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const fact = isReference(value) ? catalogue.get(factName(value)) : undefined;
      return [name, fact === undefined ? value : valueOf(fact, facts, catalogue)];
    }),
  );
}

function isReference(value: unknown): value is FactReference {
  return typeof value === 'object' && value !== null && 'fact' in value;
}

function valueOf(fact: CatalogueFact, facts: ScopeFacts, catalogue: FactCatalogue): unknown {
  const seen = observe(fact, facts, catalogue);
  switch (seen.kind) {
    case 'unknown':
      return null;
    case 'number':
      return fact.type === 'integer' ? wholeNumberOf(seen.value) : formatDecimal(seen.value);
    case 'set':
      return seen.values;
    case 'boolean':
      return seen.value;
    case 'ratio':
    case 'text':
      return observationText(seen);
  }
}
