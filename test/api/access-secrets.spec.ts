import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { paths } from '@backstop/contracts';
import { DEMO_PASSWORD } from '@backstop/api/access/demo-people';
import { expectProblem } from '../support/expect-problem.ts';
import { OWN_PASSWORD, sessionAsks, type SessionAsks } from '../support/session-asks.ts';
import { signedIn } from '../support/sign-in.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const HOUR = 3_600_000;

let app: TestApp;
let asks: SessionAsks;
let now = Date.parse('2030-01-01T00:00:00Z');

beforeAll(async () => {
  app = await startApp({ content: 'empty', clock: () => now });
  asks = sessionAsks(app);
});

afterAll(() => app.stop());

// Attempts and sessions of one test are over in the next.
beforeEach(() => {
  now += 48 * HOUR;
});

function posted(body: object): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

describe('what writes by a cookie', () => {
  const change = (headers: Record<string, string>): Promise<Response> =>
    asks.post(paths.sessionPassword, { current: 'x', next: 'something longer' }, headers);

  it('carries the token of its session', async () => {
    const { headers, cookie } = await asks.fresh('ada');
    const other = await asks.fresh('ada');
    const { origin = '' } = headers;
    await expectProblem(await change({ cookie, origin }), 'csrf_token_must_match');
    await expectProblem(await change({ cookie, origin, 'x-csrf-token': 'wrong' }), 'csrf_token_must_match');
    await expectProblem(await change({ ...other.headers, cookie }), 'csrf_token_must_match');
    await expectProblem(await change(headers), 'demo_person_must_keep_password');
  });

  it('comes from a page of ours, and says so', async () => {
    const { headers } = await asks.fresh('ada');
    const { origin: _origin, ...silent } = headers;
    await expectProblem(await change(silent), 'origin_must_be_ours');
    await expectProblem(await change({ ...silent, origin: 'https://evil.example' }), 'origin_must_be_ours');
    await expectProblem(await change({ ...silent, origin: 'null' }), 'origin_must_be_ours');
    await expectProblem(await change({ ...headers, 'sec-fetch-site': 'same-site' }), 'origin_must_be_ours');
    await expectProblem(await change({ ...silent, 'sec-fetch-site': 'same-origin' }), 'demo_person_must_keep_password');
  });
});

describe('a password', () => {
  it('ends every other session when it is changed, and the old one signs nobody in', async () => {
    const here = await asks.ownPerson('nora');
    const there = await asks.fresh('nora', OWN_PASSWORD);
    const response = await asks.post(
      paths.sessionPassword,
      { current: OWN_PASSWORD, next: 'yet another of mine' },
      here.headers,
    );
    const next = await signedIn(app.url, response);
    expect(await Promise.all([here, there, next].map(asks.isSignedIn))).toEqual([false, false, true]);
    await expectProblem(await asks.trySignIn({ login: 'nora', password: OWN_PASSWORD }), 'credentials_must_match');
    expect((await asks.fresh('nora', 'yet another of mine')).person.mustChangePassword).toBe(false);
  });

  it('that is for one time must be changed before anything else is granted', async () => {
    const admin = await asks.fresh('mina');
    const made = await admin.fetch(paths.people, posted({ login: 'otis', name: 'Otis', roles: ['viewer'] }));
    const { oneTimePassword } = (await made.json()) as { oneTimePassword: string };
    const person = await asks.fresh('otis', oneTimePassword);
    expect(person.person).toMatchObject({ mustChangePassword: true, permissions: [] });
    await expectProblem(await person.fetch(paths.policies), 'password_must_be_changed');
    await expectProblem(await person.fetch(paths.directory), 'password_must_be_changed');
    const changed = await asks.post(
      paths.sessionPassword,
      { current: oneTimePassword, next: OWN_PASSWORD },
      person.headers,
    );
    const now = await signedIn(app.url, changed);
    expect(now.person.mustChangePassword).toBe(false);
    expect(now.person.permissions).toContain('policy:read');
    expect(await asks.isSignedIn(now)).toBe(true);
  });

  it.each([
    ['short', 'too_short'],
    ['my login is penny', 'password_must_not_hold_login'],
    [OWN_PASSWORD, 'password_must_be_new'],
  ])('%j is refused', async (next, code) => {
    const login = `penny`;
    const person = await asks.fresh(login, OWN_PASSWORD).catch(() => asks.ownPerson(login));
    const response = await asks.post(paths.sessionPassword, { current: OWN_PASSWORD, next }, person.headers);
    const { errors } = await expectProblem(response, 'request_must_be_valid');
    expect(errors).toMatchObject([{ code, pointer: '/next' }]);
  });

  it('is not changed by who does not know it, however often they try', async () => {
    const person = await asks.ownPerson('quinn');
    const guess = () =>
      asks.post(paths.sessionPassword, { current: 'a guess', next: 'something longer' }, person.headers);
    for (let count = 0; count < 5; count += 1) await expectProblem(await guess(), 'current_password_must_match');
    await expectProblem(await guess(), 'sign_in_must_wait');
  });
});

