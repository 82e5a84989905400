import { digestOf } from '../canonical/index.ts';
import type { Sha256 } from '../canonical/index.ts';
import { formatInstant } from '../venue/index.ts';
import type { Instant } from '../venue/index.ts';
import type { Change } from './change.ts';

/**
 * What an approval is bound to: SHA-256 over the canonical form of a change's content, bases, instants and reason and of
 * the evidence that was shown with it. Whatever is edited afterwards makes another digest, which nobody has approved.
 */
export function changeDigest(
  change: Pick<Change, 'entries' | 'effectiveFrom' | 'effectiveUntil' | 'reason'>,
  evidence: string,
  sha256: Sha256,
): string {
  const entries = change.entries
    .map(({ policy, base, digest, mode }) => ({ policy, base, digest, mode }))
    .sort((a, b) => (a.policy < b.policy ? -1 : 1));
  const { effectiveFrom, effectiveUntil, reason } = change;
  return digestOf(
    { entries, effectiveFrom: text(effectiveFrom), effectiveUntil: text(effectiveUntil), evidence, reason },
    sha256,
  );
}

function text(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}
