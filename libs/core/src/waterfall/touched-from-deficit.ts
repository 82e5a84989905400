import { add, decimal, lessThan, sum } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { AllocationQuestion } from './allocation/allocation.ts';
import { partsOf } from './allocation/parts.ts';
import type { Parts } from './allocation/parts.ts';
import { queueOrder } from './allocation/queue.ts';
import { assetOf } from './asset-of.ts';
import { tightest } from './bound.ts';
import { layerCaps } from './layer-caps.ts';
import { pay } from './pay.ts';
import { socializationQuestion } from './socialize.ts';
import { fromUnits } from './units.ts';
import type { PayingLayer, WaterfallLayer } from './waterfall-rules.ts';
import type { WaterfallRun } from './waterfall-run.ts';

/** More than any layer holds: what is asked to see how much it would pay. */
const EVERYTHING = decimal(10n ** 60n);

/**
 * The smallest deficit in an asset at which an account bears some of it: whatever the layers before would pay, and on top of it
 * the loss from which its own share comes to a unit (of the exact target, where a level is shared: the last units go by
 * remainder). Null where no deficit touches it. Of a loss with nothing open: what closing it costs
 * comes off what it can still bear. The deficit of the run's own event does not matter.
 */
export function touchedFromDeficit(run: WaterfallRun, asset: string, id: string): Decimal | null {
  const { layers } = run.rules;
  const at = layers.findIndex(({ type }) => type === 'socialization');
  const layer = layers[at];
  // What the account itself owes touches nobody.
  if (layer?.type !== 'socialization' || run.event.isOwed) return null;
  const { question } = socializationQuestion(layer, run, asset, 0n);
  const units = unitsUntilTouched(question, id);
  if (units === null) return null;
  const { precision } = assetOf(run.assets, asset);
  const own = fromUnits(units, precision);
  const cap = tightest(layerCaps(layer, asset, run.drawnInPeriod));
  if (cap !== null && lessThan(cap.amount, own)) return null;
  const paying = layers.slice(0, at).filter(isPaying);
  const before = sum(paying.map((each) => pay(each, run, { asset, amount: EVERYTHING }).drawn));
  return add(before, own);
}

function isPaying(layer: WaterfallLayer): layer is PayingLayer {
  return layer.type !== 'adl' && layer.type !== 'socialization';
}

/** The smallest loss in units that touches a participant; null where none does. */
function unitsUntilTouched(question: AllocationQuestion, id: string): bigint | null {
  const parts = partsOf(question);
  const slot = parts.places.findIndex((place) => question.participants.ids[place] === id);
  if (slot < 0 || (parts.caps[slot] ?? 0n) < 1n) return null;
  return parts.weights === null ? queuedBefore(question, parts, slot) + 1n : levelled(parts, parts.weights, slot);
}

function queuedBefore({ participants }: AllocationQuestion, parts: Parts, slot: number): bigint {
  let before = 0n;
  for (const other of queueOrder(participants, parts)) {
    if (other === slot) return before;
    before += parts.caps[other] ?? 0n;
  }
  return before;
}

/** Σ min(weight ÷ own weight, cap), ceiled: the loss at whose level its target is one unit. */
function levelled({ caps }: Parts, weights: readonly bigint[], slot: number): bigint {
  const own = weights[slot] ?? 1n;
  let [full, open] = [0n, 0n];
  caps.forEach((cap, other) => {
    const weight = weights[other] ?? 0n;
    if (cap * own <= weight) full += cap;
    else open += weight;
  });
  return full + (open + own - 1n) / own;
}
