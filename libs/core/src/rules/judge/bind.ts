import { InvariantError } from '../../num/index.ts';
import type { BoundCondition, BoundLeaf, Operand } from './bound-condition.ts';
import type { Condition, Leaf, LeafValue } from '../language/condition.ts';
import { comparisonText } from './condition-text.ts';
import { comparisonOf } from './comparison.ts';
import { factName, isNumeric } from '../language/fact.ts';
import type { CatalogueFact, FactCatalogue } from '../language/fact.ts';
import { leafTest } from './leaf-test.ts';
import { decimalOfLiteral } from '../language/literal.ts';
import { operatorForm } from '../language/operator-form.ts';
import { factOf } from '../language/fact-of.ts';

/** The names that conditions of a document may use. */
export interface Names {
  readonly facts: FactCatalogue;
  /** The document's own conditions, by name. */
  readonly conditions: Readonly<Record<string, Condition>>;
}

/**
 * A checked condition with its names resolved. `pointer` is where it stands in the document.
 *
 * Throws `InvariantError` for what `checkConditions` refuses: a document is checked before it is bound.
 */
export function bind(condition: Condition, pointer: string, names: Names): BoundCondition {
  if ('all' in condition) return { kind: 'all', parts: bindEach(condition.all, `${pointer}/all`, names) };
  if ('any' in condition) return { kind: 'any', parts: bindEach(condition.any, `${pointer}/any`, names) };
  if ('not' in condition) return { kind: 'not', part: bind(condition.not, `${pointer}/not`, names) };
  if ('condition' in condition) return bindNamed(condition.condition, names);
  return bindLeaf(condition, pointer, names.facts);
}

function bindEach(parts: readonly Condition[], pointer: string, names: Names): BoundCondition[] {
  return parts.map((part, at) => bind(part, `${pointer}/${String(at)}`, names));
}

function bindNamed(name: string, names: Names): BoundCondition {
  const named = Object.hasOwn(names.conditions, name) ? names.conditions[name] : undefined;
  if (named === undefined) throw new InvariantError(`no condition ${name}`);
  return bind(named, `/conditions/${name}`, names);
}

function bindLeaf(leaf: Leaf, pointer: string, facts: FactCatalogue): BoundLeaf {
  const fact = factOf(factName(leaf), facts);
  const form = operatorForm(leaf.operator);
  if (form === null) throw new InvariantError(`no operator ${leaf.operator}`);
  const operand = operandOf(leaf.value, fact, facts);
  const comparison = comparisonOf(fact, form, operand);
  const key = comparisonText(comparison);
  const written = { operator: leaf.operator, operand };
  return { kind: 'leaf', pointer, key, written, ...comparison, test: leafTest(comparison, facts) };
}

function operandOf(value: LeafValue, fact: CatalogueFact, facts: FactCatalogue): Operand {
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'object' && 'fact' in value) return { kind: 'fact', fact: factOf(factName(value), facts) };
  const literals = typeof value === 'object' ? value : [value];
  if (!isNumeric(fact)) return { kind: 'texts', values: literals.map(String) };
  const values = literals.map((literal) => decimalOfLiteral(literal));
  return { kind: 'numbers', values: values.map((decimal) => decimal ?? refuseLiteral()) };
}

function refuseLiteral(): never {
  throw new InvariantError('a number is compared with what is none');
}
