import { formatInstant, type Instant } from '@backstop/core/venue';
import type { ApiKeyResource } from '@backstop/contracts';
import { instantText } from '../clock/instant-text.ts';
import type { StoredKey } from './stored-key.ts';

/** A key as who runs the keys sees it at an instant. */
export function apiKeyView(key: StoredKey, at: Instant): ApiKeyResource {
  const { id, name, scopes, createdBy, isDemo } = key;
  const overlap = key.previousUntil !== null && key.previousUntil > at ? key.previousUntil : null;
  return {
    ...{ id, name, scopes: [...scopes], status: keyStatus(key, at), createdBy, demo: isDemo },
    createdAt: formatInstant(key.createdAt),
    expiresAt: formatInstant(key.expiresAt),
    lastUsedAt: instantText(key.lastUsedAt),
    rotatedAt: instantText(key.rotatedAt),
    overlapUntil: instantText(overlap),
    revokedAt: instantText(key.revokedAt),
  };
}

/** Whether a key still lets anybody in. */
export function keyStatus({ revokedAt, expiresAt }: StoredKey, at: Instant): ApiKeyResource['status'] {
  if (revokedAt !== null) return 'revoked';
  return expiresAt <= at ? 'expired' : 'active';
}
