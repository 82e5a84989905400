import { chainWalk, type ChainFault, type ChainLink, type ChainPlace } from '@backstop/core/canonical';
import { sha256 } from '../persistence/sha256.ts';
import { isSignedByItsKey, type SignedCheckpoint } from './signed-checkpoint.ts';

/** What is read of the chain, in order: an entry, or a checkpoint after the entry that it is about. */
export type AuditRecord = { readonly entry: ChainLink } | { readonly checkpoint: SignedCheckpoint };

/** The first thing that is wrong with the chain or a checkpoint of it. */
export interface AuditFault {
  readonly code:
    ChainFault['code'] | 'checkpoint_must_be_signed_by_its_key' | 'checkpoint_must_be_signed_by_a_known_key';
  readonly sequence: number;
  readonly message: string;
}

/** What came of a walk; counts and head are of what was walked before a fault. */
export interface AuditVerdict {
  readonly ok: boolean;
  readonly entries: number;
  readonly head: ChainPlace | null;
  readonly checkpoints: number;
  readonly keyIds: readonly string[];
  readonly fault: AuditFault | null;
}

/** What the chain is held against, beside its own checkpoints. */
export interface KeptElsewhere {
  readonly places: readonly ChainPlace[];
  /** Ids of the only keys that may have signed; null = any key, since none has been kept. */
  readonly keyIds: readonly string[] | null;
}

/** Walks what is read, page by page; nothing of a page is held once it has been walked. */
export async function verifyAudit(
  pages: AsyncIterable<readonly AuditRecord[]>,
  { places, keyIds: known }: KeptElsewhere,
): Promise<AuditVerdict> {
  const walk = chainWalk(places, sha256);
  const keyIds = new Set<string>();
  let entries = 0;
  let checkpoints = 0;
  const verdict = (fault: AuditFault | null): AuditVerdict => {
    return { ok: fault === null, entries, head: walk.place(), checkpoints, keyIds: [...keyIds], fault };
  };
  for await (const page of pages) {
    for (const record of page) {
      if ('entry' in record) {
        const fault = walk.step(record.entry);
        if (fault !== null) return verdict(fault);
        entries += 1;
      } else {
        const fault = walk.meet(record.checkpoint) ?? signatureFault(record.checkpoint, known);
        if (fault !== null) return verdict(fault);
        checkpoints += 1;
        keyIds.add(record.checkpoint.keyId);
      }
    }
  }
  return verdict(walk.end());
}

function signatureFault(checkpoint: SignedCheckpoint, known: readonly string[] | null): AuditFault | null {
  const { sequence, keyId } = checkpoint;
  if (!isSignedByItsKey(checkpoint)) {
    const message = `the checkpoint of entry ${String(sequence)} is not signed by the key that it names`;
    return { code: 'checkpoint_must_be_signed_by_its_key', sequence, message };
  }
  if (known === null || known.includes(keyId)) return null;
  const message = `the checkpoint of entry ${String(sequence)} is signed by ${keyId}, which is none of the keys that were kept`;
  return { code: 'checkpoint_must_be_signed_by_a_known_key', sequence, message };
}
