/** How people and systems are let in, as the environment says. */
export interface AccessOptions {
  /** People with well-known passwords may sign in; the service answers to loopback names only. */
  readonly isDemo: boolean;
  /** Where browsers reach the service, without a slash at the end; null = where it listens. */
  readonly publicUrl: string | null;
  /** Null = nobody signs in by OIDC. */
  readonly oidc: OidcOptions | null;
}

/** The identity provider that people sign in at. */
export interface OidcOptions {
  readonly issuer: string;
  readonly clientId: string;
  /** Null = a public client, known by PKCE alone. */
  readonly clientSecret: string | null;
  /** What is asked for, separated by spaces; `openid` is in it. */
  readonly scope: string;
  /** The claim that lists roles. */
  readonly rolesClaim: string;
  /** What the button on the sign-in page says. */
  readonly label: string;
}

/** Token that the options are injected by. */
export const ACCESS = Symbol('access');
