import { canonicalJson } from '../../canonical/index.ts';
import type { AccountSpace, Literal } from '../../rules/index.ts';
import { allOf, anyOf, encode, encodeList, NEVER } from '../../rules/index.ts';
import { ACTIONS_WHERE_UNKNOWN, exitAsked, HEALTHY } from './bound-trigger.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import type { TriggerAction } from './compiled-trigger.ts';

/** What a trigger may do with a scope, and the statement that it does. */
export interface EncodedOutcome {
  /** Equal for outcomes of one name that ask for the same. */
  readonly key: string;
  /** Null = the scope cannot be judged. */
  readonly zone: string | null;
  readonly actions: readonly TriggerAction[];
  readonly statement: Literal;
}

/**
 * Every outcome of a trigger as a statement about a scope and the zone that it was in before: `previous` holds, by
 * zone, the statement that it was in that one; where none of them is true, no history binds it.
 */
export function encodeTrigger(
  space: AccountSpace,
  trigger: BoundTrigger,
  previous: ReadonlyMap<string, Literal>,
): EncodedOutcome[] {
  const { gates } = space;
  const { rules } = trigger;
  const { hits, blurs, before } = encodeList(
    space,
    rules.map(({ condition }) => condition),
  );
  const decides = [...hits, ...before.slice(-1)];
  const exits = [...trigger.exits.values()].map((exit) => {
    const isKept = allOf(gates, [previous.get(exit.zone) ?? NEVER, encode(space, exit.condition).yes ^ 1]);
    const asked = decides.map((_, place) => exitAsked(trigger, place, exit.zone) !== null);
    return { exit, isKept, asked };
  });
  const free = decides.map((decided, place) => {
    const kept = exits.filter(({ asked }) => asked[place]).map(({ isKept }) => isKept ^ 1);
    const { zone, actions } = rules[place] ?? HEALTHY;
    return { zone, actions, statement: allOf(gates, [decided, ...kept]) };
  });
  const kept = exits.map(({ exit, isKept, asked }) => {
    const { zone, actions } = exit.kept;
    const decided = anyOf(
      gates,
      decides.filter((_, place) => asked[place]),
    );
    return { zone, actions, statement: allOf(gates, [decided, isKept]) };
  });
  const unjudged = { zone: null, actions: ACTIONS_WHERE_UNKNOWN, statement: anyOf(gates, blurs) };
  return merged(space, [...free, ...kept, unjudged]);
}

function merged(space: AccountSpace, outcomes: readonly Omit<EncodedOutcome, 'key'>[]): EncodedOutcome[] {
  const byKey = new Map<string, Omit<EncodedOutcome, 'key'>[]>();
  for (const outcome of outcomes) {
    const key = canonicalJson([outcome.zone, outcome.actions]);
    byKey.set(key, [...(byKey.get(key) ?? []), outcome]);
  }
  return [...byKey].flatMap(([key, same]) => {
    const [first] = same;
    if (first === undefined) return [];
    const statement = anyOf(
      space.gates,
      same.map((outcome) => outcome.statement),
    );
    return { key, zone: first.zone, actions: first.actions, statement };
  });
}
