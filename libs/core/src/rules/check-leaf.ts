import { formatDecimal, lessThan, parseDecimal } from '../num/index.ts';
import type { Problem } from '../problem/index.ts';
import type { FactReference, Leaf } from './condition.ts';
import { isNumeric } from './fact.ts';
import type { CatalogueFact, FactCatalogue } from './fact.ts';
import { decimalOfLiteral, wholeNumberOf } from './literal.ts';
import { suggestion } from '../problem/index.ts';
import { isOperator, OPERATORS, OPERATORS_OF_TYPE, takesList } from './operators.ts';
import type { Operator } from './operators.ts';

/** The first mistake in a leaf: a name that means nothing, or a comparison that types or units forbid. */
export function checkLeaf(leaf: Leaf, pointer: string, catalogue: FactCatalogue): Problem[] {
  const fact = catalogue.get(leaf.fact);
  if (fact === undefined) return [unknownFact(leaf.fact, `${pointer}/fact`, catalogue)];
  const { operator, value } = leaf;
  if (!isOperator(operator)) {
    const message = `there is no operator \`${operator}\``;
    return [{ code: 'unknown_operator', path: `${pointer}/operator`, message, ...suggestion(operator, OPERATORS) }];
  }
  const allowed = OPERATORS_OF_TYPE[fact.type];
  if (!allowed.includes(operator)) {
    const message = `\`${operator}\` does not compare \`${fact.name}\`, which is ${TYPE_WORDS[fact.type]}`;
    const code = 'operator_not_for_type';
    return [{ code, path: `${pointer}/operator`, message, suggestion: `one of ${allowed.join(', ')}` }];
  }
  const at = `${pointer}/value`;
  if (typeof value === 'object' && 'fact' in value) return checkReference(fact, operator, value, at, catalogue);
  if (takesList(operator) !== (typeof value === 'object')) {
    const wanted = takesList(operator) ? 'a list' : 'a single value';
    return [{ code: 'literal_type_mismatch', path: at, message: `\`${operator}\` compares with ${wanted}` }];
  }
  if (typeof value !== 'object') return checkLiteral(fact, value, at);
  if (value.length === 0) {
    return [
      { code: 'empty_value_list', path: at, message: `\`${operator}\` of an empty list never changes its answer` },
    ];
  }
  return value.flatMap((literal, index) => checkLiteral(fact, literal, `${at}/${String(index)}`));
}

const TYPE_WORDS: Readonly<Record<CatalogueFact['type'], string>> = {
  decimal: 'a decimal number',
  integer: 'a whole number',
  boolean: 'true or false',
  text: 'a text',
  set: 'a set of texts',
};

/** The problem of a fact that neither the core nor the document declares. */
export function unknownFact(name: string, path: string, catalogue: FactCatalogue): Problem {
  const message = `there is no fact \`${name}\``;
  return { code: 'unknown_fact', path, message, ...suggestion(name, catalogue.keys()) };
}

function checkReference(
  fact: CatalogueFact,
  operator: Operator,
  reference: FactReference,
  path: string,
  catalogue: FactCatalogue,
): Problem[] {
  const other = catalogue.get(reference.fact);
  if (other === undefined) return [unknownFact(reference.fact, `${path}/fact`, catalogue)];
  if (other.name === fact.name) {
    const message = `\`${fact.name}\` is compared with itself`;
    return [{ code: 'fact_compared_with_itself', path: `${path}/fact`, message }];
  }
  if (!areComparable(fact, operator, other)) {
    const kinds = `\`${fact.name}\` is ${TYPE_WORDS[fact.type]}, \`${other.name}\` is ${TYPE_WORDS[other.type]}`;
    return [
      {
        code: 'facts_not_comparable',
        path: `${path}/fact`,
        message: `${kinds}: \`${operator}\` does not compare them`,
      },
    ];
  }
  if (isNumeric(fact) && fact.unit !== other.unit) {
    const message = `\`${fact.name}\` is in ${fact.unit}, \`${other.name}\` in ${other.unit}: they are never compared`;
    return [{ code: 'unit_mismatch', path: `${path}/fact`, message }];
  }
  return [];
}

function areComparable(fact: CatalogueFact, operator: Operator, other: CatalogueFact): boolean {
  if (takesList(operator)) return fact.type === 'text' && other.type === 'set';
  if (fact.type === 'set') return other.type === 'text';
  return isNumeric(fact) ? isNumeric(other) : fact.type === other.type;
}

function checkLiteral(fact: CatalogueFact, literal: string | number | boolean, path: string): Problem[] {
  if (isNumeric(fact)) return checkNumber(fact, literal, path);
  const mismatch: Problem = {
    code: 'literal_type_mismatch',
    path,
    message: `\`${fact.name}\` is ${TYPE_WORDS[fact.type]}, not \`${String(literal)}\``,
  };
  if (fact.type === 'boolean') return typeof literal === 'boolean' ? [] : [mismatch];
  if (typeof literal !== 'string') return [mismatch];
  if (fact.values === null || fact.values.includes(literal)) return [];
  const message = `\`${fact.name}\` is never \`${literal}\`: it is one of ${fact.values.join(', ')}`;
  return [{ code: 'literal_not_a_value', path, message, ...suggestion(literal, fact.values) }];
}

function checkNumber(fact: CatalogueFact, literal: string | number | boolean, path: string): Problem[] {
  const value = typeof literal === 'boolean' ? null : decimalOfLiteral(literal);
  if (value === null) {
    const isNumber = typeof literal === 'number';
    const message = isNumber
      ? `\`${String(literal)}\` has more digits than a JSON number carries unharmed`
      : `\`${fact.name}\` is ${TYPE_WORDS[fact.type]}, not \`${String(literal)}\``;
    const code = isNumber ? 'number_not_exact' : 'literal_type_mismatch';
    return [{ code, path, message, ...(isNumber ? { suggestion: 'write it as a text' } : {}) }];
  }
  if (fact.type === 'integer' && wholeNumberOf(value) === null) {
    const message = `\`${fact.name}\` is a whole number, not \`${formatDecimal(value)}\``;
    return [{ code: 'literal_type_mismatch', path, message }];
  }
  const minimum = fact.minimum === null ? null : parseDecimal(fact.minimum);
  const maximum = fact.maximum === null ? null : parseDecimal(fact.maximum);
  const isOutside = (minimum !== null && lessThan(value, minimum)) || (maximum !== null && lessThan(maximum, value));
  if (!isOutside) return [];
  const bounds = `${fact.minimum ?? 'no lower bound'} to ${fact.maximum ?? 'no upper bound'}`;
  const message = `\`${fact.name}\` is never \`${formatDecimal(value)}\`: it is declared from ${bounds}`;
  return [{ code: 'literal_outside_range', path, message }];
}
