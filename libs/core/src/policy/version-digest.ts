import { digestOf } from '../canonical/index.ts';
import type { Sha256 } from '../canonical/index.ts';
import type { PolicyVersion } from './policy.ts';

/**
 * Digest of what a version says: SHA-256 over the canonical form of `{ document, scope }`, and of
 * `{ end: true, scope }` for a version that takes its policy out of force.
 */
export function versionDigest(version: Pick<PolicyVersion, 'scope' | 'document' | 'ends'>, sha256: Sha256): string {
  const scope = Object.fromEntries(Object.entries(version.scope).filter(([, names]) => names !== undefined));
  return digestOf(version.ends ? { end: true, scope } : { document: version.document, scope }, sha256);
}
