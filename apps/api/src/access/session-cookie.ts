import { tokenCookie, type TokenCookie } from './cookie.ts';
import { SESSION_MS } from './session-limits.ts';

/**
 * The cookie of a session, of a service that browsers reach at an address; null = where it listens, over http. Over https
 * its name has a prefix that browsers keep to: no other host, and nothing on the way without encryption, can set it.
 */
export function sessionCookie(publicUrl: string | null): TokenCookie {
  const secure = isSecure(publicUrl);
  return tokenCookie({ name: secure ? '__Host-backstop' : 'backstop', path: '/', maxAge: SESSION_MS / 1000, secure });
}

/** Whether browsers reach the service over https. */
export function isSecure(publicUrl: string | null): boolean {
  return publicUrl?.startsWith('https:') === true;
}
