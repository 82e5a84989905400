import fc from 'fast-check';
import type { CatalogueFact, Leaf, LeafValue } from '@backstop/core/rules';
import { decimalLiteral, FAVORITES, PICKS, wholeNumber } from './arbitrary-number.ts';
import type { NumberPool } from './arbitrary-number.ts';
import { drawnText, FUZZ_FACTS, isAdmitted, PARTNERS, referenceTo } from './fuzz-catalogue.ts';

/** A leaf whose numbers are still to be taken from the pool of its case. */
export type DrawnLeaf = (pool: NumberPool) => Leaf;

export const DECORATORS = ['not', 'swap', 'someFact', 'everyFact', 'someValue', 'everyValue'] as const;
export const BASE_OPERATORS = [
  ...['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'],
  ...['in', 'notIn', 'contains', 'doesNotContain'],
] as const;

/** The decorators of members are about these alone, and few among all facts. */
const SETS = FUZZ_FACTS.filter(({ type }) => type === 'set');

const shapes = fc.record({
  own: fc.constantFrom(...FUZZ_FACTS, ...SETS),
  /** Which favorite of the case is asked for; past the last the fact is its own. */
  favorite: fc.nat(FAVORITES + 2),
  decorators: fc.oneof(
    { arbitrary: fc.constant<(typeof DECORATORS)[number][]>([]), weight: 2 },
    { arbitrary: fc.array(fc.constantFrom(...DECORATORS), { minLength: 1, maxLength: 3 }), weight: 3 },
  ),
  operator: fc.constantFrom(...BASE_OPERATORS),
  form: fc.constantFrom<Form[]>('literal', 'literal', 'list', 'fact'),
  drawn: fc.array(fc.nat(PICKS - 1), { minLength: 1, maxLength: 3 }),
});

type Form = 'literal' | 'list' | 'fact';

/**
 * Leaves of everything that the language admits: whatever operator, decorators and value are drawn, the type check
 * decides; what it refuses is drawn plainer, at last as a comparison that every type knows.
 */
export const drawnLeaves: fc.Arbitrary<DrawnLeaf> = shapes.map(
  ({ own, favorite, decorators, operator, form, drawn }) => {
    return (pool) => {
      const liked = pool.favorites[favorite];
      const fact = liked === undefined ? own : FUZZ_FACTS[liked % FUZZ_FACTS.length]!;
      const fewer = decorators.map((_, at) => [...decorators.slice(at), operator].join(':'));
      const forms: readonly Form[] = [form, 'literal', 'list', 'fact'];
      for (const written of [...fewer, operator, ...plainerOperators(drawn)]) {
        for (const tried of forms) {
          const leaf = { ...referenceTo(fact), operator: written, value: valueOf(fact, tried, drawn, pool) };
          if (isAdmitted(leaf)) return leaf;
        }
      }
      return FALLBACK;
    };
  },
);

const FALLBACK: Leaf = { fact: 'equity', operator: 'lessThan', value: { fact: 'maintenanceMargin' } };

/** Every operator, beginning anywhere. */
function plainerOperators([first = 0]: readonly number[]): readonly string[] {
  const begin = first % BASE_OPERATORS.length;
  return [...BASE_OPERATORS.slice(begin), ...BASE_OPERATORS.slice(0, begin)];
}

function valueOf(fact: CatalogueFact, form: Form, drawn: readonly number[], pool: NumberPool): LeafValue {
  const [first = 0] = drawn;
  const partners = PARTNERS.get(fact.name)!;
  if (form === 'fact' && partners.length > 0) return referenceTo(partners[first % partners.length]!);
  if (fact.type === 'boolean') return first % 2 === 0;
  const literals = drawn.map((pick) => literalOf(fact, pick, pool));
  return form === 'list' ? literals : literals[0]!;
}

function literalOf(fact: CatalogueFact, drawn: number, pool: NumberPool): string | number {
  if (fact.type === 'text' || fact.type === 'set') return drawnText(fact, drawn);
  if (fact.type === 'integer') return Math.abs(wholeNumber(pool, drawn));
  const literal = decimalLiteral(pool, drawn);
  if (fact.minimum === null) return literal;
  return typeof literal === 'number' ? Math.abs(literal) : literal.replace('-', '');
}
