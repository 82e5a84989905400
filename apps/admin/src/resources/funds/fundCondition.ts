import type { FundResource } from '@backstop/contracts';
import { formatDecimal, lessThan, parseDecimal, subtract, ZERO } from '@backstop/core/num';
import type { Tone } from '../../layout/palette.ts';

/** What is to be known of a compartment before a loss comes. */
export type FundCondition = 'undeclared' | 'empty' | 'below_floor' | 'at_floor' | 'paying';

type Held = Pick<FundResource, 'balance' | 'floor' | 'policy'>;

/** The gravest of what is true of a compartment; only one that is above its floor pays anything. */
export function fundCondition({ balance, floor, policy }: Held): FundCondition {
  const held = parseDecimal(balance) ?? ZERO;
  const kept = parseDecimal(floor ?? '0') ?? ZERO;
  if (policy === null) return 'undeclared';
  if (!lessThan(ZERO, held)) return 'empty';
  if (lessThan(held, kept)) return 'below_floor';
  return lessThan(kept, held) ? 'paying' : 'at_floor';
}

/** How serious it is. */
export const TONE_OF_CONDITION: Readonly<Record<FundCondition, Tone>> = {
  undeclared: 'caution',
  empty: 'danger',
  below_floor: 'danger',
  at_floor: 'caution',
  paying: 'healthy',
};

/** What a compartment can pay for losses: its balance above the floor, never below 0; 0 where no policy declares it. */
export function payableOf({ balance, floor, policy }: Held): string {
  const above = subtract(parseDecimal(balance) ?? ZERO, parseDecimal(floor ?? '0') ?? ZERO);
  return formatDecimal(policy === null || lessThan(above, ZERO) ? ZERO : above);
}
