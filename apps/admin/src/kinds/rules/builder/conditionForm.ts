import { isNumeric, OPERATORS_OF_TYPE, type CatalogueFact, type FactCatalogue } from '@backstop/core/rules';
import { isRecord } from '../../../text/isRecord.ts';
import type { RawRow } from './rawRows.ts';

/** What a condition is drawn as; what is none of these is drawn as JSON, so that nothing is lost. */
export type ConditionForm =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly unknown[] }
  | { readonly kind: 'not'; readonly part: unknown }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'leaf'; readonly leaf: RawRow }
  | { readonly kind: 'other' };

export function conditionForm(condition: unknown): ConditionForm {
  if (!isRecord(condition)) return { kind: 'other' };
  const keys = Object.keys(condition);
  const [only] = keys;
  if (keys.length === 1 && (only === 'all' || only === 'any')) {
    const parts = condition[only];
    return Array.isArray(parts) ? { kind: only, parts } : { kind: 'other' };
  }
  if (keys.length === 1 && only === 'not') return { kind: 'not', part: condition['not'] };
  if (keys.length === 1 && typeof condition['condition'] === 'string')
    return { kind: 'named', name: condition['condition'] };
  return typeof condition['fact'] === 'string' ? { kind: 'leaf', leaf: condition } : { kind: 'other' };
}

/** The condition that a form draws. */
export function conditionOf(form: Exclude<ConditionForm, { kind: 'other' }>): RawRow {
  switch (form.kind) {
    case 'all':
      return { all: form.parts };
    case 'any':
      return { any: form.parts };
    case 'not':
      return { not: form.part };
    case 'named':
      return { condition: form.name };
    case 'leaf':
      return form.leaf;
  }
}

/** A comparison to begin with: it holds for whom no margin is left. */
export const NEW_LEAF: RawRow = { fact: 'equity', operator: 'lessThan', value: { fact: 'maintenanceMargin' } };

/** The name by which the catalogue knows what a comparison or a reference asks for. */
export function askedName({ fact, path }: RawRow): string {
  return (typeof fact === 'string' ? fact : '') + (typeof path === 'string' ? path : '');
}

/** What a comparison or a reference writes for a fact, or a part of one. */
export function referenceTo({ name, within }: CatalogueFact): RawRow {
  return within === null ? { fact: name } : { fact: within.fact, path: within.path };
}

/** A comparison of another fact: operator and value stay where they suit it, else it begins anew. */
export function withFact(leaf: RawRow, fact: CatalogueFact): RawRow {
  const { path: _, ...rest } = leaf;
  const operators: readonly string[] = OPERATORS_OF_TYPE[fact.type];
  const written = typeof leaf['operator'] === 'string' ? leaf['operator'] : '';
  const operator = operators.includes(written) ? written : (operators[0] ?? 'equal');
  const isKept = operator === written && typeof leaf['value'] === 'string' && isNumeric(fact);
  return { ...rest, ...referenceTo(fact), operator, value: isKept ? leaf['value'] : startOf(fact, operator) };
}

/** A comparison by another operator; a value becomes a list, and a list its first member, where that is asked. */
export function withOperator(leaf: RawRow, operator: string): RawRow {
  const { value } = leaf;
  const isList = operator === 'in' || operator === 'notIn';
  if (isList === Array.isArray(value) || isRecord(value)) return { ...leaf, operator };
  return { ...leaf, operator, value: isList ? [value] : ((value as readonly unknown[])[0] ?? '') };
}

function startOf(fact: CatalogueFact, operator: string): unknown {
  if (operator === 'in' || operator === 'notIn') return [];
  if (fact.type === 'boolean') return true;
  return isNumeric(fact) ? '0' : (fact.values?.[0] ?? '');
}

/** The facts that a fact may be compared with: of its type and unit, and another. */
export function comparableFacts(fact: CatalogueFact, catalogue: FactCatalogue): readonly CatalogueFact[] {
  return askable(catalogue).filter(
    (other) =>
      other.name !== fact.name &&
      other.unit === fact.unit &&
      (isNumeric(fact)
        ? isNumeric(other) && (other.numerator === null) === (fact.numerator === null)
        : other.type === fact.type),
  );
}

/** The facts that conditions may ask for: a structured one only by its parts. */
export function askable(catalogue: FactCatalogue): readonly CatalogueFact[] {
  return [...catalogue.values()].filter(({ type }) => type !== 'structured');
}
