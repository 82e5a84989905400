import type { Decimal } from '../num/index.ts';
import { ZERO } from '../num/index.ts';
import type { Bound } from './bound.ts';
import { capLeft } from './fund/cap-left.ts';
import type { LayerType, WaterfallLayer } from './waterfall-rules.ts';

/** What the caps of a layer let through of one loss, in this asset. */
export function layerCaps(
  { type, caps }: WaterfallLayer,
  asset: string,
  drawnInPeriod: ReadonlyMap<LayerType, Decimal>,
): Bound[] {
  const cap = caps.get(asset);
  if (cap === undefined) return [];
  const ofPeriod = capLeft(cap.periodDrawnMax, drawnInPeriod.get(type) ?? ZERO);
  return [
    ...(cap.lossDrawnMax === null ? [] : [{ limit: 'loss-cap', amount: cap.lossDrawnMax } as const]),
    ...(ofPeriod === null ? [] : [{ limit: 'period-cap', amount: ofPeriod } as const]),
  ];
}
