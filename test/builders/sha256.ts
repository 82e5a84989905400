import { hash } from 'node:crypto';

/** SHA-256 of the UTF-8 bytes of a text, in hexadecimal: what the server gives the core. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
