import { versionDigest, type PolicyVersion } from '@backstop/core/policy';
import { sha256 } from '../persistence/sha256.ts';

/** The digest of what a version says, with the canonical bytes that it is of: they are stored once, never recomputed. */
export function digested(said: Pick<PolicyVersion, 'scope' | 'document' | 'ends'>): {
  readonly canonical: string;
  readonly digest: string;
} {
  let canonical = '';
  const digest = versionDigest(said, (text) => {
    canonical = text;
    return sha256(text);
  });
  return { canonical, digest };
}
