import type { Sha256 } from '../canonical/index.ts';
import type { PolicySet, PolicyVersion } from '../policy/index.ts';

/**
 * The set of versions that are in force together, with its hash.
 *
 * The hashed bytes, in UTF-8: for each version one line `<policy id>,<digest>`, for example
 * `margin-tiers.BTCUSDT,9f86d0…`; lines sorted by policy id in code units; joined by one line feed (0x0A), none after
 * the last. The digest is the version's, over scope and document, so that a set has the same hash in every database
 * whatever its version numbers are. The empty set is the hash of the empty text.
 */
export function policySetOf(versions: readonly PolicyVersion[], sha256: Sha256): PolicySet {
  const sorted = versions.toSorted((a, b) => (a.policy < b.policy ? -1 : a.policy > b.policy ? 1 : 0));
  const lines = sorted.map(({ policy, digest }) => `${policy},${digest}`);
  return { hash: sha256(lines.join('\n')), versions: sorted };
}
