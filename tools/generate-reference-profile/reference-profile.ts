import { contractFromSymbol, contractSpecificationOf, fromSnapshot } from '@backstop/core/kinds/margin-tiers/import';
import type { ListedContract } from '@backstop/core/kinds/margin-tiers/import';
import type { PolicyEnvelope } from '@backstop/core/policy';
import { collateralPolicies, weightedAssets } from './collateral-policies.ts';
import { REFERENCE_WEIGHTS } from './collateral-weights.ts';
import type { Profile } from './profile-files.ts';

/**
 * The default profile: the ladders of a dated snapshot as published, contracts as their symbols tell them, and the
 * weights of the profile; `written` are its policies that nobody generates. It takes effect on the day of the snapshot:
 * before that there is no ladder, and a set whose contracts have no ladder decides nothing.
 */
export function referenceProfile(snapshot: Snapshot, written: readonly PolicyEnvelope[]): Profile {
  const ladders = fromSnapshot(snapshot);
  if (ladders.problems.length > 0) throw new Error(JSON.stringify(ladders.problems));
  const contracts = ladders.policies.map(({ key }) => listed(key));
  return {
    profile: 'perp-linear-reference',
    effectiveFrom: `${snapshot.asOf}T00:00:00Z`,
    policies: [
      contractSpecificationOf(contracts, weightedAssets(REFERENCE_WEIGHTS)),
      ...collateralPolicies(REFERENCE_WEIGHTS),
      ...written,
      ...ladders.policies,
    ],
  };
}

export interface Snapshot {
  /** `2024-10-24`. */
  readonly asOf: string;
}

function listed(symbol: string): ListedContract {
  const contract = contractFromSymbol(symbol);
  if (!contract.ok) throw new Error(JSON.stringify(contract.problems));
  return { ...contract.value, listing: 'listed' };
}