describe('secrets', () => {
  it('are in no table and in no line of the log', async () => {
    const { cookie } = await asks.ownPerson('ruth');
    const token = cookie.split('=')[1] ?? '';
    const tables = await app.dataSource.query<{ name: string }[]>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['person', 'session', 'audit_entry']));
    let text = app.logged.join('');
    for (const { name } of tables) {
      text += JSON.stringify(await app.dataSource.query(`select to_jsonb(each) as row from "${name}" each`));
    }
    expect(text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    for (const secret of [token, OWN_PASSWORD, DEMO_PASSWORD, app.key, app.key.split('_').slice(2).join('_')]) {
      expect(secret.length).toBeGreaterThan(10);
      expect(text).not.toContain(secret);
    }
  });
});

describe('rates', () => {
  it('bound how often one address sends a password, and say so', async () => {
    const own = await startApp({ content: 'empty' });
    const statuses = new Map<number, number>();
    let last = new Response();
    for (let count = 0; count < 31; count += 1) {
      last = await fetch(own.url + paths.session, posted({ login: `guess-${String(count)}`, password: 'a guess' }));
      statuses.set(last.status, (statuses.get(last.status) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([
      [401, 30],
      [429, 1],
    ]);
    expect(last.headers.get('ratelimit-limit')).toBe('30');
    expect(last.headers.get('ratelimit-remaining')).toBe('0');
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    await expectProblem(last, 'rate_must_be_kept');
    await own.stop();
  });

  it('bound how often one key asks for anything but evaluations', async () => {
    const own = await startApp({ content: 'empty' });
    const headers = { authorization: `Bearer ${own.key}`, host: '127.0.0.1' };
    const ask = (url: string) => own.server.inject({ url, headers });
    for (let count = 0; count < 1200; count += 1) await ask(`${paths.policies}/none`);
    expect((await ask(paths.policies)).statusCode).toBe(429);
    expect((await ask(paths.kinds)).statusCode).toBe(429);
    expect((await ask(paths.health)).statusCode).toBe(200);
    const { statusCode } = await own.server.inject({ method: 'POST', url: paths.evaluations, headers, payload: {} });
    expect(statusCode).toBe(422);
    await own.stop();
  });
});

describe('a demonstration', () => {
  it('answers to names of this machine only, so that a page of another site learns nothing', async () => {
    for (const url of [paths.session, paths.policies, paths.health, '/']) {
      const response = await app.server.inject({ url, headers: { host: 'evil.example:3000' } });
      expect(response.json<{ code: string }>().code).toBe('host_must_be_loopback');
    }
    for (const host of ['localhost:3000', '127.0.0.1', '[::1]:3000']) {
      expect((await app.server.inject({ url: paths.session, headers: { host } })).statusCode).toBe(200);
    }
  });

  it('is over with its people and their sessions once DEMO is off', async () => {
    const { cookie } = await asks.fresh('ada');
    const real = await startApp({ beside: app, access: { isDemo: false }, clock: () => now });
    expect((await fetch(real.url + paths.directory, { headers: { cookie } })).status).toBe(401);
    const body = posted({ login: 'ada', password: DEMO_PASSWORD });
    await expectProblem(await fetch(real.url + paths.session, body), 'credentials_must_match');
    const { demo } = (await (await fetch(real.url + paths.session)).json()) as { demo: unknown };
    expect(demo).toBeNull();
    await real.stop();
  });
});

describe('over https', () => {
  it('the cookie is for this host alone, and pages are of the public address', async () => {
    const access = { publicUrl: 'https://backstop.example' };
    const own = await startApp({ content: 'empty', access });
    const headers = { host: '127.0.0.1', origin: 'https://backstop.example' };
    const payload = { login: 'ada', password: DEMO_PASSWORD };
    const response = await own.server.inject({ method: 'POST', url: paths.session, payload, headers });
    const [cookie = ''] = String(response.headers['set-cookie']).split(';');
    expect(cookie).toMatch(/^__Host-backstop=[\w-]{43}$/);
    expect(String(response.headers['set-cookie'])).toContain('; Secure');
    const token = response.json<{ csrfToken: string }>().csrfToken;
    const out = { method: 'DELETE', url: paths.session } as const;
    const ours = { ...headers, cookie, 'x-csrf-token': token };
    expect((await own.server.inject({ ...out, headers: { ...ours, origin: 'http://127.0.0.1' } })).statusCode).toBe(
      403,
    );
    expect((await own.server.inject({ ...out, headers: ours })).statusCode).toBe(204);
    await own.stop();
  });
});
