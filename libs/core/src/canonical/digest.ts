import { canonicalJson } from './canonical-json.ts';

/** SHA-256 of the UTF-8 bytes of a text, as 64 lower-case hexadecimal digits. Given by the host: server or browser. */
export type Sha256 = (text: string) => string;

/** Digest of a plain JSON value: SHA-256 over the bytes of its canonical form. Throws as `canonicalJson` does. */
export function digestOf(value: unknown, sha256: Sha256): string {
  return sha256(canonicalJson(value));
}
