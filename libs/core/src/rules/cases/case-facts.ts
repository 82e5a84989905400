import { z } from 'zod';
import { isNumeric, LIST_MAX } from '../language/fact.ts';
import type { FactCatalogue } from '../language/fact.ts';
import { canonicalDecimalLiteral, canonicalIntegerLiteral } from '../language/literal.ts';

/** The name of a fact, or of a part of a structured one: `equity`, `limits$.tiers[0].cap`. */
const STATED_NAME = /^[A-Za-z][A-Za-z0-9._-]{0,63}(?:\$[A-Za-z0-9_.[\]-]{1,127})?$/;

const literal = z.union([z.string().max(64), z.number()]);

/**
 * The facts of an account that a case is about, by the names under which conditions ask for them; a part of a
 * structured fact stands under its name with its path. Values are literals as conditions write them.
 */
export const caseFactsSchema = z
  .record(
    z.string().regex(STATED_NAME, 'must be the name of a fact, with the path where a part of it is meant'),
    z.union([literal, z.boolean(), z.array(z.string().max(64)).max(LIST_MAX)]),
  )
  .superRefine((facts, context) => {
    if (Object.keys(facts).length <= LIST_MAX) return;
    const message = `must be at most ${String(LIST_MAX)} facts`;
    context.addIssue({ code: 'custom', message, params: { code: 'too_many' } });
  });

export type CaseFacts = z.output<typeof caseFactsSchema>;

/** Facts with every number in its one canonical form; what cannot be brought into it is left for the check to tell. */
export function canonicalCaseFacts(facts: CaseFacts, catalogue: FactCatalogue): CaseFacts {
  const entries = Object.entries(facts).map(([name, value]): [string, CaseFacts[string]] => {
    const fact = catalogue.get(name);
    if (typeof value === 'boolean' || typeof value === 'object' || fact === undefined) return [name, value];
    if (!isNumeric(fact)) return [name, value];
    return [name, fact.type === 'integer' ? canonicalIntegerLiteral(value) : canonicalDecimalLiteral(value)];
  });
  return Object.fromEntries(entries);
}
