import { buildScopeIndex, resolveScope } from '../../policy/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { SetPolicies } from '../set-policies.ts';

/** Every contract that is not delisted has a margin ladder for accounts without tags. */
export function contractsHaveLadders(policies: SetPolicies): Problem[] {
  const index = buildScopeIndex(policies.ladders);
  const problems: Problem[] = [];
  for (const specification of policies.specifications) {
    for (const { contract, group, listing } of specification.compiled.contracts.values()) {
      if (listing === 'delisted' || resolveScope(index, { contract, group, tags: [] }, []) !== null) continue;
      problems.push({
        code: 'contract_must_have_a_ladder',
        path: `/${specification.reference.policy}/document/contracts/${contract}`,
        message: `no \`margin-tiers\` policy in force speaks for contract \`${contract}\``,
        suggestion: `add a ladder for \`${contract}\` or its group, or list it as \`delisted\``,
      });
    }
  }
  return problems;
}
