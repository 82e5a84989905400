import type { MarginScaling } from '../../margin/index.ts';
import { equals, maximum, minimum, ONE } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import { decimalOf } from '../../policy/index.ts';
import type { ContractMarket } from '../../venue/index.ts';
import type { DynamicMarginDocument } from './schema.ts';

/** The multipliers of a contract's margins and their bounds. */
export interface DynamicMargin {
  readonly initial: BoundedMultiplier;
  readonly maintenance: BoundedMultiplier;
}

/** All > 0; `multiplier` is what counts where the market states none. */
interface BoundedMultiplier {
  readonly multiplier: Decimal;
  readonly multiplierMin: Decimal;
  readonly multiplierMax: Decimal;
}

export function compile({ initial, maintenance }: DynamicMarginDocument): DynamicMargin {
  return { initial: boundedOf(initial), maintenance: boundedOf(maintenance) };
}

/** What margins are multiplied by in this market, within the bounds; null where both factors are 1. */
export function marginScaling(
  policy: DynamicMargin,
  market: Pick<ContractMarket, 'initialMarginMultiplier' | 'maintenanceMarginMultiplier'>,
): MarginScaling | null {
  const initial = within(policy.initial, market.initialMarginMultiplier);
  const maintenance = within(policy.maintenance, market.maintenanceMarginMultiplier);
  return equals(initial, ONE) && equals(maintenance, ONE) ? null : { initial, maintenance };
}

function within({ multiplier, multiplierMin, multiplierMax }: BoundedMultiplier, given: Decimal | null): Decimal {
  return given === null ? multiplier : minimum(maximum(given, multiplierMin), multiplierMax);
}

function boundedOf(texts: DynamicMarginDocument['initial']): BoundedMultiplier {
  return {
    multiplier: decimalOf(texts.multiplier),
    multiplierMin: decimalOf(texts.multiplierMin),
    multiplierMax: decimalOf(texts.multiplierMax),
  };
}
