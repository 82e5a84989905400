import { canonicalJson } from '../../canonical/index.ts';
import type { Effect } from '../../policy/index.ts';
import {
  aboveZero,
  evaluate,
  explore,
  exploreList,
  factsAskedBy,
  FALSE,
  regionOf,
  TRUE,
  UNKNOWN,
  witnessOf,
} from '../../rules/index.ts';
import type { BoundCondition, Budget, FactCatalogue, Region, ScopeFacts } from '../../rules/index.ts';
import { ACTIONS_WHERE_UNKNOWN, exitAsked, HEALTHY } from './bound-trigger.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import type { TriggerAction } from './compiled-trigger.ts';
import { differingRegions } from './differing-regions.ts';

/** What a change of a trigger does to accounts, with one of them as an example where one is found. */
export interface Comparison {
  readonly effect: Effect;
  /** `an account with equity 104, maintenance margin 100 moves from \`warning\` to \`liquidation\``. */
  readonly example: string | null;
}

const TOO_LARGE = 'it can come out in too many ways to follow, so that the worst is assumed';

/** Ways of coming out that are followed before a comparison is given up, which then counts as the worst effect. */
const BUDGET = 5000;

/** Worst first. */
const EFFECTS: readonly Effect[] = ['can-liquidate', 'blocks-new-risk', 'costs', 'loosens', 'none'];

/**
 * The worst that happens to any scope with a margin requirement, with any history, when one trigger takes the place
 * of another. Every way in which both can come out is followed, so that `loosens` and `none` are proven; a question
 * that is too large is answered `can-liquidate`.
 */
export function compareTriggers(before: BoundTrigger, after: BoundTrigger, catalogue: FactCatalogue): Comparison {
  const budget = { left: BUDGET };
  const facts = factsAskedBy([...conditionsOf(before), ...conditionsOf(after)], catalogue);
  const all = regionOf(facts, [aboveZero('maintenanceMargin')]);
  let worst: Comparison = { effect: 'none', example: null };
  for (const previousZone of [null, ...new Set([...before.exits.keys(), ...after.exits.keys()])]) {
    for (const region of differingRegions(before, after, previousZone, all, budget)) {
      for (const now of outcomes(after, previousZone, region, budget)) {
        for (const then of outcomes(before, previousZone, now.region, budget)) {
          const effect = effectOf(then.actions, now.actions);
          if (worse(worst.effect, effect) === worst.effect) continue;
          worst = { effect, example: exampleOf(before, after, previousZone, then.region, catalogue) };
          if (effect === 'can-liquidate') return worst;
        }
      }
    }
  }
  return budget.left > 0 ? worst : { effect: 'can-liquidate', example: TOO_LARGE };
}

/** The worse of two effects. */
export function worse(a: Effect, b: Effect): Effect {
  return EFFECTS.indexOf(a) <= EFFECTS.indexOf(b) ? a : b;
}

/** What an action does to an account by being asked for. */
function effectOfAction({ type }: TriggerAction): Effect {
  if (type === 'plan-liquidation' || type === 'takeover') return 'can-liquidate';
  return type === 'notify' || type === 'hold' ? 'none' : 'blocks-new-risk';
}

interface Outcome {
  readonly zone: string | null;
  readonly actions: readonly TriggerAction[];
}

/** Every way in which a trigger judges the scopes of a region. */
function* outcomes(
  trigger: BoundTrigger,
  previousZone: string | null,
  region: Region,
  budget: Budget,
): Generator<Outcome & { readonly region: Region }> {
  const conditions = trigger.rules.map(({ condition }) => condition);
  for (const branch of exploreList(conditions, region, budget)) {
    const place = branch.at ?? conditions.length;
    const exit = branch.verdict === UNKNOWN ? null : exitAsked(trigger, place, previousZone);
    const found = branch.verdict === UNKNOWN ? INDETERMINATE : (trigger.rules[place] ?? HEALTHY);
    if (exit === null) yield { zone: found.zone, actions: found.actions, region: branch.region };
    else {
      for (const { verdict, region: part } of explore(exit.condition, branch.region, budget)) {
        const { zone, actions } = verdict === TRUE ? found : exit.kept;
        yield { zone, actions, region: part };
      }
    }
  }
}

const INDETERMINATE: Outcome = { zone: null, actions: ACTIONS_WHERE_UNKNOWN };

/** Actions asked for now and not then harm as they do; actions no longer asked for ease, but the end of a hold. */
function effectOf(then: readonly TriggerAction[], now: readonly TriggerAction[]): Effect {
  const added = without(now, then).map(effectOfAction);
  const dropped = without(then, now);
  if (dropped.some(({ type }) => type === 'hold')) return 'can-liquidate';
  const isEased =
    dropped.some((action) => effectOfAction(action) !== 'none') ||
    without(now, then).some(({ type }) => type === 'hold');
  return added.reduce(worse, isEased ? 'loosens' : 'none');
}

function without(actions: readonly TriggerAction[], others: readonly TriggerAction[]): TriggerAction[] {
  const known = new Set(others.map((action) => canonicalJson(action)));
  return actions.filter((action) => !known.has(canonicalJson(action)));
}

/** An account of a region, judged by both triggers themselves; null where none shows the difference. */
function exampleOf(
  before: BoundTrigger,
  after: BoundTrigger,
  previousZone: string | null,
  region: Region,
  catalogue: FactCatalogue,
): string | null {
  const witness = witnessOf(region, catalogue);
  if (witness === null) return null;
  const then = judged(before, previousZone, witness.facts);
  const now = judged(after, previousZone, witness.facts);
  const history = previousZone === null ? '' : `, in \`${previousZone}\` before,`;
  const account = `an account with ${witness.text}${history}`;
  if (then.zone !== now.zone) return `${account} moves from ${zoneText(then)} to ${zoneText(now)}`;
  return effectOf(then.actions, now.actions) === 'none'
    ? null
    : `${account} stays in ${zoneText(now)}, with other actions`;
}

function zoneText({ zone }: Outcome): string {
  return zone === null ? 'indeterminate' : `\`${zone}\``;
}

function judged(trigger: BoundTrigger, previousZone: string | null, facts: ScopeFacts): Outcome {
  const found = trigger.rules.findIndex(({ condition }) => evaluate(condition, facts) !== FALSE);
  const rule = trigger.rules[found];
  if (rule !== undefined && evaluate(rule.condition, facts) === UNKNOWN) return INDETERMINATE;
  const exit = exitAsked(trigger, rule === undefined ? trigger.rules.length : found, previousZone);
  if (exit !== null && evaluate(exit.condition, facts) !== TRUE) return exit.kept;
  return rule ?? HEALTHY;
}

function conditionsOf({ rules, exits }: BoundTrigger): BoundCondition[] {
  return [...rules.map(({ condition }) => condition), ...[...exits.values()].map(({ condition }) => condition)];
}
