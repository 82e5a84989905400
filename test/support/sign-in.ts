import { DEMO_PASSWORD, DEMO_PEOPLE } from '@backstop/api/access/demo-people';
import { paths, sessionResource, type SignedInPerson } from '@backstop/contracts';
import type { Role } from '@backstop/core/access';
import { expect } from 'vitest';

/** Somebody who is signed in, as a browser with a page of the console would ask. */
export interface SignedIn {
  readonly person: SignedInPerson;
  /** The cookie, as `name=value`. */
  readonly cookie: string;
  /** All that a page of the console sends along. */
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
}

/** Signs in with a password. */
export async function signIn(url: string, login: string, password = DEMO_PASSWORD): Promise<SignedIn> {
  const response = await fetch(url + paths.session, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ login, password }),
  });
  expect(response.status).toBe(200);
  return signedIn(url, response);
}

/** Who was just given a session by an answer. */
export async function signedIn(url: string, response: Response): Promise<SignedIn> {
  const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  const { person, csrfToken } = sessionResource.parse(await response.json());
  if (person === null || csrfToken === null) throw new Error('nobody is signed in');
  const headers = { cookie, origin: url, 'x-csrf-token': csrfToken };
  return { person, cookie, headers, fetch: (path, init) => fetch(url + path, withHeaders(init, headers)) };
}

/** What the first person of the demonstration with a role signs in as. */
export function loginOf(role: Role): string {
  const login = DEMO_PEOPLE.find(({ roles }) => roles.includes(role))?.login;
  if (login === undefined) throw new Error(`nobody is ${role}`);
  return login;
}

/** A request with some headers beside its own, which win. */
export function withHeaders(init: RequestInit = {}, headers: Readonly<Record<string, string>>): RequestInit {
  const merged = new Headers(headers);
  new Headers(init.headers).forEach((value, name) => {
    merged.set(name, value);
  });
  return { ...init, headers: merged };
}
