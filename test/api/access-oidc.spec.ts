import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths, personResource, sessionResource, type PersonResource, type SessionResource } from '@backstop/contracts';
import { browserJar } from '../support/browser-jar.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { freePort } from '../support/free-port.ts';
import { startProvider, type TestProvider } from '../support/oidc-provider.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const CLIENT = { id: 'backstop', secret: 'a secret of the client' };

let app: TestApp;
let provider: TestProvider;

beforeAll(async () => {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${String(port)}`;
  provider = await startProvider({ ...CLIENT, redirectUri: publicUrl + paths.sessionOidcCallback });
  const { issuer } = provider;
  const ours = { clientId: CLIENT.id, clientSecret: CLIENT.secret, scope: 'openid profile', rolesClaim: 'roles' };
  app = await startApp({
    content: 'empty',
    port,
    access: { publicUrl, oidc: { issuer, ...ours, label: 'Test ID' } },
  });
});

afterAll(async () => {
  await app.stop();
  await provider.stop();
});

const HOME = (): string => `${app.url}/`;

/** Signs in as whoever the provider says. */
async function signInBy(subject: string, claims: Record<string, unknown>): Promise<SessionResource> {
  provider.signsIn = { subject, claims };
  const jar = browserJar();
  const { address } = await jar.go(app.url + paths.sessionOidc, HOME() + '?');
  expect(address).toBe(HOME());
  const headers = { cookie: jar.cookiesOf(app.url) };
  return sessionResource.parse(await (await fetch(app.url + paths.session, { headers })).json());
}

async function people(query: string): Promise<PersonResource[]> {
  const admin = await app.signInAs('admin');
  return personResource.array().parse(await (await admin.fetch(`${paths.people}?${query}`)).json());
}

describe('signing in at an identity provider', () => {
  it('is offered', async () => {
    const { oidc } = sessionResource.parse(await (await fetch(app.url + paths.session)).json());
    expect(oidc).toEqual({ label: 'Test ID', startUrl: paths.sessionOidc });
  });

  it('makes a person of issuer and subject, with the known roles of the claim', async () => {
    const { person } = await signInBy('s-1', { name: 'Olga Oidc', roles: ['author', 'owner', 'viewer'] });
    expect(person).toMatchObject({ name: 'Olga Oidc', login: null, origin: 'oidc', mustChangePassword: false });
    expect(person?.roles).toEqual(['viewer', 'author']);
    expect(await people('q=Olga')).toMatchObject([{ id: person?.id, origin: 'oidc', issuer: provider.issuer }]);
  });

  it('finds the same person again, with the roles that the provider tells now', async () => {
    const before = await signInBy('s-2', { name: 'Pia', roles: ['approver'] });
    const after = await signInBy('s-2', { name: 'Pia', roles: ['auditor'] });
    expect(after.person?.id).toBe(before.person?.id);
    expect(after.person?.roles).toEqual(['auditor']);
    expect((await signInBy('s-2', { name: 'Pia' })).person?.roles).toEqual([]);
  });

  it('makes nobody somebody who signs in here, whatever name or address is told', async () => {
    const { person } = await signInBy('mina', { name: 'mina', email: 'mina', roles: ['viewer'] });
    const [local] = await people('q=mina&sort=login&order=desc');
    expect(local?.origin).toBe('local');
    expect(person?.id).not.toBe(local?.id);
    expect(person?.permissions).not.toContain('people:manage');
  });

  it('is refused to who is disabled here', async () => {
    const { person } = await signInBy('s-3', { name: 'Quentin', roles: ['viewer'] });
    await app.dataSource.query('update person set disabled_at = now() where id = $1', [person?.id]);
    provider.signsIn = { subject: 's-3', claims: { name: 'Quentin', roles: ['viewer'] } };
    const { address } = await browserJar().go(app.url + paths.sessionOidc, HOME() + '?');
    expect(address).toBe(`${HOME()}?problem=oidc_sign_in_failed`);
  });

  it('is told to the audit', async () => {
    const { person } = await signInBy('s-4', { name: 'Rita', roles: [] });
    const rows = await app.dataSource.query<{ act: string }[]>(
      'select act from audit_entry where subject = $1 order by sequence',
      [`person:${person?.id ?? ''}`],
    );
    expect(rows.map(({ act }) => act)).toEqual(['person.created', 'session.began']);
  });
});

describe('an answer of the provider', () => {
  it('is for the browser that asked, once, and for no other', async () => {
    provider.signsIn = { subject: 's-5', claims: { name: 'Sam', roles: ['viewer'] } };
    const jar = browserJar();
    const callback = app.url + paths.sessionOidcCallback;
    const { address } = await jar.go(app.url + paths.sessionOidc, callback);
    const failed = `${HOME()}?problem=oidc_sign_in_failed`;
    expect((await browserJar().go(address, HOME())).address).toBe(failed);
    const other = browserJar();
    await other.go(app.url + paths.sessionOidc, provider.issuer);
    expect((await other.go(address, HOME())).address).toBe(failed);
    expect((await jar.go(address, HOME())).address).toBe(HOME());
    expect((await jar.go(address, HOME())).address).toBe(failed);
  });

  it('with a changed state or an error is none', async () => {
    const jar = browserJar();
    const callback = app.url + paths.sessionOidcCallback;
    const { address } = await jar.go(app.url + paths.sessionOidc, callback);
    const changed = new URL(address);
    changed.searchParams.set('state', 'another');
    const failed = `${HOME()}?problem=oidc_sign_in_failed`;
    expect((await jar.go(changed.href, HOME())).address).toBe(failed);
    expect((await jar.go(`${callback}?error=access_denied`, HOME())).address).toBe(failed);
  });
});

describe('a provider', () => {
  it('that does not answer is said so', async () => {
    const oidc = { issuer: 'http://127.0.0.1:1', clientId: 'b', clientSecret: null, scope: 'openid', rolesClaim: 'r' };
    const own = await startApp({
      content: 'empty',
      access: { publicUrl: 'http://127.0.0.1:2', oidc: { ...oidc, label: 'L' } },
    });
    const { address } = await browserJar().go(own.url + paths.sessionOidc, `${own.url}/?`);
    expect(address).toBe(`${own.url}/?problem=oidc_provider_must_answer`);
    await own.stop();
  });

  it('that is not configured is said so', async () => {
    const own = await startApp({ content: 'empty' });
    await expectProblem(await fetch(own.url + paths.sessionOidc), 'oidc_must_be_configured');
    await own.stop();
  });
});
