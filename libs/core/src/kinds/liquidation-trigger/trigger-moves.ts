import { canonicalJson } from '../../canonical/index.ts';
import {
  accountSpace,
  addClause,
  allOf,
  anyOf,
  aboveZero,
  budgetOf,
  evaluate,
  FALSE,
  findAccount,
  give,
  NEVER,
  plainStatement,
  TRUE,
  UNKNOWN,
} from '../../rules/index.ts';
import type { AccountSpace, Budget, FactCatalogue, Literal, ScopeFacts, Witness } from '../../rules/index.ts';
import { ACTIONS_WHERE_UNKNOWN, exitAsked, HEALTHY } from './bound-trigger.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import type { TriggerAction } from './compiled-trigger.ts';
import { encodeTrigger } from './encoded-trigger.ts';

/** All scopes with a margin requirement, with any history: what triggers are compared on. One comparison at a time. */
export interface ComparedScopes {
  readonly space: AccountSpace;
  /** By zone, the statement that a scope was in it before. */
  readonly previous: Map<string, Literal>;
  readonly budget: Budget;
}

/** What a trigger does with a scope. */
export interface Outcome {
  /** Null = the scope cannot be judged. */
  readonly zone: string | null;
  readonly actions: readonly TriggerAction[];
  /** Where the document says so. */
  readonly pointer: string;
}

/** Scopes that come to one outcome under a trigger and to another under the next, with one of them. */
export interface Move {
  readonly from: Outcome;
  readonly to: Outcome;
  readonly witness: Witness;
  /** The zone that the witness was in before; null = whatever it was. */
  readonly previousZone: string | null;
}

/** Steps that all comparisons on one set of scopes may take together. */
const STEPS_MAX = 1_500_000;

/** What it takes to state how a rule decides. */
const STEPS_OF_A_RULE = 50;

export function comparedScopes(catalogue: FactCatalogue): ComparedScopes {
  const space = accountSpace(catalogue);
  give(space, aboveZero('maintenanceMargin'));
  return { space, previous: new Map(), budget: budgetOf(STEPS_MAX) };
}

/**
 * Every pair of different outcomes that some scope comes to under the two triggers, those that need no history first.
 * What is yielded is judged by both triggers; a text is the reason why the pairs that are left are not known.
 */
export function* movesBetween(
  before: BoundTrigger,
  after: BoundTrigger,
  scopes: ComparedScopes,
): Generator<Move | string> {
  const { space, budget } = scopes;
  for (const zone of [...before.exits.keys(), ...after.exits.keys()]) rememberZone(scopes, zone);
  // Making the statements is work of its own, however quickly they may be settled.
  budget.left -= STEPS_OF_A_RULE * (before.rules.length + after.rules.length);
  const [then, now] = [before, after].map((trigger) => encodeTrigger(space, trigger, scopes.previous));
  if (then === undefined || now === undefined) return;
  const statementOf = (outcomes: typeof then, key: string) =>
    outcomes.find((outcome) => outcome.key === key)?.statement ?? NEVER;
  const differ = anyOf(
    space.gates,
    then.map(({ key, statement }) => allOf(space.gates, [statement, statementOf(now, key) ^ 1])),
  );
  const told: Literal[] = [];
  for (const history of [[...scopes.previous.values()].map((zone) => zone ^ 1), []]) {
    for (;;) {
      const isSo = ({ facts }: Witness, because: readonly Literal[]) => {
        const zone = previousZoneOf(scopes, because);
        return keyOf(judgeTrigger(before, zone, facts)) !== keyOf(judgeTrigger(after, zone, facts));
      };
      const found = findAccount(space, [differ, ...history, ...told], isSo, budget);
      if (found.kind === 'unknown') yield found.reason;
      if (found.kind !== 'found') break;
      const previousZone = previousZoneOf(scopes, found.because);
      const from = judgeTrigger(before, previousZone, found.witness.facts);
      const to = judgeTrigger(after, previousZone, found.witness.facts);
      yield { from, to, witness: found.witness, previousZone };
      told.push(allOf(space.gates, [statementOf(then, keyOf(from)), statementOf(now, keyOf(to))]) ^ 1);
    }
  }
}

function keyOf({ zone, actions }: Outcome): string {
  return canonicalJson([zone, actions]);
}

/** A scope was in one zone before, at most. */
function rememberZone({ space, previous }: ComparedScopes, zone: string): void {
  if (previous.has(zone)) return;
  const statement = plainStatement(space, `previous zone ${zone}`);
  for (const other of previous.values()) addClause(space.gates.solver, [statement ^ 1, other ^ 1]);
  previous.set(zone, statement);
}

function previousZoneOf({ previous }: ComparedScopes, because: readonly Literal[]): string | null {
  for (const [zone, statement] of previous) if (because.includes(statement)) return zone;
  return null;
}

/** What a trigger does with a scope, by trying one rule after the other: the slow twin of its compiled form. */
function judgeTrigger(trigger: BoundTrigger, previousZone: string | null, facts: ScopeFacts): Outcome {
  const found = trigger.rules.findIndex(({ condition }) => evaluate(condition, facts) !== FALSE);
  const rule = trigger.rules[found];
  if (rule !== undefined && evaluate(rule.condition, facts) === UNKNOWN) {
    return { zone: null, actions: ACTIONS_WHERE_UNKNOWN, pointer: rule.pointer };
  }
  const exit = exitAsked(trigger, rule === undefined ? trigger.rules.length : found, previousZone);
  if (exit !== null && evaluate(exit.condition, facts) !== TRUE) return { ...exit.kept, pointer: '/exits' };
  return {
    zone: rule?.zone ?? HEALTHY.zone,
    actions: rule?.actions ?? HEALTHY.actions,
    pointer: rule?.pointer ?? '/rules',
  };
}
