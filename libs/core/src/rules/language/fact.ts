import { z } from 'zod';
import { DECIMAL_PATTERN, DECIMAL_TEXT_MAX, formatDecimal, parseDecimal } from '../../num/index.ts';
import { pathSchema } from './path.ts';

/** Longest list of names, texts or numbers that a declaration or a leaf may hold. */
export const LIST_MAX = 100;

/** A week: what is older is no fact about an account. */
const AGE_MAX_SECONDS = 604_800;

/** Name of a fact, a rule or a named condition: needs no escaping in a JSON pointer. */
export const NAME_PATTERN = /^[A-Za-z][A-Za-z0-9._-]{0,63}$/;

export function ruleName(meaning: string) {
  return z
    .string()
    .regex(NAME_PATTERN, 'must be 1 to 64 letters, digits or . _ - and start with a letter')
    .describe(meaning);
}

const bound = z
  .string()
  .max(DECIMAL_TEXT_MAX)
  .regex(DECIMAL_PATTERN, 'must be a decimal text such as "-12.5"')
  .transform((text) => {
    const value = parseDecimal(text);
    return value === null ? text : formatDecimal(value);
  });

const unit = z
  .enum(['quote', 'rate', 'ratio', 'contracts', 'seconds', 'count', 'none'])
  .describe('What a number counts; numbers of different units are never compared.');

/** What is said alike of a fact and of a part of one. */
const believed = {
  minimum: bound.nullable().default(null).describe('Lowest value that is believed, inclusive; null = no bound.'),
  maximum: bound.nullable().default(null).describe('Highest value that is believed, inclusive; null = no bound.'),
  values: z
    .array(z.string().min(1).max(64))
    .min(1)
    .max(LIST_MAX)
    .nullable()
    .default(null)
    .describe('All values that a text may take; null = any text.'),
};

const field = z.strictObject({
  path: pathSchema.describe('Where the part stands in the fact, such as $.limits[0].cap.'),
  type: z
    .enum(['decimal', 'integer', 'boolean', 'text', 'set'])
    .describe('What the part is: exact decimal, whole number, true or false, text, or a set of texts.'),
  unit,
  ...believed,
  meaning: z.string().min(1).max(500).describe('What the part says, in a sentence.'),
});

/**
 * A fact that conditions may ask about: what it is, in which unit, how old it may be, and between which bounds a
 * value is believed.
 *
 * A decimal fact with `numerator` and `denominator` is a ratio: it is never read and never divided, but compared
 * by cross multiplication; where its denominator is not above zero it is absent. A structured fact is never
 * compared itself: conditions ask for its declared parts by path.
 */
export const factDeclarationSchema = z.strictObject({
  name: ruleName('Name by which conditions ask for the fact.'),
  type: z
    .enum(['decimal', 'integer', 'boolean', 'text', 'set', 'structured'])
    .describe('What a value is: exact decimal, whole number, true or false, text, a set of texts, or parts by path.'),
  unit,
  ...believed,
  numerator: ruleName('Fact that is divided, where the fact is a ratio of two others.').nullable().default(null),
  denominator: ruleName('Fact that it is divided by, where the fact is a ratio of two others.')
    .nullable()
    .default(null),
  fields: z
    .array(field)
    .min(1)
    .max(LIST_MAX)
    .nullable()
    .default(null)
    .describe('Parts of a structured fact that conditions may ask for; null for any other fact.'),
  ageMaxSeconds: z
    .int()
    .min(1)
    .max(AGE_MAX_SECONDS)
    .nullable()
    .default(null)
    .describe(
      'Oldest a value may be; an older one, one without an instant or one from the future is unknown. Null = no limit.',
    ),
  meaning: z.string().min(1).max(500).describe('What the fact says, in a sentence.'),
  source: z.string().min(1).max(200).describe('Where the fact comes from.'),
});

export type FactDeclaration = z.output<typeof factDeclarationSchema>;
export type FactField = NonNullable<FactDeclaration['fields']>[number];
export type FactType = FactDeclaration['type'];

/** A fact that conditions may ask about, and whether the core computes it or the venue sends it. */
export interface CatalogueFact extends Readonly<FactDeclaration> {
  readonly origin: 'core' | 'venue';
  /** Where it stands, for a part of a structured fact; its name is that fact's with the path: `limits$.tiers[0].cap`. */
  readonly within: { readonly fact: string; readonly path: string } | null;
}

/** By name; parts of structured facts stand beside the facts themselves. */
export type FactCatalogue = ReadonlyMap<string, CatalogueFact>;

/** The name by which a catalogue knows what a leaf or a reference asks for. */
export function factName({ fact, path }: { readonly fact: string; readonly path?: string }): string {
  return path === undefined ? fact : fact + path;
}

/** Whether a fact is a number, exact or whole. */
export function isNumeric(fact: Pick<FactDeclaration, 'type'>): boolean {
  return fact.type === 'decimal' || fact.type === 'integer';
}

/** Whether a fact is never read but formed of two others. */
export function isRatio(fact: FactDeclaration): fact is CatalogueFact & { numerator: string; denominator: string } {
  return fact.numerator !== null && fact.denominator !== null;
}

/** A type as a sentence says it: `a decimal number`. */
export function typeWords(type: FactType): string {
  return TYPE_WORDS[type];
}

const TYPE_WORDS: Readonly<Record<FactType, string>> = {
  decimal: 'a decimal number',
  integer: 'a whole number',
  boolean: 'true or false',
  text: 'a text',
  set: 'a set of texts',
  structured: 'made of parts',
};
