import { z } from 'zod';
import type { AccessOptions, OidcOptions } from '../access/access-options.ts';
import { isLoopback } from './loopback.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** The variables that say how people and systems are let in. */
export const accessVariables = {
  DEMO: z.enum(['on', 'off'], 'must be "on" or "off"').optional(),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'must be where browsers reach the service, such as https://backstop.example, without a path')
    .transform((url) => new URL(url).origin)
    .optional(),
  OIDC_ISSUER: z.string().refine(isIssuer, 'must be an https address; http only on this machine').optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_SCOPE: z
    .string()
    .refine((scope) => scope.split(' ').includes('openid'), 'must have openid in it')
    .default('openid profile'),
  OIDC_ROLES_CLAIM: z.string().min(1).max(100).default('roles'),
  OIDC_LABEL: z.string().min(1).max(60).default('Single sign-on'),
};

/** What they say, once they are known to be right. */
export function accessOf(read: z.output<z.ZodObject<typeof accessVariables>> & HostAndDatabase): AccessOptions {
  return { isDemo: isDemo(read), publicUrl: read.PUBLIC_URL ?? null, oidc: oidcOf(read) };
}

/** What is wrong with them taken together; what cannot be read is said elsewhere. */
export function accessFaults({ DEMO, HOST = '127.0.0.1', ...read }: Variables): string[] {
  const faults: string[] = [];
  if (DEMO === 'on' && !isLoopback(HOST)) {
    faults.push(
      'HOST must be a loopback address such as 127.0.0.1 while DEMO is "on": everybody knows the passwords of its people',
    );
  }
  const { OIDC_ISSUER, OIDC_CLIENT_ID, PUBLIC_URL } = read;
  if ((OIDC_ISSUER === undefined) !== (OIDC_CLIENT_ID === undefined)) {
    faults.push('OIDC_ISSUER must be set together with OIDC_CLIENT_ID');
  } else if (OIDC_ISSUER !== undefined && PUBLIC_URL === undefined) {
    faults.push('PUBLIC_URL must be set for sign-in by OIDC: the provider sends browsers back there');
  }
  return faults;
}

interface HostAndDatabase {
  readonly HOST: string;
  readonly DATABASE_URL?: string | undefined;
}

/** Unless it is said, only a database that the service brought itself, reached from this machine alone, is for show. */
function isDemo({ DEMO, HOST, DATABASE_URL }: HostAndDatabase & { readonly DEMO?: 'on' | 'off' | undefined }): boolean {
  return DEMO === undefined ? DATABASE_URL === undefined && isLoopback(HOST) : DEMO === 'on';
}

function oidcOf(read: z.output<z.ZodObject<typeof accessVariables>>): OidcOptions | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET, OIDC_SCOPE: scope } = read;
  if (issuer === undefined || clientId === undefined) return null;
  const [clientSecret, rolesClaim, label] = [OIDC_CLIENT_SECRET ?? null, read.OIDC_ROLES_CLAIM, read.OIDC_LABEL];
  return { issuer, clientId, clientSecret, scope, rolesClaim, label };
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash, username } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && pathname === '/' && `${search}${hash}${username}` === '';
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
