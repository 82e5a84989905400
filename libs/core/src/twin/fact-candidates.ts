import {
  add,
  decimal,
  DECIMAL_TEXT_MAX,
  formatDecimal,
  greaterThan,
  isPositive,
  lessThan,
  parseDecimal,
  subtract,
} from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { CatalogueFact } from '../rules/index.ts';
import type { FactValue } from '../venue/index.ts';

/** A text that no document is likely to name. */
const OTHER_TEXT = 'none of these';

/**
 * Values at which a fact is worth judging, given the literals that it is compared with: each number, the nearest
 * below and above it; each text, and one that is not named; sets of none, one and all of the texts.
 *
 * None outside the bounds of the fact's declaration: such a value would be unknown.
 */
export function factCandidates(
  fact: CatalogueFact,
  literals: readonly (string | number)[],
  isAboveZero: boolean,
): readonly FactValue[] {
  switch (fact.type) {
    case 'boolean':
      return [true, false];
    case 'text':
      return fact.values ?? [...textsOf(literals), OTHER_TEXT];
    case 'set': {
      const texts = textsOf(literals);
      return [[], ...texts.map((text) => [text]), [...texts, OTHER_TEXT], [OTHER_TEXT]];
    }
    default: {
      const thresholds = [...literals, ...boundsOf(fact), '1'].map((literal) => parseDecimal(literal.toString()));
      const near = thresholds.flatMap((value) => (value === null ? [] : sidesOf(value, fact)));
      const believed = near.filter((value) => isBelieved(value, fact) && (!isAboveZero || isPositive(value)));
      return [...new Set(believed.map((value) => formatDecimal(value)))].map((text) => factValue(text, fact));
    }
  }
}

/** A number, the nearest below it and the nearest above: a whole number away, or a tenth of its last decimal. */
export function sidesOf(value: Decimal, fact: CatalogueFact): readonly [Decimal, Decimal, Decimal] {
  const decimals = formatDecimal(value).split('.')[1]?.length ?? 0;
  const step = fact.type === 'integer' ? decimal(1n) : decimal(1n, decimals + 1);
  return [value, subtract(value, step), add(value, step)];
}

/** Whether a value lies within the bounds of a fact's declaration and can be written; an integer is whole and safe. */
export function isBelieved(value: Decimal, { type, minimum, maximum }: CatalogueFact): boolean {
  const [least, most] = [minimum, maximum].map((bound) => (bound === null ? null : parseDecimal(bound)));
  if (least !== null && least !== undefined && lessThan(value, least)) return false;
  if (most !== null && most !== undefined && greaterThan(value, most)) return false;
  const text = formatDecimal(value);
  return type === 'integer' ? /^-?\d{1,15}$/.test(text) : text.length <= DECIMAL_TEXT_MAX;
}

/** A number as a venue sends it: text for a decimal, a JSON number for a whole number of at most 15 digits. */
export function factValue(text: string, { type }: CatalogueFact): FactValue {
  return type === 'integer' ? (JSON.parse(text) as number) : text;
}

function boundsOf({ minimum, maximum }: CatalogueFact): string[] {
  return [minimum, maximum].filter((bound) => bound !== null);
}

function textsOf(literals: readonly (string | number)[]): string[] {
  return [...new Set(literals.map(String))];
}
