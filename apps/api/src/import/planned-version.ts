import { parsePolicyId, type PolicyEnvelope } from '@backstop/core/policy';
import { InvariantError } from '@backstop/core/num';
import { digested } from '../policies/digested.ts';
import type { PlannedVersion } from './import-plan.ts';

/** A version with the bytes that its digest is of; an end keeps title and scope of what it ends. */
export function plannedVersion(
  policy: string,
  version: number,
  { title, scope, document }: Pick<PolicyEnvelope, 'title' | 'scope' | 'document'>,
  ends: boolean,
): PlannedVersion {
  const parts = parsePolicyId(policy);
  if (parts === null) throw new InvariantError(`${policy} is not the id of a policy`);
  const said = { scope, document: ends ? null : document, ends };
  return { policy, version, kind: parts.kind, title, ...said, ...digested(said) };
}
