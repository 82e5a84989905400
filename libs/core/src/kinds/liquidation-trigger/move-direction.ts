import type { BoundTrigger } from './bound-trigger.ts';
import { effectOf } from './compare-triggers.ts';
import type { TriggerAction } from './compiled-trigger.ts';
import type { Move, Outcome } from './trigger-moves.ts';
import { severityIn, severityOfActions } from './zone-severity.ts';

/**
 * `other`: another zone or other actions of which neither are known to be the more severe. `alike`: the same zone with
 * other actions, by which nothing more or less is done to the account, such as to be told in other words.
 */
export type Direction = 'stricter' | 'looser' | 'other' | 'alike';

/** Zones of both triggers are ordered by the newer one, those that only the older one has by that. */
export function directionOf({ from, to }: Move, before: BoundTrigger, after: BoundTrigger): Direction {
  if (from.zone === to.zone) return directionOfActions(from.actions, to.actions);
  const byLevel = directionBetween(levelOf(from), levelOf(to));
  if (byLevel !== 'other') return byLevel;
  const ordering = [after, before].find((trigger) => knows(trigger, from) && knows(trigger, to));
  if (ordering === undefined) return 'other';
  return directionBetween(severityIn(ordering, from.zone, from.actions), severityIn(ordering, to.zone, to.actions));
}

/** Within a zone: by the worst that is done, then by what is done now and not then. A hold eases, to be told does nothing. */
function directionOfActions(then: readonly TriggerAction[], now: readonly TriggerAction[]): Direction {
  // Below this, an action holds or tells, and more of it is not more severe.
  const levels = [then, now].map((actions) => Math.max(severityOfActions(actions), 1)) as [number, number];
  const byLevel = directionBetween(...levels);
  if (byLevel !== 'other') return byLevel;
  const [added, dropped] = [typesWithout(now, then), typesWithout(then, now)];
  const isHarder = added.some(keepsFrom) || dropped.includes('hold');
  const isEased = dropped.some(keepsFrom) || added.includes('hold');
  if (isHarder !== isEased) return isHarder ? 'stricter' : 'looser';
  return effectOf(then, now) === 'none' ? 'alike' : 'other';
}

function directionBetween(then: number, now: number): 'stricter' | 'looser' | 'other' {
  return now > then ? 'stricter' : now < then ? 'looser' : 'other';
}

function typesWithout(actions: readonly TriggerAction[], others: readonly TriggerAction[]): string[] {
  const known = others.map(({ type }) => type);
  return actions.map(({ type }) => type).filter((type) => !known.includes(type));
}

function keepsFrom(type: string): boolean {
  return severityOfActions([{ type, params: {} }]) > 1;
}

function levelOf({ zone, actions }: Outcome): number {
  // What cannot be judged is kept from new risk, yet is milder than any zone that keeps it from something.
  return zone === null ? 1.5 : severityOfActions(actions);
}

function knows({ rules }: BoundTrigger, { zone }: Outcome): boolean {
  return zone === null || zone === 'healthy' || rules.some((rule) => rule.zone === zone);
}
