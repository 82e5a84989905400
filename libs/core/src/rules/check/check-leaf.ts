import { compare } from '../../num/index.ts';
import type { Problem } from '../../problem/index.ts';
import { checkLiteral } from './check-literal.ts';
import { checkOperator } from './check-operator.ts';
import { findFact } from './check-reference.ts';
import type { FactReference, Leaf } from '../language/condition.ts';
import { isNumeric, typeWords } from '../language/fact.ts';
import type { CatalogueFact, FactCatalogue } from '../language/fact.ts';
import { decimalOfLiteral } from '../language/literal.ts';
import { rankOf } from '../language/operator-form.ts';
import type { OperatorForm } from '../language/operator-form.ts';

/** The first mistake in a leaf: a name that means nothing, or a comparison that types or units forbid. */
export function checkLeaf(leaf: Leaf, pointer: string, catalogue: FactCatalogue): Problem[] {
  const { fact, problem } = findFact(leaf, pointer, catalogue);
  if (fact === null) return [problem];
  const { operator, value } = leaf;
  const checked = checkOperator(operator, fact, `${pointer}/operator`);
  if (checked.form === null) return [checked.problem];
  const { form } = checked;
  const at = `${pointer}/value`;
  if (typeof value === 'object' && 'fact' in value) return checkOther({ fact, leaf, form }, value, at, catalogue);
  const takesList = rankOf(form, 'value') > 0;
  if (takesList !== (typeof value === 'object')) {
    const wanted = takesList ? 'a list' : 'a single value';
    return [{ code: 'literal_type_mismatch', path: at, message: `\`${operator}\` compares with ${wanted}` }];
  }
  if (typeof value !== 'object') return checkLiteral(fact, value, at);
  if (value.length === 0) {
    const message = `\`${operator}\` of an empty list never changes its answer`;
    return [{ code: 'empty_value_list', path: at, message }];
  }
  const problems = value.flatMap((literal, index) => checkLiteral(fact, literal, `${at}/${String(index)}`));
  return problems.length > 0 ? problems : checkList({ fact, leaf, form }, value, at);
}

interface CheckedLeaf {
  readonly fact: CatalogueFact;
  readonly leaf: Leaf;
  readonly form: OperatorForm;
}

/** One value that has to equal every member of a list of different ones never does, and always differs from some. */
function checkList({ fact, leaf, form }: CheckedLeaf, list: readonly (string | number)[], path: string): Problem[] {
  const [only, another] = form.quantifiers;
  if (only === undefined || another !== undefined) return [];
  const isConstant = form.relation === 'equal' ? only.isEvery : form.relation === 'notEqual' && !only.isEvery;
  if (!isConstant || list.every((literal) => isSame(fact, literal, list[0] ?? literal))) return [];
  const message = `\`${leaf.operator}\` of different values never changes its answer`;
  const wanted = only.isEvery ? '`in`' : '`notIn`';
  return [{ code: 'comparison_never_changes', path, message, suggestion: `write ${wanted}` }];
}

function isSame(fact: CatalogueFact, literal: string | number, other: string | number): boolean {
  if (!isNumeric(fact)) return literal === other;
  const [a, b] = [decimalOfLiteral(literal), decimalOfLiteral(other)];
  return a !== null && b !== null && compare(a, b) === 0;
}

function checkOther(
  { fact, leaf, form }: CheckedLeaf,
  reference: FactReference,
  path: string,
  catalogue: FactCatalogue,
): Problem[] {
  const { fact: other, problem } = findFact(reference, path, catalogue);
  if (other === null) return [problem];
  if (other.name === fact.name) {
    const message = `\`${fact.name}\` is compared with itself`;
    return [{ code: 'fact_compared_with_itself', path: `${path}/fact`, message }];
  }
  if (!areComparable(fact, form, other)) {
    const kinds = `\`${fact.name}\` is ${typeWords(fact.type)}, \`${other.name}\` is ${typeWords(other.type)}`;
    const message = `${kinds}: \`${leaf.operator}\` does not compare them`;
    return [{ code: 'facts_not_comparable', path: `${path}/fact`, message }];
  }
  if (isNumeric(fact) && fact.unit !== other.unit) {
    const message = `\`${fact.name}\` is in ${fact.unit}, \`${other.name}\` in ${other.unit}: they are never compared`;
    return [{ code: 'unit_mismatch', path: `${path}/fact`, message }];
  }
  return [];
}

function areComparable(fact: CatalogueFact, form: OperatorForm, other: CatalogueFact): boolean {
  if (rankOf(form, 'value') > 0) return other.type === 'set' && !isNumeric(fact);
  if (fact.type === 'set') return other.type === 'text';
  return isNumeric(fact) ? isNumeric(other) : fact.type === other.type;
}
