import type { Condition, Leaf, RootCondition } from './condition.ts';
import { factName } from './fact.ts';
import type { FactCatalogue } from './fact.ts';
import { canonicalDecimalLiteral, canonicalIntegerLiteral } from './literal.ts';

/**
 * A condition with every literal in its one canonical form: decimal text for decimal facts, a JSON number for
 * integer facts. What cannot be brought into it is left as it is, for the check to tell.
 */
export function canonicalConditions(condition: RootCondition, catalogue: FactCatalogue): RootCondition {
  return canonicalPart(condition, catalogue) as RootCondition;
}

function canonicalPart(condition: Condition, catalogue: FactCatalogue): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => canonicalPart(part, catalogue)) };
  if ('any' in condition) return { any: condition.any.map((part) => canonicalPart(part, catalogue)) };
  if ('not' in condition) return { not: canonicalPart(condition.not, catalogue) };
  return 'condition' in condition ? condition : canonicalLeaf(condition, catalogue);
}

function canonicalLeaf(leaf: Leaf, catalogue: FactCatalogue): Leaf {
  const type = catalogue.get(factName(leaf))?.type;
  if (type !== 'decimal' && type !== 'integer') return leaf;
  const canonical = type === 'decimal' ? canonicalDecimalLiteral : canonicalIntegerLiteral;
  const { value } = leaf;
  if (typeof value === 'string' || typeof value === 'number') return { ...leaf, value: canonical(value) };
  return typeof value === 'object' && !('fact' in value) ? { ...leaf, value: value.map(canonical) } : leaf;
}
