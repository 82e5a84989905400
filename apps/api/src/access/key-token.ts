import { randomBytes } from 'node:crypto';
import { newToken } from './tokens.ts';

/** The parts of `bsk_<id>_<secret>`. */
export interface KeyToken {
  readonly id: string;
  readonly secret: string;
}

/** A name for a key, which may be seen by anybody. */
export function newKeyId(): string {
  return randomBytes(8).toString('hex');
}

/** A fresh secret of a key. */
export function newKeyToken(id: string): KeyToken {
  return { id, secret: newToken() };
}

/** What the owner of a key sends. */
export function keyText({ id, secret }: KeyToken): string {
  return `bsk_${id}_${secret}`;
}

/** The parts of what was sent; null where it cannot be a key. */
export function parseKey(text: string): KeyToken | null {
  const [, id, secret] = /^bsk_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}
