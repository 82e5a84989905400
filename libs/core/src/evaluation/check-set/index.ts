import type { PolicySet } from '../../policy/index.ts';
import { scopeProblems } from '../../policy/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { SetPolicies } from '../set-policies.ts';
import { assetsHaveHaircuts } from './assets-have-haircuts.ts';
import { closeOutsAreTriggered } from './close-outs-are-triggered.ts';
import { contractsHaveLadders } from './contracts-have-ladders.ts';
import { fundSharesHaveAFund } from './fund-shares-have-a-fund.ts';
import { guardrailsBind } from './guardrails-bind.ts';
import { lossesResolve } from './losses-resolve.ts';
import { onlyOneOfVenueKinds } from './only-one-of-venue-kinds.ts';
import { scopesResolve } from './scopes-resolve.ts';

/** What must hold across kinds before a set may decide about anybody: every problem at once. */
export function checkSet(set: PolicySet, policies: SetPolicies): Problem[] {
  const orderedTags = policies.valuations.flatMap(({ compiled }) => compiled.tags);
  const alone = [...onlyOneOfVenueKinds(policies), ...scopeProblems(set.versions, orderedTags)];
  if (alone.length > 0) return alone;
  return [
    ...contractsHaveLadders(policies),
    ...assetsHaveHaircuts(policies),
    ...scopesResolve(policies),
    ...guardrailsBind(policies),
    ...lossesResolve(policies),
    ...fundSharesHaveAFund(policies),
    ...closeOutsAreTriggered(set, policies),
  ];
}
