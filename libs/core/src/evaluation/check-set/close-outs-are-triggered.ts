import { proveCloseOut } from '../../kinds/liquidation-trigger/index.ts';
import type { LiquidationTriggerDocument } from '../../kinds/liquidation-trigger/index.ts';
import type { Decimal } from '../../num/index.ts';
import { buildScopeIndex, resolveScope } from '../../policy/index.ts';
import type { PolicySet } from '../../policy/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { SetPolicies } from '../set-policies.ts';

/**
 * Where a protection asks for a close-out at a share of initial margin, the trigger that speaks for accounts with a protected
 * tag (every trigger, where everybody is protected) is proven to liquidate every scope whose account value is below it.
 */
export function closeOutsAreTriggered(set: PolicySet, policies: SetPolicies): Problem[] {
  const orderedTags = policies.valuations.flatMap(({ compiled }) => compiled.tags);
  const triggers = buildScopeIndex(policies.triggers);
  const asked = new Map<string, Decimal>();
  for (const { compiled } of policies.protections) {
    const { protectedTags, closeOutShare } = compiled;
    if (closeOutShare === null) continue;
    const speaking =
      protectedTags === null
        ? policies.triggers
        : [...protectedTags].map((tag) => resolveScope(triggers, { tags: [tag] }, orderedTags));
    for (const trigger of speaking) if (trigger !== null) asked.set(trigger.reference.policy, closeOutShare);
  }
  return [...asked].flatMap(([policy, share]) => {
    const version = set.versions.find((each) => each.policy === policy);
    if (version === undefined) return [];
    // Parsed and checked with the others of the set.
    return proveCloseOut(version.document as LiquidationTriggerDocument, share).map((problem) => {
      return { ...problem, path: `/${policy}/document${problem.path}` };
    });
  });
}
