import { InvariantError } from '../num/index.ts';
import { buildScopeIndex, resolveScope } from '../policy/index.ts';
import type { PolicySet, ScopeIndex } from '../policy/index.ts';
import type { Parsed } from '../problem/index.ts';
import { checkSet } from './check-set/index.ts';
import type { CompiledSet, TaggedPolicies } from './compiled-set.ts';
import { lossResolver } from './loss-resolver.ts';
import { setPolicies } from './set-policies.ts';
import type { ScopedPolicy, SetPolicies } from './set-policies.ts';

/** Most choices of tags whose policies are kept resolved; past it they are resolved anew. */
const TAG_CHOICES_MAX = 256;

/**
 * A policy set made ready to evaluate accounts: every document parsed and checked anew, cross-kind checks passed, names
 * resolved on first use. Problems name policy and place; a set with any is never evaluated with.
 */
export function compileSet(set: PolicySet): Parsed<CompiledSet> {
  const policies = setPolicies(set);
  if (!policies.ok) return policies;
  const problems = checkSet(set, policies.value);
  const [valuation] = policies.value.valuations;
  const [specification] = policies.value.specifications;
  if (problems.length > 0 || valuation === undefined || specification === undefined) return { ok: false, problems };
  return {
    ok: true,
    value: {
      hash: set.hash,
      valuation,
      specification,
      forTags: tagResolver(policies.value, valuation, specification),
      funds: policies.value.funds,
      losses: lossResolver(policies.value, valuation, specification),
    },
  };
}

function tagResolver(
  policies: SetPolicies,
  valuation: SetPolicies['valuations'][number],
  specification: SetPolicies['specifications'][number],
): CompiledSet['forTags'] {
  const orderedTags = valuation.compiled.tags;
  const { contracts } = specification.compiled;
  const ladders = buildScopeIndex(policies.ladders);
  const dynamicMargins = buildScopeIndex(policies.dynamicMargins);
  const haircuts = buildScopeIndex(policies.haircuts);
  const triggers = buildScopeIndex(policies.triggers);
  const liquidations = buildScopeIndex(policies.liquidations);
  const penalties = buildScopeIndex(policies.penalties);
  const known = new Map<string, TaggedPolicies>();
  return (tags) => {
    const speaking = tags.length === 0 ? [] : orderedTags.filter((tag) => tags.includes(tag));
    const key = speaking.join('\n');
    const resolved = known.get(key);
    if (resolved !== undefined) return resolved;
    const trigger = resolveScope(triggers, { tags: speaking }, orderedTags);
    if (trigger === null) throw new InvariantError('no trigger speaks, which the set check refuses');
    const byContract = <Compiled>(index: ScopeIndex<ScopedPolicy<Compiled>>) =>
      remembered((contract) =>
        resolveScope(index, { contract, group: contracts.get(contract)?.group, tags: speaking }, orderedTags),
      );
    const fresh: TaggedPolicies = {
      ladderOf: byContract(ladders),
      dynamicMarginOf: byContract(dynamicMargins),
      haircutOf: remembered((asset) => resolveScope(haircuts, { asset, tags: speaking }, orderedTags)),
      trigger,
      liquidation: resolveScope(liquidations, { tags: speaking }, orderedTags),
      shortfallPenalty: resolveScope(penalties, { tags: speaking }, orderedTags),
    };
    if (known.size < TAG_CHOICES_MAX) known.set(key, fresh);
    return fresh;
  };
}

/** Asked only about names of the contract specification, so what it remembers is bounded by that. */
function remembered<Compiled>(
  find: (name: string) => ScopedPolicy<Compiled> | null,
): (name: string) => ScopedPolicy<Compiled> | null {
  const known = new Map<string, ScopedPolicy<Compiled> | null>();
  return (name) => {
    let found = known.get(name);
    if (found === undefined) {
      found = find(name);
      known.set(name, found);
    }
    return found;
  };
}
