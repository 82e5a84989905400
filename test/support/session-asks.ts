import { DEMO_PASSWORD } from '@backstop/api/access/demo-people';
import { paths } from '@backstop/contracts';
import { expect } from 'vitest';
import { signedIn, type SignedIn } from './sign-in.ts';
import type { TestApp } from './start-app.ts';

/** A password that somebody chose. */
export const OWN_PASSWORD = 'a password of my own';

/** Ways to ask an application about sessions, each from an address of its own, so that no rate is used up. */
export interface SessionAsks {
  readonly post: (url: string, body: object, headers?: Record<string, string>) => Promise<Response>;
  readonly trySignIn: (body: object, headers?: Record<string, string>) => Promise<Response>;
  /** Signs somebody in, once more where they are already. */
  readonly fresh: (login: string, password?: string) => Promise<SignedIn>;
  /** A person who is not of the demonstration, signed in with a password of their own. */
  readonly ownPerson: (login: string) => Promise<SignedIn>;
  /** Whether the cookie opens what any person may read. */
  readonly isSignedIn: (person: Pick<SignedIn, 'cookie'>) => Promise<boolean>;
}

export function sessionAsks({ server, url: at }: TestApp): SessionAsks {
  let addresses = 0;
  const post: SessionAsks['post'] = async (url, payload, headers = {}) => {
    addresses += 1;
    const response = await server.inject({
      method: 'POST',
      url,
      payload,
      headers: { host: new URL(at).host, ...headers },
      remoteAddress: `10.0.${String(addresses >> 8)}.${String(addresses & 255)}`,
    });
    const answer = new Headers();
    for (const [name, value] of Object.entries(response.headers)) answer.set(name, String(value));
    return new Response(response.payload, { status: response.statusCode, headers: answer });
  };
  const trySignIn: SessionAsks['trySignIn'] = (body, headers) => post(paths.session, body, headers);
  const fresh: SessionAsks['fresh'] = async (login, password = DEMO_PASSWORD) =>
    signedIn(at, await trySignIn({ login, password }));
  return {
    post,
    trySignIn,
    fresh,
    ownPerson: async (login) => {
      const { headers } = await fresh('mina');
      const made = await post(paths.people, { login, name: login, roles: ['viewer'] }, headers);
      const { oneTimePassword } = (await made.json()) as { oneTimePassword: string };
      const first = await fresh(login, oneTimePassword);
      const body = { current: oneTimePassword, next: OWN_PASSWORD };
      return signedIn(at, await post(paths.sessionPassword, body, first.headers));
    },
    isSignedIn: async ({ cookie }) => {
      const { status } = await fetch(at + paths.directory, { headers: { cookie } });
      expect([200, 401]).toContain(status);
      return status === 200;
    },
  };
}
