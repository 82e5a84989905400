import type { Ladder } from '@backstop/core/margin';
import type { LadderUnits } from './ladderUnits.ts';

/** What a margin is counted in; empty where the contracts of the scope differ. */
export function amountUnitOf(ladder: Ladder, units: LadderUnits): string {
  return (ladder.model === 'step' && ladder.basis === 'notional' ? units.settlementAsset : units.base) ?? '';
}

/** What a curve runs across, with its unit. */
export function acrossOf(
  ladder: Ladder,
  units: LadderUnits,
  translate: (key: string, options?: Record<string, unknown>) => string,
): string {
  if (ladder.model === 'open-interest-scaled')
    return translate('curve.across_open_interest', {
      unit: units.settlementAsset ?? translate('ladder.settlement_asset'),
    });
  if (ladder.model === 'step' && ladder.basis === 'notional')
    return translate('curve.across_notional', { unit: units.settlementAsset ?? translate('ladder.settlement_asset') });
  return translate('curve.across_size', { unit: units.base ?? translate('ladder.base_units') });
}
