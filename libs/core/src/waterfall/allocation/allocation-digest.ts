import type { Sha256 } from '../../canonical/index.ts';
import { InvariantError } from '../../num/index.ts';
import { placesById } from './id-order.ts';

/**
 * SHA-256 over `id,units\n` of all candidates sorted by id in UTF-8 byte order, zeros included: anyone who holds the list of
 * shares can reckon it again, whatever order the list is in.
 *
 * Throws `InvariantError` where an id stands twice: a sum over it would have no one meaning.
 */
export function allocationDigest(ids: readonly string[], shares: readonly bigint[], sha256: Sha256): string {
  const lines: string[] = [];
  let before: string | null = null;
  for (const place of placesById(ids)) {
    const id = ids[place] ?? '';
    if (id === before) throw new InvariantError(`the candidate ${id} stands twice`);
    before = id;
    lines.push(`${id},${String(shares[place] ?? 0n)}\n`);
  }
  return sha256(lines.join(''));
}
