import type { ChangeResource } from '@backstop/contracts';
import { placePath } from '../changePath.ts';
import { policyPath } from '../../policies/policiesPath.ts';

/** Fields of a draft that problems of the whole change are mended in. */
const FIELDS: Readonly<Record<string, string>> = {
  change_must_have_reason: '/reason',
  change_must_end_after_it_begins: '/effectiveUntil',
  change_notice_must_be_kept: '/effectiveFrom',
  change_must_not_fall_into_freeze: '/effectiveFrom',
};

/** A policy's id, where a pointer begins with one. */
const POLICY = /^\/([a-z][a-z-]*\.[A-Za-z0-9_-]+)(?:\/|$)/;

/**
 * Where a problem of a change is mended: in the draft where that has the policy, at the policy where the draft has not;
 * null where it is about no place of either.
 */
export function problemPlace(
  { id, entries }: Pick<ChangeResource, 'id' | 'entries'>,
  { code, pointer }: { readonly code: string; readonly pointer: string },
): string | null {
  const field = FIELDS[code];
  if (pointer === '') return field === undefined ? null : placePath(id, field);
  const [, policy] = POLICY.exec(pointer) ?? [];
  if (policy === undefined) return null;
  return entries.some((entry) => entry.policy === policy) ? placePath(id, pointer) : policyPath(policy);
}
