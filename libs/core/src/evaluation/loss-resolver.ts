import { buildScopeIndex, resolveScope } from '../policy/index.ts';
import type { CompiledSet } from './compiled-set.ts';
import type { SetPolicies } from './set-policies.ts';

/** What speaks about losses. Asked where one happens, never where accounts are judged, so nothing is remembered. */
export function lossResolver(
  policies: SetPolicies,
  valuation: SetPolicies['valuations'][number],
  specification: SetPolicies['specifications'][number],
): CompiledSet['losses'] {
  const orderedTags = valuation.compiled.tags;
  const { contracts } = specification.compiled;
  const waterfalls = buildScopeIndex(policies.waterfalls);
  const funds = buildScopeIndex(policies.funds);
  const protections = buildScopeIndex(policies.protections);
  return (tags) => ({
    waterfallOf: (contract) =>
      resolveScope(waterfalls, { contract, group: contracts.get(contract)?.group, tags }, orderedTags),
    fund: resolveScope(funds, { tags }, orderedTags),
    protection: resolveScope(protections, { tags }, orderedTags),
  });
}
