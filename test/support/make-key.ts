import { ApiKeyRepository } from '@backstop/api/access/api-key.repository';
import { keyText, newKeyId, newKeyToken } from '@backstop/api/access/key-token';
import { tokenDigest } from '@backstop/api/access/tokens';
import { KEY_SCOPES, type KeyScope } from '@backstop/core/access';
import type { DataSource } from 'typeorm';

/** A key with some scopes, written by itself: what is sent as `Authorization: Bearer`. */
export async function makeKey(
  dataSource: DataSource,
  { scopes = KEY_SCOPES, at }: { readonly scopes?: readonly KeyScope[]; readonly at: number },
): Promise<string> {
  const token = newKeyToken(newKeyId());
  await new ApiKeyRepository(dataSource).insert(dataSource.manager, {
    ...{ id: token.id, name: 'A trading system', scopes, secretHash: tokenDigest(token.secret), isDemo: false },
    ...{ at, createdBy: 'system', expiresAt: at + 30 * 24 * 3_600_000 },
  });
  return keyText(token);
}
