import { InvariantError } from '../num/index.ts';
import type { LeafTrace, ListedRule, RuleTrace } from '../rules/index.ts';
import type { CompiledAnswer } from './compiled-answer.ts';
import type { EngineAnswer } from './run-engine.ts';

/** Where the compiled program and json-rules-engine part, and what each of them says there. */
export interface Disagreement {
  /** JSON pointer in the document: of a leaf, of a rule's conditions, or of the list. */
  readonly pointer: string;
  readonly compiled: string;
  readonly engine: string;
}

/**
 * The first difference between two judgements of the same rule list on the same facts, all of them known: in a leaf,
 * in a rule, or in the rule that decides. Null where they agree.
 *
 * json-rules-engine judges every rule and has no first: its decision is the first that hits, by priority, then place.
 */
export function disagreement(
  list: readonly ListedRule[],
  compiled: CompiledAnswer,
  engine: readonly EngineAnswer[],
): Disagreement | null {
  for (const rule of [...compiled.trace.tried, ...compiled.untried]) {
    const found = ruleDisagreement(rule, list, engine);
    if (found !== null) return found;
  }
  const order = triedUntilHit(list, engine);
  const last = order.at(-1);
  const first = last !== undefined && engine[last]?.result === true ? last : null;
  const expected = decisionText(first, false, order);
  const tried = compiled.trace.tried.map(({ place }) => place);
  const told = [compiled, compiled.trace].map(({ place, isUnknown }) => decisionText(place, isUnknown, tried));
  const differing = told.find((text) => text !== expected);
  return differing === undefined ? null : { pointer: '/rules', compiled: differing, engine: expected };
}

function ruleDisagreement(
  { place, result, leaves }: RuleTrace,
  list: readonly ListedRule[],
  engine: readonly EngineAnswer[],
): Disagreement | null {
  const [rule, answer] = [list[place], engine[place]];
  if (rule === undefined || answer === undefined) throw new InvariantError(`no rule at ${String(place)}`);
  for (const leaf of leaves) {
    const [compiled, other] = [leafText(leaf), leafText(answer.leaves.get(leaf.pointer))];
    if (compiled !== other) return { pointer: leaf.pointer, compiled, engine: other };
  }
  const left = [...answer.leaves.values()].find(({ pointer }) => !leaves.some((leaf) => leaf.pointer === pointer));
  if (left !== undefined) return { pointer: left.pointer, compiled: leafText(undefined), engine: leafText(left) };
  return result === answer.result
    ? null
    : { pointer: rule.pointer, compiled: String(result), engine: String(answer.result) };
}

/** Places of the rules in the order in which they are tried, up to the first that hits. */
function triedUntilHit(list: readonly ListedRule[], engine: readonly EngineAnswer[]): number[] {
  const priorityAt = (place: number) => list[place]?.priority ?? 0;
  const order = engine.map(({ place }) => place).toSorted((a, b) => priorityAt(b) - priorityAt(a) || a - b);
  const hit = order.findIndex((place) => engine[place]?.result === true);
  return hit < 0 ? order : order.slice(0, hit + 1);
}

function leafText(leaf: LeafTrace | undefined): string {
  if (leaf === undefined) return 'not judged';
  const { fact, operator, observed, compared, result } = leaf;
  return `${fact} ${observed ?? 'unknown'} ${operator} ${compared ?? 'unknown'} is ${String(result)}`;
}

function decisionText(place: number | null, isUnknown: boolean, tried: readonly number[]): string {
  const decision = place === null ? 'no rule hits' : `rule ${String(place)} ${isUnknown ? 'is unknown' : 'hits'}`;
  return `${decision} after trying ${tried.join(', ')}`;
}
