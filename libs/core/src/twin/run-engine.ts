import { Engine } from 'json-rules-engine';
import type { Event, TopLevelCondition } from 'json-rules-engine';
import { InvariantError } from '../num/index.ts';
import type { LeafTrace, Names, ScopeFacts } from '../rules/index.ts';
import { askedFacts } from './asked-facts.ts';
import { engineFacts } from './engine-facts.ts';
import { engineLeaves } from './engine-leaves.ts';
import { EXACT_OPERATORS } from './exact-operators.ts';
import type { TwinRule } from './twin-rule.ts';

/** What json-rules-engine says of one rule. */
export interface EngineAnswer {
  /** Place of the rule in the list. */
  readonly place: number;
  readonly result: boolean;
  readonly event: Event | null;
  /** What each leaf saw, by its JSON pointer in the document. */
  readonly leaves: ReadonlyMap<string, LeafTrace>;
}

/**
 * A checked rule list judged by json-rules-engine, one answer per rule in the order of the list. An engine of its own
 * for every run, since two runs of one engine at a time lose rules.
 *
 * Rejects where a fact that the list asks for has no value.
 */
export async function runEngine(
  list: readonly TwinRule[],
  names: Names,
  facts: ScopeFacts,
): Promise<readonly EngineAnswer[]> {
  const engine = engineOf(list, names);
  const { results, failureResults } = await engine.run(engineFacts(askedFacts(list, names), facts, names.facts));
  const byName = new Map([...results, ...failureResults].map((judged) => [judged.name, judged]));
  return list.map(({ conditions, pointer }, place) => {
    const judged = byName.get(String(place));
    if (judged === undefined) throw new InvariantError('json-rules-engine left a rule out');
    return {
      place,
      result: judged.result === true,
      event: judged.event ?? null,
      leaves: engineLeaves(conditions, judged.conditions, pointer, names),
    };
  });
}

function engineOf(list: readonly TwinRule[], names: Names): Engine {
  const engine = new Engine([], { allowUndefinedFacts: false, replaceFactsInEventParams: true });
  for (const [name, operator] of Object.entries(EXACT_OPERATORS)) engine.addOperator(name, operator);
  for (const [name, conditions] of Object.entries(names.conditions)) {
    engine.setCondition(name, conditions as TopLevelCondition);
  }
  // Where nobody listens, it takes an event called `error` for a failure of its own and refuses the run.
  engine.on('error', () => undefined);
  for (const [place, { conditions, priority, event = NO_EVENT }] of list.entries()) {
    // Named by place: its results come in an order of their own.
    engine.addRule({ name: String(place), priority, conditions: conditions as TopLevelCondition, event });
  }
  return engine;
}

const NO_EVENT = { type: 'rule' };
