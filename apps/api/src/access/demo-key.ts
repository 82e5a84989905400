import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '@backstop/core/venue';
import { formatInstant } from '@backstop/core/venue';
import type { DataSource } from 'typeorm';
import { appendAudit } from '../audit/audit.repository.ts';
import { StartupError } from '../startup-error.ts';
import { ApiKeyRepository } from './api-key.repository.ts';
import { keyText, newKeyId, newKeyToken, parseKey } from './key-token.ts';
import { tokenDigest } from './tokens.ts';

const DAY_MS = 24 * 3_600_000;

/** A key that ends sooner is replaced. */
const LIFE_LEFT_MS = 30 * DAY_MS;

const SCOPES = ['evaluate', 'policy:read'] as const;

/** The API key of the demonstration, and the file that keeps it for its owner alone; a key that is still good stays. */
export async function demoKey(
  dataSource: DataSource,
  { dataDir, at }: { readonly dataDir: string; readonly at: Instant },
): Promise<{ readonly key: string; readonly file: string }> {
  const file = join(dataDir, 'demo-key');
  const kept = await readKept(file);
  if (kept !== null && (await isGood(dataSource, kept, at))) return { key: kept, file };
  const key = await makeKey(dataSource, at);
  try {
    await mkdir(dataDir, { recursive: true });
    await writeFile(file, `${key}\n`, { mode: 0o600 });
  } catch (error) {
    throw new StartupError(`the key of the demonstration cannot be kept in ${file}: ${String(error)}`);
  }
  return { key, file };
}

async function readKept(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new StartupError(`the key of the demonstration cannot be read: ${String(error)}`);
  }
}

async function isGood(dataSource: DataSource, text: string, at: Instant): Promise<boolean> {
  const token = parseKey(text);
  const stored = token === null ? null : await new ApiKeyRepository(dataSource).find(token.id);
  if (token === null || stored === null) return false;
  const isIt = stored.isDemo && stored.secretHash === tokenDigest(token.secret);
  return isIt && stored.revokedAt === null && stored.expiresAt > at + LIFE_LEFT_MS;
}

async function makeKey(dataSource: DataSource, at: Instant): Promise<string> {
  const token = newKeyToken(newKeyId());
  const [name, expiresAt] = ['Demonstration', at + 400 * DAY_MS];
  await dataSource.transaction(async (manager) => {
    await new ApiKeyRepository(dataSource).insert(manager, {
      ...{ id: token.id, name, scopes: SCOPES, secretHash: tokenDigest(token.secret), isDemo: true },
      ...{ at, createdBy: 'system', expiresAt },
    });
    await appendAudit(manager, {
      ...{ at, actor: 'system', act: 'key.created', subject: `key:${token.id}`, before: null, after: null },
      details: { name, scopes: [...SCOPES], expiresAt: formatInstant(expiresAt), demo: true },
    });
  });
  return keyText(token);
}
