import { parsePolicyId, versionDigest, type PolicyEnvelope } from '@backstop/core/policy';
import { InvariantError } from '@backstop/core/num';
import { sha256 } from '../persistence/sha256.ts';
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
  let canonical = '';
  const said = { scope, document: ends ? null : document, ends };
  const digest = versionDigest(said, (text) => {
    canonical = text;
    return sha256(text);
  });
  return { policy, version, kind: parts.kind, title, ...said, digest, canonical };
}
