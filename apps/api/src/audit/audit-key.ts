import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sha256 } from '../persistence/sha256.ts';
import { StartupError } from '../startup-error.ts';

/** What checkpoints are signed with. The private half never leaves the process and its file, least of all for the database. */
export interface AuditKey {
  /** SHA-256 of `publicKey`. */
  readonly keyId: string;
  /** Base64 of the DER form (SubjectPublicKeyInfo). */
  readonly publicKey: string;
  /** The Ed25519 signature of a text, base64. */
  readonly sign: (text: string) => string;
}

/** Token that the key is injected by. */
export const AUDIT_KEY = Symbol('audit key');

/** The key in a file, made where there is none yet. Throws `StartupError` with the reason. */
export async function openAuditKey(file: string): Promise<AuditKey> {
  try {
    return keyOf(await readOrMake(file));
  } catch (error) {
    throw new StartupError(
      `the key that audit checkpoints are signed with cannot be had from ${file} (AUDIT_KEY_FILE): ${(error as Error).message}`,
    );
  }
}

/** A key that no file keeps. */
export function newAuditKey(): AuditKey {
  return keyOf(generateKeyPairSync('ed25519').privateKey);
}

async function readOrMake(file: string): Promise<KeyObject> {
  const found = await read(file);
  if (found !== null) return found;
  await mkdir(dirname(file), { recursive: true });
  const own = `${file}.${randomBytes(6).toString('hex')}`;
  const made = generateKeyPairSync('ed25519').privateKey;
  try {
    await writeFile(own, made.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    // A link appears whole or not at all: of two services that start at once, one makes the key of both.
    await link(own, file);
    return made;
  } catch (error) {
    const other = (error as NodeJS.ErrnoException).code === 'EEXIST' ? await read(file) : null;
    if (other !== null) return other;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

async function read(file: string): Promise<KeyObject | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const key = createPrivateKey(text);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('it holds a key that is not of Ed25519');
  return key;
}

function keyOf(privateKey: KeyObject): AuditKey {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  return {
    keyId: sha256(publicKey),
    publicKey,
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64'),
  };
}
