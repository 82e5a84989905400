import type { Problem } from '../problem/index.ts';
import { pointerOf } from './pointer.ts';
import type { PolicyVersion } from './policy.ts';
import type { Scope } from './scope.ts';
import type { ScopeSlot } from './scope-slots.ts';
import { scopeSlots } from './scope-slots.ts';

/** Whether two scopes claim the same place: a shared name at the same specificity for the same tag. */
export function scopesAreEqual(a: Scope, b: Scope): boolean {
  const places = new Set(scopeSlots(a).map(placeOf));
  return scopeSlots(b).some((slot) => places.has(placeOf(slot)));
}

/**
 * What is wrong with the scopes of versions that are in force together: `scope_equals_another` where two policies of
 * a kind claim one place, `scope_tag_not_ordered` for a tag that the set does not list and that so never speaks.
 * Paths are `/<policy>/scope`; each pair is named once.
 */
export function scopeProblems(
  versions: readonly Pick<PolicyVersion, 'policy' | 'kind' | 'scope'>[],
  orderedTags: readonly string[],
): Problem[] {
  const problems: Problem[] = [];
  const holders = new Map<string, string>();
  const ordered = new Set(orderedTags);
  for (const { policy, kind, scope } of versions) {
    const path = pointerOf([policy, 'scope']);
    const rivals = new Set<string>();
    for (const slot of scopeSlots(scope)) {
      const place = `${kind} ${placeOf(slot)}`;
      const holder = holders.get(place);
      if (holder === undefined) holders.set(place, policy);
      else if (!rivals.has(holder)) {
        rivals.add(holder);
        problems.push(equalScope(path, holder, slot));
      }
    }
    for (const tag of scope.tags ?? []) if (!ordered.has(tag)) problems.push(tagNotOrdered(path, tag));
  }
  return problems;
}

function equalScope(path: string, holder: string, { specificity, name, tag }: ScopeSlot): Problem {
  const what = specificity === 'all' ? 'everything' : `the ${specificity} \`${name}\``;
  const whom = tag === null ? 'every account' : `accounts tagged \`${tag}\``;
  return {
    code: 'scope_equals_another',
    path,
    message: `\`${holder}\` already speaks about ${what} for ${whom}`,
    suggestion: 'name other contracts, groups, assets or tags, or end the other policy',
  };
}

function tagNotOrdered(path: string, tag: string): Problem {
  return {
    code: 'scope_tag_not_ordered',
    path,
    message: `the tag \`${tag}\` is not in the venue's ordered list of tags, so this policy would never speak`,
    suggestion: 'add the tag to `tags` of the valuation policy',
  };
}

/** Names hold no spaces, so the text is unambiguous. */
function placeOf({ specificity, name, tag }: ScopeSlot): string {
  return tag === null ? `${specificity} ${name}` : `${specificity} ${name} ${tag}`;
}
