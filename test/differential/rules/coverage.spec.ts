import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absolute, greaterThan, isNegative, isZero, parseDecimal, subtract } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import type { Condition, Leaf, ScopeFacts } from '@backstop/core/rules';
import { fuzzCases } from './arbitrary-case.ts';
import { BASE_OPERATORS, DECORATORS } from './arbitrary-leaf.ts';
import { FUZZ_CATALOGUE, FUZZ_FACTS, referenceTo } from './fuzz-catalogue.ts';
import { fuzzBudget } from './fuzz-budget.ts';

// What the fuzz draws, counted: proof by cases that never come is none.

const CASES = 1500;
const { seed } = fuzzBudget();
const cases = fc.sample(fuzzCases(2), { seed, numRuns: CASES });
const roots = cases.flatMap(({ list, names }) => [
  ...list.map(({ conditions }) => conditions),
  ...Object.values(names.conditions),
]);
const nodes = roots.flatMap(nodesOf);
const leaves = nodes.filter((node): node is Leaf => 'fact' in node);
const operators = leaves.map(({ operator }) => operator.split(':'));

/** `least` of what is counted, out of some 7,000 leaves of 1,500 cases; the usual count is three times as much. */
const atLeast = (least: number, count: number) => {
  expect(count).toBeGreaterThanOrEqual(least);
};

describe(`the cases of the fuzz (RULES_SEED=${String(seed)})`, () => {
  it.each(BASE_OPERATORS)('have the operator %s, plain and decorated', (operator) => {
    atLeast(40, operators.filter((names) => names.length === 1 && names[0] === operator).length);
    atLeast(15, operators.filter((names) => names.length > 1 && names.at(-1) === operator).length);
  });

  it.each(DECORATORS)('have the decorator %s, alone and in chains', (decorator) => {
    atLeast(20, operators.filter((names) => names.length === 2 && names[0] === decorator).length);
    atLeast(20, operators.filter((names) => names.length > 2 && names.slice(0, -1).includes(decorator)).length);
  });

  it.each(FUZZ_FACTS.map((fact) => [fact.name, referenceTo(fact)] as const))('ask for %s', (_, { fact, path }) => {
    atLeast(40, leaves.filter((leaf) => leaf.fact === fact && leaf.path === path).length);
  });

  it('compare facts with facts, also by path', () => {
    const references = leaves.flatMap(({ value }) => (typeof value === 'object' && 'fact' in value ? [value] : []));
    atLeast(300, references.length);
    atLeast(20, references.filter(({ path }) => path !== undefined).length);
  });

  it('nest lists and negations, and name conditions', () => {
    atLeast(4, Math.max(...roots.map(depthOf)));
    for (const form of ['all', 'any', 'not', 'condition']) atLeast(150, nodes.filter((node) => form in node).length);
  });

  it('meet thresholds: at them, just below and just above', () => {
    const sides = cases.flatMap(({ list, scopes }) =>
      scopes.flatMap((facts) =>
        list.flatMap(({ conditions }) =>
          nodesOf(conditions).map((node) => ('fact' in node ? sideOf(node, facts) : null)),
        ),
      ),
    );
    for (const side of ['just below', 'at', 'just above']) atLeast(60, sides.filter((one) => one === side).length);
  });

  it('have priorities that differ, and ties', () => {
    const priorities = cases.map(({ list }) => list.map(({ priority }) => priority));
    atLeast(150, priorities.filter((some) => new Set(some).size > 1).length);
    atLeast(150, priorities.filter((some) => new Set(some).size < some.length).length);
  });

  it('have more digits than a float holds, in rules and in facts', () => {
    const isLong = (text: string) => text.replace(/\D/g, '').replace(/^0+/, '').length > 17;
    const literals = leaves.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
    atLeast(200, literals.filter(isLong).length);
    const sent = cases.flatMap(({ scopes }) => scopes.map(({ venue }) => venue['cap']));
    atLeast(500, sent.filter((value) => typeof value === 'string' && isLong(value)).length);
  });
});

/** Where an amount of the core lies that is compared with a number, if it lies near it. */
function sideOf({ fact, value }: Leaf, facts: ScopeFacts): string | null {
  const amount = fact in facts ? (facts as unknown as Record<string, unknown>)[fact] : null;
  if (typeof value !== 'string' || FUZZ_CATALOGUE.get(fact)?.type !== 'decimal' || amount === null) return null;
  const away = subtract(amount as Decimal, parseDecimal(value)!);
  if (greaterThan(absolute(away), NEAR)) return null;
  return isZero(away) ? 'at' : isNegative(away) ? 'just below' : 'just above';
}

const NEAR = parseDecimal('0.0000000000000000000001')!;

function nodesOf(node: Condition): Condition[] {
  if ('all' in node) return [node, ...node.all.flatMap(nodesOf)];
  if ('any' in node) return [node, ...node.any.flatMap(nodesOf)];
  return 'not' in node ? [node, ...nodesOf(node.not)] : [node];
}

function depthOf(node: Condition): number {
  if ('all' in node) return 1 + Math.max(...node.all.map(depthOf));
  if ('any' in node) return 1 + Math.max(...node.any.map(depthOf));
  return 'not' in node ? 1 + depthOf(node.not) : 1;
}
