import { buildScopeIndex, resolveScope } from '../../policy/index.ts';
import { suggestion } from '../../problem/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { ScopedPolicy, SetPolicies } from '../set-policies.ts';

/** Every contract, group and asset that a policy's scope names exists, and a trigger speaks for accounts without tags. */
export function scopesResolve(policies: SetPolicies): Problem[] {
  const contracts = new Set<string>();
  const groups = new Set<string>();
  const assets = new Set<string>();
  for (const { compiled } of policies.specifications) {
    for (const { contract, group } of compiled.contracts.values()) {
      contracts.add(contract);
      groups.add(group);
    }
    for (const asset of compiled.assets.keys()) assets.add(asset);
  }
  const problems = [...policies.ladders, ...policies.haircuts, ...policies.triggers, ...policies.waterfalls].flatMap(
    (policy) => [
      ...unknownNames(policy, 'contracts', policy.scope.contracts, contracts),
      ...unknownNames(policy, 'groups', policy.scope.groups, groups),
      ...unknownNames(policy, 'assets', policy.scope.assets, assets),
    ],
  );
  if (resolveScope(buildScopeIndex(policies.triggers), { tags: [] }, []) === null) {
    problems.push({
      code: 'accounts_must_have_a_trigger',
      path: '/liquidation-trigger',
      message: 'no `liquidation-trigger` policy in force speaks for accounts without tags',
    });
  }
  return problems;
}

function unknownNames(
  policy: ScopedPolicy<unknown>,
  field: string,
  names: readonly string[] | '*' | undefined,
  known: ReadonlySet<string>,
): Problem[] {
  if (names === undefined || names === '*') return [];
  return names
    .filter((name) => !known.has(name))
    .map((name) => ({
      code: 'scope_names_unknown',
      path: `/${policy.reference.policy}/scope/${field}`,
      message: `\`${name}\` is not in the contract specification in force`,
      ...suggestion(name, known),
    }));
}
