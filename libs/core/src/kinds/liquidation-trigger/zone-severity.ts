import { areLiquidating } from './bound-rules.ts';
import { HEALTHY } from './bound-trigger.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import type { TriggerAction } from './compiled-trigger.ts';

/**
 * How severe zones are, said here and nowhere else. First by what is done to the account: positions are closed (3), it
 * is kept from something (2), somebody is told or a liquidation is held (1), nothing is done (0). Then by place: of two
 * zones alike in that, the one whose first rule is tried earlier. The built-in `healthy` is the mildest. A scope that
 * cannot be judged is kept from new risk: milder than any zone that keeps it from something, more severe than the rest.
 */
export function severityOfActions(actions: readonly TriggerAction[]): 0 | 1 | 2 | 3 {
  if (areLiquidating(actions)) return 3;
  if (actions.some(({ type }) => type !== 'notify' && type !== 'hold')) return 2;
  return actions.length > 0 ? 1 : 0;
}

/** The severity of a zone among those of a trigger; null = a scope that cannot be judged. Higher is more severe. */
export function severityIn({ rules }: BoundTrigger, zone: string | null, actions: readonly TriggerAction[]): number {
  if (zone === null) return 2 * PLACES;
  const level = severityOfActions(actions);
  if (zone === HEALTHY.zone && level === 0) return 0;
  const place = rules.findIndex((rule) => rule.zone === zone);
  return level * PLACES + (place < 0 ? 1 : rules.length - place + 1);
}

/** More than there can be rules. */
const PLACES = 1000;
