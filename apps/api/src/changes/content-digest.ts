import { changeDigest, type Change } from '@backstop/core/change';
import { sha256 } from '../persistence/sha256.ts';

/** Digest of what a change says, its evidence aside: what the audit compares before and after an edit. */
export function contentDigest(change: Change): string {
  return changeDigest(change, '', sha256);
}
