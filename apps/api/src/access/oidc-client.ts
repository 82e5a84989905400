import * as openid from 'openid-client';
import { ROLES, type Role } from '@backstop/core/access';
import { paths } from '@backstop/contracts';
import { isLoopback } from '../config/loopback.ts';
import type { OidcOptions } from './access-options.ts';
import { derivedToken } from './tokens.ts';

/** What the provider says of who signed in. */
export interface OidcPerson {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Sign-in at a provider: authorization code with PKCE, state and nonce. */
export interface OidcClient {
  /** Where to send a browser that keeps the secret. */
  readonly startUrl: (secret: string) => Promise<URL>;
  /** Who came back by an address, with the secret that the browser kept. Throws where the provider does not confirm it. */
  readonly finish: (address: string, secret: string) => Promise<OidcPerson>;
}

/** The provider is given so long for each answer, in seconds. */
const PATIENCE_SECONDS = 10;

/** `publicUrl` is where browsers reach us. The provider is asked for its addresses at the first sign-in. */
export function oidcClient(options: OidcOptions, publicUrl: string): OidcClient {
  let discovered: Promise<openid.Configuration> | null = null;
  const configuration = (): Promise<openid.Configuration> => {
    discovered ??= discover(options).catch((error: unknown) => {
      // The next one asks again.
      discovered = null;
      throw error;
    });
    return discovered;
  };
  return {
    startUrl: async (secret) => {
      const { state, nonce, verifier } = bound(secret);
      return openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: publicUrl + paths.sessionOidcCallback,
        scope: options.scope,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
    },
    finish: async (address, secret) => {
      const { state, nonce, verifier } = bound(secret);
      const config = await configuration();
      const tokens = await openid.authorizationCodeGrant(config, new URL(publicUrl + address), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('the provider gave no id token');
      const more = options.rolesClaim in claims ? {} : await userInfo(config, tokens.access_token, claims.sub);
      return personOf({ ...more, ...claims }, options);
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcOptions): Promise<openid.Configuration> {
  const url = new URL(issuer);
  const authentication = clientSecret === null ? openid.None() : openid.ClientSecretPost(clientSecret);
  return openid.discovery(url, clientId, undefined, authentication, {
    timeout: PATIENCE_SECONDS,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that it stands out: only a provider on this very machine is spoken to without encryption.
    execute: url.protocol === 'http:' && isLoopback(url.hostname) ? [openid.allowInsecureRequests] : [],
  });
}

/** What binds an answer to the browser that asked: all of it follows from the one secret that the browser keeps. */
function bound(secret: string): { readonly state: string; readonly nonce: string; readonly verifier: string } {
  return {
    state: derivedToken('oidc state', secret),
    nonce: derivedToken('oidc nonce', secret),
    verifier: derivedToken('oidc verifier', secret),
  };
}

/** Some providers tell roles only here; some have no such place. */
async function userInfo(config: openid.Configuration, accessToken: string, subject: string): Promise<object> {
  if (config.serverMetadata().userinfo_endpoint === undefined) return {};
  return openid.fetchUserInfo(config, accessToken, subject);
}

function personOf(
  claims: { readonly iss: string; readonly sub: string } & Readonly<Record<string, unknown>>,
  { rolesClaim }: OidcOptions,
): OidcPerson {
  const told = claims[rolesClaim];
  const list: readonly unknown[] = Array.isArray(told) ? told : [told];
  const names = [claims['name'], claims['preferred_username'], claims['email'], claims.sub];
  const name = names.find((each): each is string => typeof each === 'string' && each !== '') ?? claims.sub;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    name: name.replace(/\p{C}/gu, '').slice(0, 100) || 'nameless',
    // What is no role of ours says nothing here.
    roles: ROLES.filter((role) => list.includes(role)),
  };
}
