import { DEMO_PASSWORD } from '@backstop/api/access/demo-people';
import { paths } from '@backstop/contracts';

/** Somebody who writes changes, signed in at a service that is measured. */
export interface Officer {
  readonly cookie: { readonly name: string; readonly value: string };
  /** A request of theirs. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** Address of the draft of a change with one policy. */
  readonly drafted: (entry: object) => Promise<string>;
}

export async function signedIn(url: string, login = 'ada'): Promise<Officer> {
  const session = await answered(url + paths.session, { login, password: DEMO_PASSWORD }, { origin: url });
  const [cookie = ''] = (session.headers.get('set-cookie') ?? '').split(';');
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const [name = '', value = ''] = cookie.split('=');
  const headers = { cookie, origin: url, 'x-csrf-token': csrfToken };
  return {
    cookie: { name, value },
    fetch: (path, init = {}) => fetch(url + path, { ...init, headers: { ...headers, ...(init.headers as object) } }),
    drafted: async (entry) => {
      const change = await answered(url + paths.changes, { reason: 'To be measured', entries: [entry] }, headers);
      return `/changes/${((await change.json()) as { id: string }).id}`;
    },
  };
}

async function answered(url: string, body: object, headers: Readonly<Record<string, string>>): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${String(response.status)} ${await response.text()}`);
  return response;
}
