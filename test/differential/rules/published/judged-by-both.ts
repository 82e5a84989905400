import { Engine } from 'json-rules-engine';
import type { TopLevelCondition } from 'json-rules-engine';
import {
  checkConditions,
  checkEventParameters,
  compile,
  decide,
  gather,
  placeOf,
  resolveEventParameters,
  rootConditionSchema,
} from '@backstop/core/rules';
import type { ListedRule, Names, RootCondition, ScopeFacts } from '@backstop/core/rules';
import type { FactValue } from '@backstop/core/venue';
import { catalogueOf, venueScope } from '../venue-scope.ts';

/** A case as both are given it: facts as plain values, rules as a document lists them. */
export interface PublishedCase {
  readonly facts: Readonly<Record<string, FactValue>>;
  /** Parts of structured facts that rules ask for, by fact: path and type. */
  readonly fields?: Readonly<Record<string, readonly (readonly [path: string, type: string])[]>>;
  readonly conditions?: Readonly<Record<string, unknown>>;
  readonly rules: readonly PublishedRule[];
}

export interface PublishedRule {
  readonly name: string;
  readonly priority?: number;
  readonly conditions: unknown;
  readonly params?: Readonly<Record<string, unknown>>;
}

export interface BothAnswers {
  /** Names of the rules that hit, in the order of the list. */
  readonly engine: readonly string[];
  readonly ours: readonly string[];
  /** What decides: the first that hits by priority, then place; null = none. */
  readonly decided: string | null;
  /** Parameters of the events of the rules that hit, facts in place. */
  readonly engineParams: readonly unknown[];
  readonly ourParams: readonly unknown[];
}

/**
 * A case judged by json-rules-engine as it is published, its own operators untouched, and by the compiled program.
 * The document is one of ours: read by the schema and found without a problem, or this throws.
 */
export async function judgedByBoth(given: PublishedCase): Promise<BothAnswers> {
  const names = namesOf(given);
  const list = given.rules.map(({ conditions, priority = 1 }, place): ListedRule => {
    return { conditions: read(conditions), pointer: `/rules/${String(place)}/conditions`, priority };
  });
  refuseProblems(given, list, names);
  const facts = venueScope(given.facts);
  const decided = placeOf(firstOf(list, names, facts));
  const hits = given.rules.filter((_, place) => firstOf([list[place]!], names, facts) === 0);
  const { results } = await engineOf(given).run({ ...given.facts });
  const engineHits = given.rules.filter(({ name }) => results.some((result) => result.name === name));
  return {
    engine: engineHits.map(({ name }) => name),
    ours: hits.map(({ name }) => name),
    decided: decided === null ? null : given.rules[decided]!.name,
    engineParams: engineHits.map(({ name }) => results.find((result) => result.name === name)?.event?.params ?? {}),
    ourParams: hits.map(({ params = {} }) => resolveEventParameters(params, facts, names.facts)),
  };
}

function firstOf(list: readonly ListedRule[], names: Names, facts: ScopeFacts): number {
  const program = compile(list, names);
  return decide(program, gather(program, facts));
}

function refuseProblems({ rules }: PublishedCase, list: readonly ListedRule[], names: Names): void {
  const problems = [
    ...list.flatMap(({ conditions, pointer }) => checkConditions(conditions, pointer, names)),
    ...rules.flatMap(({ params = {} }, place) => checkEventParameters(params, `/rules/${String(place)}`, names.facts)),
  ];
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
}

function engineOf({ rules, conditions = {} }: PublishedCase): Engine {
  const engine = new Engine([], { replaceFactsInEventParams: true });
  for (const [name, one] of Object.entries(conditions)) engine.setCondition(name, one as TopLevelCondition);
  for (const { name, priority = 1, conditions: own, params = {} } of rules) {
    engine.addRule({ name, priority, conditions: own as TopLevelCondition, event: { type: name, params } });
  }
  return engine;
}

function namesOf({ facts, fields = {}, conditions = {} }: PublishedCase): Names {
  const declared = Object.entries(facts).map(([name, value]) => {
    const parts = fields[name]?.map(([path, type]) => ({ path, type, unit: unitOf(type), meaning: 'A part.' }));
    return { name, type: typeOf(value), unit: unitOf(typeOf(value)), fields: parts ?? null };
  });
  const named = Object.entries(conditions).map(([name, one]) => [name, read(one)] as const);
  return { facts: catalogueOf(...declared), conditions: Object.fromEntries(named) };
}

function read(conditions: unknown): RootCondition {
  return rootConditionSchema.parse(conditions);
}

function typeOf(value: FactValue): string {
  if (Array.isArray(value)) return 'set';
  if (typeof value === 'number') return 'integer';
  return typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'boolean' : 'structured';
}

function unitOf(type: string): string {
  return type === 'integer' ? 'count' : 'none';
}
