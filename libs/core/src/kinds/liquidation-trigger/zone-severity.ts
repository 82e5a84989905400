import { areLiquidating } from './bound-rules.ts';
import { HEALTHY } from './bound-trigger.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import type { TriggerAction } from './compiled-trigger.ts';

/** The zones of liquidation that every venue orders alike, mildest first. */
const KNOWN_ZONES = ['partial-liquidation', 'liquidation', 'takeover'];

/**
 * How severe zones are, said here and nowhere else. First by what is done to the account: positions are closed (3), it
 * is kept from something (2), somebody is told or a liquidation is held (1), nothing is done (0). Of zones alike in
 * that, the one whose first rule is tried earlier; but a partial liquidation is milder than a liquidation, and that
 * milder than a takeover, whichever is tried first. The built-in `healthy` is the mildest. A scope that cannot be
 * judged is kept from new risk: milder than any zone that keeps it from something, more severe than the rest.
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
  const place = zonesBySeverity(rules).indexOf(zone);
  return level * PLACES + (place < 0 ? 1 : rules.length - place + 1);
}

/** The zones of rules, most severe first, as far as it is not their actions that tell. */
function zonesBySeverity(rules: BoundTrigger['rules']): string[] {
  const inPlace = [...new Set(rules.map(({ zone }) => zone))];
  const known = KNOWN_ZONES.filter((zone) => inPlace.includes(zone));
  // The known ones exchange places among themselves, so that all of them and the others keep one order.
  return inPlace.map((zone) => (KNOWN_ZONES.includes(zone) ? (known.pop() ?? zone) : zone));
}

/** More than there can be rules. */
const PLACES = 1000;
