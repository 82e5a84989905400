import { randomUUID } from 'node:crypto';
import { PersonRepository } from '@backstop/api/access/person.repository';
import { csrfTokenOf } from '@backstop/api/access/same-site';
import { SessionRepository } from '@backstop/api/access/session.repository';
import { newToken, tokenDigest } from '@backstop/api/access/tokens';
import type { Role } from '@backstop/core/access';
import { withHeaders, type SignedIn } from './sign-in.ts';
import type { TestApp } from './start-app.ts';

/** Somebody with a session of which the audit knows nothing, for tests that count its entries. */
export async function silentSession(
  { dataSource, url }: Pick<TestApp, 'dataSource' | 'url'>,
  role: Role,
  at = Date.now(),
): Promise<Pick<SignedIn, 'fetch'>> {
  const [id, token] = [randomUUID(), newToken()];
  const signsIn = { by: 'oidc', issuer: 'https://nowhere.example', subject: id } as const;
  await new PersonRepository(dataSource).insert(dataSource.manager, {
    ...{ id, name: `Silent ${role}`, roles: [role], at, signsIn, isDemo: false },
  });
  await new SessionRepository(dataSource).begin(dataSource.manager, {
    ...{ tokenHash: tokenDigest(token), person: id, at, until: at + 24 * 3_600_000 },
  });
  const headers = { cookie: `backstop=${token}`, origin: url, 'x-csrf-token': csrfTokenOf(token) };
  return { fetch: (path, init) => fetch(url + path, withHeaders(init, headers)) };
}
