import { canonicalJson } from '../../canonical/index.ts';
import { worstEffect } from '../../policy/index.ts';
import type { Effect } from '../../policy/index.ts';
import { areLiquidating } from './bound-rules.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import type { TriggerAction } from './compiled-trigger.ts';
import { movesBetween } from './trigger-moves.ts';
import type { ComparedScopes, Move, Outcome } from './trigger-moves.ts';

/** What a change of a trigger does to accounts, with one of them as an example where one is found. */
export interface Comparison {
  readonly effect: Effect;
  /** `an account with equity 104, maintenance margin 100 moves from \`warning\` to \`liquidation\``. */
  readonly example: string | null;
}

/**
 * The worst that happens to any scope with a margin requirement whose facts are known, with any history, when one
 * trigger takes the place of another. Of those, `loosens` and `none` are proven; what is not counts as `can-liquidate`.
 */
export function compareTriggers(before: BoundTrigger, after: BoundTrigger, scopes: ComparedScopes): Comparison {
  let worst: Comparison = { effect: 'none', example: null };
  for (const move of movesBetween(before, after, scopes)) {
    if (typeof move === 'string') return { effect: 'can-liquidate', example: `${move}, so that the worst is assumed` };
    const effect = effectOf(move.from.actions, move.to.actions);
    if (worstEffect([worst.effect, effect]) === worst.effect) continue;
    worst = { effect, example: moveText(move) };
    if (effect === 'can-liquidate') return worst;
  }
  return worst;
}

/** Actions asked for now and not then harm as they do; actions no longer asked for ease, but the end of a hold. */
export function effectOf(then: readonly TriggerAction[], now: readonly TriggerAction[]): Effect {
  const added = without(now, then).map(effectOfAction);
  const dropped = without(then, now);
  if (dropped.some(({ type }) => type === 'hold')) return 'can-liquidate';
  const isEased =
    dropped.some((action) => effectOfAction(action) !== 'none') ||
    without(now, then).some(({ type }) => type === 'hold');
  return worstEffect([...added, isEased ? 'loosens' : 'none']);
}

/** `an account with equity 104, maintenance margin 100 moves from \`warning\` to \`liquidation\``. */
export function moveText({ from, to, witness, previousZone }: Move): string {
  const history = previousZone === null ? '' : `, in \`${previousZone}\` before,`;
  const account =
    witness.text === '' ? `an account of whatever facts${history}` : `an account with ${witness.text}${history}`;
  if (from.zone === to.zone) return `${account} stays in ${zoneText(to)}, with other actions`;
  return `${account} moves from ${zoneText(from)} to ${zoneText(to)}`;
}

function zoneText({ zone }: Outcome): string {
  return zone === null ? 'indeterminate' : `\`${zone}\``;
}

/** What an action does to an account by being asked for. */
function effectOfAction(action: TriggerAction): Effect {
  if (areLiquidating([action])) return 'can-liquidate';
  const { type } = action;
  return type === 'notify' || type === 'hold' ? 'none' : 'blocks-new-risk';
}

function without(actions: readonly TriggerAction[], others: readonly TriggerAction[]): TriggerAction[] {
  const known = new Set(others.map((action) => canonicalJson(action)));
  return actions.filter((action) => !known.has(canonicalJson(action)));
}
