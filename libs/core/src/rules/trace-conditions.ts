import { divide, formatDecimal } from '../num/index.ts';
import type { BoundCondition, BoundLeaf, Operand } from './bound-condition.ts';
import type { FactCatalogue } from './fact.ts';
import { observe } from './observe.ts';
import type { Observation } from './observe.ts';
import type { ScopeFacts } from './scope-facts.ts';
import type { LeafTrace } from './trace.ts';
import { resultOf } from './verdict.ts';

/** Decimals of a ratio's value in a trace; it is floored for display, the leaf is decided without dividing. */
const RATIO_DECIMALS = 8;

/** What every leaf of a condition saw, once per pointer, in document order; nothing is skipped. */
export function traceConditions(condition: BoundCondition, facts: ScopeFacts, catalogue: FactCatalogue): LeafTrace[] {
  const leaves = new Map<string, LeafTrace>();
  for (const leaf of leavesOf(condition)) {
    if (!leaves.has(leaf.pointer)) leaves.set(leaf.pointer, traceLeaf(leaf, facts, catalogue));
  }
  return [...leaves.values()];
}

/** The leaves of a bound condition from left to right; a named condition's at each place where it is used. */
export function leavesOf(condition: BoundCondition): BoundLeaf[] {
  if (condition.kind === 'leaf') return [condition];
  return condition.kind === 'not' ? leavesOf(condition.part) : condition.parts.flatMap(leavesOf);
}

/** Names of the facts for which a leaf is unknown; empty where it is known. */
export function unknownFactsOf(leaf: BoundLeaf, facts: ScopeFacts, catalogue: FactCatalogue): string[] {
  const asked = leaf.operand.kind === 'fact' ? [leaf.fact, leaf.operand.fact] : [leaf.fact];
  return asked.flatMap((fact) => {
    const seen = observe(fact, facts, catalogue);
    return seen.kind === 'unknown' ? seen.facts : [];
  });
}

function traceLeaf(leaf: BoundLeaf, facts: ScopeFacts, catalogue: FactCatalogue): LeafTrace {
  return {
    pointer: leaf.pointer,
    fact: leaf.fact.name,
    operator: leaf.operator,
    observed: textOf(observe(leaf.fact, facts, catalogue)),
    compared: comparedText(leaf.operand, facts, catalogue),
    result: resultOf(leaf.test(facts)),
  };
}

function comparedText(operand: Operand, facts: ScopeFacts, catalogue: FactCatalogue): string | null {
  switch (operand.kind) {
    case 'fact':
      return textOf(observe(operand.fact, facts, catalogue));
    case 'numbers':
      return operand.values.map((value) => formatDecimal(value)).join(', ');
    case 'texts':
      return operand.values.join(', ');
    case 'boolean':
      return String(operand.value);
  }
}

function textOf(seen: Observation): string | null {
  switch (seen.kind) {
    case 'unknown':
      return null;
    case 'number':
      return formatDecimal(seen.value);
    case 'ratio':
      return formatDecimal(divide(seen.numerator.value, seen.denominator.value, RATIO_DECIMALS, 'floor'));
    case 'text':
      return seen.value;
    case 'set':
      return seen.values.join(', ');
    case 'boolean':
      return String(seen.value);
  }
}
