import { formatDecimal, lessThan, parseDecimal } from '../../num/index.ts';
import { suggestion } from '../../problem/index.ts';
import type { Problem } from '../../problem/index.ts';
import { isNumeric, typeWords } from '../language/fact.ts';
import type { CatalogueFact } from '../language/fact.ts';
import { decimalOfLiteral, wholeNumberOf } from '../language/literal.ts';

/** The mistake in a literal that a fact is compared with, or with whose members it is: its type, its range. */
export function checkLiteral(fact: CatalogueFact, literal: string | number | boolean, path: string): Problem[] {
  if (isNumeric(fact)) return checkNumber(fact, literal, path);
  const mismatch: Problem = {
    code: 'literal_type_mismatch',
    path,
    message: `\`${fact.name}\` is ${typeWords(fact.type)}, not \`${String(literal)}\``,
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
      : `\`${fact.name}\` is ${typeWords(fact.type)}, not \`${String(literal)}\``;
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
