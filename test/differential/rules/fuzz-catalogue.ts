import { checkConditions, factDeclarationSchema, scopeCatalogue } from '@backstop/core/rules';
import type { CatalogueFact, FactReference, Leaf } from '@backstop/core/rules';

/** What a venue of the fuzz declares beside the core's own facts: every type, and numbers of every relation by unit. */
const DECLARED = [
  { name: 'cap', type: 'decimal', unit: 'quote' },
  { name: 'floor', type: 'decimal', unit: 'quote' },
  { name: 'score', type: 'decimal', unit: 'none' },
  { name: 'fundingRate', type: 'decimal', unit: 'rate' },
  { name: 'averageCount', type: 'decimal', unit: 'count' },
  { name: 'days', type: 'integer', unit: 'count' },
  { name: 'cushion', type: 'decimal', unit: 'ratio', numerator: 'withdrawable', denominator: 'notional' },
  { name: 'daysPerPosition', type: 'decimal', unit: 'ratio', numerator: 'days', denominator: 'positionCount' },
  { name: 'isWatched', type: 'boolean', unit: 'none' },
  { name: 'isVip', type: 'boolean', unit: 'none' },
  { name: 'region', type: 'text', unit: 'none', values: ['eu', 'uk', 'us'] },
  { name: 'desk', type: 'text', unit: 'none' },
  { name: 'assets', type: 'set', unit: 'none' },
  {
    name: 'limits',
    type: 'structured',
    unit: 'none',
    ageMaxSeconds: 60,
    fields: [
      { path: '$.cap', type: 'decimal', unit: 'quote' },
      { path: '$.by-desk[0].cap', type: 'decimal', unit: 'quote' },
      { path: '$.by-desk[1].days', type: 'integer', unit: 'count' },
      { path: '$.by-desk[1].open', type: 'boolean', unit: 'none' },
      { path: '$.owner.name_', type: 'text', unit: 'none' },
      { path: '$.owner.regions', type: 'set', unit: 'none' },
    ].map((field) => ({ ...field, meaning: 'For the fuzz.' })),
  },
] as const;

export const FUZZ_CATALOGUE = scopeCatalogue(
  DECLARED.map((fact) => factDeclarationSchema.parse({ ...fact, meaning: 'For the fuzz.', source: 'the fuzz' })),
);

/** What leaves ask for: facts, and the parts of the structured one. */
export const FUZZ_FACTS: readonly CatalogueFact[] = [...FUZZ_CATALOGUE.values()].filter(
  ({ type }) => type !== 'structured',
);

/** How a leaf or a reference names a fact. */
export function referenceTo({ name, within }: CatalogueFact): FactReference {
  return within ?? { fact: name };
}

/** Texts that facts and literals are drawn from. */
const TEXTS = ['USDT', 'BTC', 'eu', 'vip', '10', '9.0'] as const;

/** A text that a fact may take or be compared with. */
export function drawnText(fact: CatalogueFact, drawn: number): string {
  const texts = fact.values ?? TEXTS;
  return texts[drawn % texts.length]!;
}

/** Whether the type check lets a leaf pass: what the fuzz is about is what the language admits, said in one place. */
export function isAdmitted(leaf: Leaf): boolean {
  return checkConditions({ all: [leaf] }, '', { facts: FUZZ_CATALOGUE, conditions: {} }).length === 0;
}

/** By fact, the facts that some operator compares it with. */
export const PARTNERS: ReadonlyMap<string, readonly CatalogueFact[]> = new Map(
  FUZZ_FACTS.map((fact) => {
    const operators = ['equal', 'in', 'contains'];
    const partners = FUZZ_FACTS.filter((other) =>
      operators.some((operator) => isAdmitted({ ...referenceTo(fact), operator, value: referenceTo(other) })),
    );
    return [fact.name, partners];
  }),
);
