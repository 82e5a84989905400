import type { Sha256 } from '../canonical/index.ts';
import { formatInstant } from '../venue/index.ts';
import type { Instant } from '../venue/index.ts';

/**
 * SHA-256 of set hash, input hash and asOf, joined by newlines: the same question under the same rules has the same id
 * on every machine.
 */
export function decisionId(policySetHash: string, inputHash: string, asOf: Instant, sha256: Sha256): string {
  return sha256(`${policySetHash}\n${inputHash}\n${formatInstant(asOf)}`);
}
