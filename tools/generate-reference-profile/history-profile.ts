import type { PolicyEnvelope } from '@backstop/core/policy';
import { collateralPolicies } from './collateral-policies.ts';
import { HISTORY_WEIGHTS } from './collateral-weights.ts';
import type { Profile } from './profile-files.ts';

/**
 * What an evaluation needs beside the ladders of the history. It takes effect with the first of them; contract
 * specification and ladders come from the history itself.
 */
export function historyProfile(firstDay: string, history: string, written: readonly PolicyEnvelope[]): Profile {
  return {
    profile: 'binance-usdm-history',
    effectiveFrom: `${firstDay}T00:00:00Z`,
    policies: [...collateralPolicies(HISTORY_WEIGHTS), ...written],
    history,
  };
}
