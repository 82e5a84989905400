import type { Problem } from '../../problem/index.ts';
import type { Names } from '../judge/bind.ts';
import { checkLeaf } from './check-leaf.ts';
import type { Condition, Leaf } from '../language/condition.ts';
import { suggestion } from '../../problem/index.ts';

/** Most comparisons that one rule, exit or named condition may come to, named conditions counted where they are used. */
export const LEAVES_MAX = 256;

/**
 * Everything wrong with a condition that stands at `pointer`, each problem at its leaf: unknown names with the
 * nearest one suggested, comparisons that types or units forbid, empty lists, more comparisons than allowed.
 */
export function checkConditions(condition: Condition, pointer: string, names: Names): Problem[] {
  const problems = checkPart(condition, pointer, names);
  if (leafCount(condition, names, () => 1, new Map()) <= LEAVES_MAX) return problems;
  const message = `more than ${String(LEAVES_MAX)} comparisons, named conditions counted where they are used`;
  return [...problems, { code: 'too_many_comparisons', path: pointer, message }];
}

/** Everything wrong with the named conditions of a document, those that lead back to themselves included. */
export function checkNamedConditions(names: Names): Problem[] {
  return Object.entries(names.conditions).flatMap(([name, condition]) => {
    const path = `/conditions/${name}`;
    const cycle = pathBack(name, names);
    if (cycle === null) return checkConditions(condition, path, names);
    const problems = checkPart(condition, path, names);
    // A circle is one mistake: it is told where its first name stands.
    if (cycle.some((other) => other < name)) return problems;
    const message = `\`${name}\` leads back to itself: ${[name, ...cycle].join(' → ')}`;
    return [...problems, { code: 'condition_cycle', path, message }];
  });
}

function checkPart(condition: Condition, pointer: string, names: Names): Problem[] {
  if ('all' in condition) return checkList(condition.all, `${pointer}/all`, names);
  if ('any' in condition) return checkList(condition.any, `${pointer}/any`, names);
  if ('not' in condition) return checkPart(condition.not, `${pointer}/not`, names);
  if ('fact' in condition) return checkLeaf(condition, pointer, names.facts);
  const { condition: name } = condition;
  if (Object.hasOwn(names.conditions, name)) return [];
  const message = `the document defines no condition \`${name}\``;
  const known = Object.keys(names.conditions);
  return [{ code: 'unknown_condition', path: `${pointer}/condition`, message, ...suggestion(name, known) }];
}

function checkList(parts: readonly Condition[], pointer: string, names: Names): Problem[] {
  if (parts.length === 0) {
    const message = 'an empty list has no meaning that two readers would agree on';
    return [{ code: 'empty_condition_list', path: pointer, message }];
  }
  return parts.flatMap((part, at) => checkPart(part, `${pointer}/${String(at)}`, names));
}

/** The names from a condition back to itself, that name last; null where none leads back. */
function pathBack(start: string, names: Names): string[] | null {
  const visited = new Set<string>();
  function search(name: string): string[] | null {
    for (const next of references(names.conditions[name])) {
      if (next === start) return [start];
      if (visited.has(next) || !Object.hasOwn(names.conditions, next)) continue;
      visited.add(next);
      const rest = search(next);
      if (rest !== null) return [next, ...rest];
    }
    return null;
  }
  return search(start);
}

function references(condition: Condition | undefined): string[] {
  if (condition === undefined || 'fact' in condition) return [];
  if ('condition' in condition) return [condition.condition];
  if ('not' in condition) return references(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(references);
}

/** Values that a condition compares with, named conditions in place: a leaf with a list counts as often as the list is long. */
export function comparisonCount(condition: Condition, names: Names): number {
  return leafCount(condition, names, ({ value }) => (Array.isArray(value) ? Math.max(1, value.length) : 1), new Map());
}

/** The leaves of a condition as they weigh; a circle of names counts as nothing, it is told elsewhere. */
function leafCount(
  condition: Condition,
  names: Names,
  weigh: (leaf: Leaf) => number,
  counted: Map<string, number>,
): number {
  if ('fact' in condition) return weigh(condition);
  if ('not' in condition) return leafCount(condition.not, names, weigh, counted);
  if ('condition' in condition) {
    const { condition: name } = condition;
    const known = counted.get(name);
    if (known !== undefined) return known;
    counted.set(name, 0);
    const named = Object.hasOwn(names.conditions, name) ? names.conditions[name] : undefined;
    const count = named === undefined ? 0 : leafCount(named, names, weigh, counted);
    counted.set(name, count);
    return count;
  }
  const parts = 'all' in condition ? condition.all : condition.any;
  return parts.reduce((count, part) => count + leafCount(part, names, weigh, counted), 0);
}
