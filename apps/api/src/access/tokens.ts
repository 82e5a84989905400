import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret of 256 random bits, as text for headers and cookies. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. It needs no slow hash: nobody guesses 256 bits. */
export function tokenDigest(token: string): string {
  return hash('sha256', token, 'hex');
}

/** A token that is derived from another one for one purpose, and tells nothing of it. */
export function derivedToken(purpose: string, token: string): string {
  return hash('sha256', `${purpose} ${token}`, 'base64url');
}

/** Whether two texts are equal, in a time that depends on their lengths alone. */
export function isSameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
