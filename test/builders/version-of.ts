import { kinds } from '@backstop/core/kinds';
import { parsePolicy, policyId, versionDigest } from '@backstop/core/policy';
import type { PolicyVersion } from '@backstop/core/policy';
import { sha256 } from './sha256.ts';

/** A policy as somebody wrote it, as version 1 in force since ever; a problem stops the run with its words. */
export function versionOf(envelope: unknown): PolicyVersion {
  const parsed = parsePolicy(envelope, kinds);
  if (!parsed.ok) throw new Error(`a policy of a test is wrong: ${JSON.stringify(parsed.problems, null, 2)}`);
  const { kind, key, title, scope, document } = parsed.value;
  return {
    policy: policyId(kind, key),
    version: 1,
    kind,
    title,
    scope,
    document,
    ends: false,
    digest: versionDigest({ scope, document, ends: false }, sha256),
    mode: 'enforce',
    effectiveFrom: 0,
    effectiveUntil: null,
    approvedAt: 0,
    approvalSequence: 1,
  };
}
