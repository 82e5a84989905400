import { createPublicKey, verify } from 'node:crypto';
import { canonicalJson, type ChainPlace } from '@backstop/core/canonical';
import { formatInstant, type Instant } from '@backstop/core/venue';
import { sha256 } from '../persistence/sha256.ts';
import type { AuditKey } from './audit-key.ts';

/** A place of the chain with a signature under it. */
export interface SignedCheckpoint extends ChainPlace {
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly keyId: string;
  readonly publicKey: string;
  readonly signature: string;
}

export function signCheckpoint({ sequence, hash }: ChainPlace, at: Instant, key: AuditKey): SignedCheckpoint {
  const { keyId, publicKey } = key;
  const place = { sequence, hash, at: formatInstant(at), keyId };
  return { ...place, publicKey, signature: key.sign(signedText(place)) };
}

/** Whether the signature is of the key that the checkpoint brings along; whose key that is it cannot say. */
export function isSignedByItsKey(checkpoint: SignedCheckpoint): boolean {
  const { keyId, publicKey, signature } = checkpoint;
  if (sha256(publicKey) !== keyId) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    const text = Buffer.from(signedText(checkpoint), 'utf8');
    return key.asymmetricKeyType === 'ed25519' && verify(null, text, key, Buffer.from(signature, 'base64'));
  } catch {
    // What is no key has signed nothing.
    return false;
  }
}

/** The purpose keeps a signature from standing for anything else that the key may ever sign. */
function signedText({ sequence, hash, at, keyId }: Omit<SignedCheckpoint, 'publicKey' | 'signature'>): string {
  return canonicalJson({ at, hash, keyId, purpose: 'backstop-audit-checkpoint', sequence });
}
