import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id, the package's own choice, with 19 MiB and two passes, as OWASP's password storage cheat sheet asks for at least. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Without letters and digits that are read as others. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** What is stored of a password; takes some 20 ms of another thread. */
export function passwordHash(password: string): Promise<string> {
  return hash(password, COST);
}

/**
 * Whether a password is the one that was hashed. Where there is no hash, as for an unknown login, it takes the same time
 * to say no.
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const isRight = await verify(stored ?? (await hashOfNothing()), password);
  return stored !== null && isRight;
}

/** A password that is used once: four groups of five characters, some 99 bits. */
export function oneTimePassword(): string {
  const group = (): string => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

let nothing: Promise<string> | null = null;

function hashOfNothing(): Promise<string> {
  nothing ??= passwordHash(oneTimePassword());
  return nothing;
}
