import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { paths, sessionResource } from '@backstop/contracts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '@backstop/api/access/demo-people';
import { expectProblem } from '../support/expect-problem.ts';
import { signedIn, signIn, type SignedIn } from '../support/sign-in.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let app: TestApp;
let now = Date.parse('2030-01-01T00:00:00Z');

beforeAll(async () => {
  app = await startApp({ content: 'empty', clock: () => now });
});

afterAll(() => app.stop());

// Attempts and sessions of one test are over in the next.
beforeEach(() => {
  now += 48 * HOUR;
});

function trySignIn(body: object, headers: Record<string, string> = {}): Promise<Response> {
  // An address of its own for each, so that tests do not use up one another's rate.
  return inject(paths.session, body, headers);
}

let addresses = 0;

async function inject(url: string, payload: object, headers: Record<string, string> = {}): Promise<Response> {
  addresses += 1;
  const response = await app.server.inject({
    method: 'POST',
    url,
    payload,
    headers: { host: new URL(app.url).host, ...headers },
    remoteAddress: `10.0.${String(addresses >> 8)}.${String(addresses & 255)}`,
  });
  const answer = new Headers();
  for (const [name, value] of Object.entries(response.headers)) answer.set(name, String(value));
  return new Response(response.payload, { status: response.statusCode, headers: answer });
}

/** Signs somebody in who is not signed in yet, or once more. */
async function fresh(login: string, password = DEMO_PASSWORD): Promise<SignedIn> {
  return signedIn(app.url, await trySignIn({ login, password }));
}

/** A person who is not of the demonstration, signed in with a password of their own. */
async function ownPerson(login: string): Promise<SignedIn> {
  const admin = await fresh('mina');
  const made = await admin.fetch(paths.people, posted({ login, name: login, roles: ['viewer'] }));
  const { oneTimePassword } = (await made.json()) as { oneTimePassword: string };
  const first = await fresh(login, oneTimePassword);
  const changed = await inject(paths.sessionPassword, { current: oneTimePassword, next: OWN }, first.headers);
  return signedIn(app.url, changed);
}

const OWN = 'a password of my own';

function posted(body: object): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function isSignedIn({ cookie }: Pick<SignedIn, 'cookie'>): Promise<boolean> {
  const { status } = await fetch(app.url + paths.directory, { headers: { cookie } });
  expect([200, 401]).toContain(status);
  return status === 200;
}

describe('signing in', () => {
  it('tells who can, as long as it is a demonstration', async () => {
    const session = sessionResource.parse(await (await fetch(app.url + paths.session)).json());
    expect(session).toMatchObject({ person: null, csrfToken: null, oidc: null });
    expect(session.demo?.people.map(({ login }) => login)).toEqual(DEMO_PEOPLE.map(({ login }) => login));
    for (const { login, password } of session.demo?.people ?? []) {
      expect((await trySignIn({ login, password })).status).toBe(200);
    }
  });

  it('gives a cookie that no script reads and no other site sends along', async () => {
    const response = await trySignIn({ login: 'ada', password: DEMO_PASSWORD });
    expect(response.headers.get('set-cookie')).toMatch(
      /^backstop=[\w-]{43}; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('takes the login in any case', async () => {
    expect((await fresh('ADA')).person.login).toBe('ada');
  });

  it('answers a wrong password and an unknown login alike', async () => {
    const wrong = await trySignIn({ login: 'ada', password: 'not the password' });
    const unknown = await trySignIn({ login: 'nobody', password: 'not the password' });
    expect(wrong.headers.get('www-authenticate')).toBe('Bearer realm="backstop"');
    const told = await expectProblem(wrong, 'credentials_must_match');
    expect({ ...(await expectProblem(unknown, 'credentials_must_match')), requestId: '' }).toEqual({
      ...told,
      requestId: '',
    });
  });

  it('names what is missing of a request', async () => {
    const { errors } = await expectProblem(await trySignIn({ login: 'ada\u0000' }), 'request_must_be_valid');
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/login', '/password']);
  });

  it('is refused to a page of another site', async () => {
    const body = { login: 'ada', password: DEMO_PASSWORD };
    await expectProblem(await trySignIn(body, { origin: 'https://evil.example' }), 'origin_must_be_ours');
    await expectProblem(await trySignIn(body, { 'sec-fetch-site': 'cross-site' }), 'origin_must_be_ours');
    expect((await trySignIn(body, { origin: app.url, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it('replaces the session that the browser had', async () => {
    const first = await fresh('ada');
    const response = await trySignIn({ login: 'vera', password: DEMO_PASSWORD }, { cookie: first.cookie });
    const second = await signedIn(app.url, response);
    expect([await isSignedIn(first), await isSignedIn(second)]).toEqual([false, true]);
    expect(second.cookie).not.toBe(first.cookie);
  });
});

describe('five failures', () => {
  it.each(['vera', 'nobody'])('lock a login for a quarter of an hour, %s too', async (login) => {
    for (let count = 0; count < 5; count += 1) {
      await expectProblem(await trySignIn({ login, password: 'a guess' }), 'credentials_must_match');
    }
    now += MINUTE;
    const locked = await trySignIn({ login, password: DEMO_PASSWORD });
    expect(locked.headers.get('retry-after')).toBe(String(14 * 60));
    await expectProblem(locked, 'sign_in_must_wait');
    now += 14 * MINUTE;
    const after = await trySignIn({ login, password: DEMO_PASSWORD });
    expect(after.status).toBe(login === 'vera' ? 200 : 401);
  });

  it('at the same time are no more guesses than one after another', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => trySignIn({ login: 'otto', password: 'a guess' })),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it('are forgotten by a success', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 4; count += 1) await trySignIn({ login: 'piet', password: 'a guess' });
      expect((await trySignIn({ login: 'piet', password: DEMO_PASSWORD })).status).toBe(200);
    }
  });

  it('are told to the audit, each of them and the lock, as long as the login is somebody’s', async () => {
    for (let count = 0; count < 9; count += 1) {
      await trySignIn({ login: 'emma', password: 'a guess' });
      await trySignIn({ login: 'no-such-person', password: 'a guess' });
    }
    const rows = await app.dataSource.query<{ body: string }[]>(
      `select body from audit_entry where act = 'session.refused' and at >= $1 order by sequence`,
      [new Date(now)],
    );
    const locked = rows.map(({ body }) => (JSON.parse(body) as { details: { locked: boolean } }).details.locked);
    expect(locked).toEqual([false, false, false, false, true]);
  });
});

describe('a session', () => {
  it('ends after eight hours without use', async () => {
    const used = await fresh('ada');
    const idle = await fresh('vera');
    for (let hours = 0; hours < 8; hours += 4) {
      now += 4 * HOUR - 1000;
      expect(await isSignedIn(used)).toBe(true);
      // The use is written beside the request.
      await expect.poll(() => lastSeen()).toBe(now);
    }
    now += 3000;
    expect([await isSignedIn(used), await isSignedIn(idle)]).toEqual([true, false]);
  });

  it('ends after a day, however much it is used', async () => {
    const person = await fresh('ada');
    for (let hours = 0; hours < 24; hours += 6) {
      expect(await isSignedIn(person)).toBe(true);
      now += 6 * HOUR;
    }
    expect(await isSignedIn(person)).toBe(false);
    const { person: nobody } = (await (await fetch(app.url + paths.session, { headers: person.headers })).json()) as {
      person: unknown;
    };
    expect(nobody).toBeNull();
  });

  it('ends with signing out, and the cookie with it', async () => {
    const person = await fresh('ada');
    const response = await person.fetch(paths.session, { method: 'DELETE' });
    expect(response.status).toBe(204);
    expect(response.headers.get('set-cookie')).toMatch(/^backstop=; Max-Age=0; /);
    expect(await isSignedIn(person)).toBe(false);
  });

  it('is not what a token is that was never given', async () => {
    expect(await isSignedIn({ cookie: `backstop=${'A'.repeat(43)}` })).toBe(false);
    expect(await isSignedIn({ cookie: 'backstop=short' })).toBe(false);
  });

  it('does not stand in for a key that is wrong', async () => {
    const { headers } = await fresh('ada');
    const response = await fetch(app.url + paths.directory, { headers: { ...headers, authorization: 'Bearer wrong' } });
    expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"');
    await expectProblem(response, 'authentication_required');
  });

  async function lastSeen(): Promise<number> {
    const [row] = await app.dataSource.query<{ at: Date }[]>('select max(last_seen_at) as at from session');
    return row?.at.getTime() ?? 0;
  }
});

describe('what writes by a cookie', () => {
  const change = (headers: Record<string, string>): Promise<Response> =>
    inject(paths.sessionPassword, { current: 'x', next: 'something longer' }, headers);

  it('carries the token of its session', async () => {
    const { headers, cookie } = await fresh('ada');
    const other = await fresh('ada');
    const { origin = '' } = headers;
    await expectProblem(await change({ cookie, origin }), 'csrf_token_must_match');
    await expectProblem(await change({ cookie, origin, 'x-csrf-token': 'wrong' }), 'csrf_token_must_match');
    await expectProblem(await change({ ...other.headers, cookie }), 'csrf_token_must_match');
    await expectProblem(await change(headers), 'demo_person_must_keep_password');
  });

  it('comes from a page of ours, and says so', async () => {
    const { headers } = await fresh('ada');
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
    const here = await ownPerson('nora');
    const there = await fresh('nora', OWN);
    const response = await inject(paths.sessionPassword, { current: OWN, next: 'yet another of mine' }, here.headers);
    const next = await signedIn(app.url, response);
    expect(await Promise.all([here, there, next].map(isSignedIn))).toEqual([false, false, true]);
    await expectProblem(await trySignIn({ login: 'nora', password: OWN }), 'credentials_must_match');
    expect((await fresh('nora', 'yet another of mine')).person.mustChangePassword).toBe(false);
  });

  it('that is for one time must be changed before anything else is granted', async () => {
    const admin = await fresh('mina');
    const made = await admin.fetch(paths.people, posted({ login: 'otis', name: 'Otis', roles: ['viewer'] }));
    const { oneTimePassword } = (await made.json()) as { oneTimePassword: string };
    const person = await fresh('otis', oneTimePassword);
    expect(person.person).toMatchObject({ mustChangePassword: true, permissions: [] });
    await expectProblem(await person.fetch(paths.policies), 'password_must_be_changed');
    await expectProblem(await person.fetch(paths.directory), 'password_must_be_changed');
    const changed = await inject(paths.sessionPassword, { current: oneTimePassword, next: OWN }, person.headers);
    const now = await signedIn(app.url, changed);
    expect(now.person.mustChangePassword).toBe(false);
    expect(now.person.permissions).toContain('policy:read');
    expect(await isSignedIn(now)).toBe(true);
  });

  it.each([
    ['short', 'too_short'],
    ['my login is penny', 'password_must_not_hold_login'],
    [OWN, 'password_must_be_new'],
  ])('%j is refused', async (next, code) => {
    const login = `penny`;
    const person = await fresh(login, OWN).catch(() => ownPerson(login));
    const response = await inject(paths.sessionPassword, { current: OWN, next }, person.headers);
    const { errors } = await expectProblem(response, 'request_must_be_valid');
    expect(errors).toMatchObject([{ code, pointer: '/next' }]);
  });

  it('is not changed by who does not know it, however often they try', async () => {
    const person = await ownPerson('quinn');
    const guess = () => inject(paths.sessionPassword, { current: 'a guess', next: 'something longer' }, person.headers);
    for (let count = 0; count < 5; count += 1) await expectProblem(await guess(), 'current_password_must_match');
    await expectProblem(await guess(), 'sign_in_must_wait');
  });
});

describe('secrets', () => {
  it('are in no table and in no line of the log', async () => {
    const { cookie } = await ownPerson('ruth');
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
    for (const secret of [token, OWN, DEMO_PASSWORD, app.key, app.key.split('_')[2] ?? '']) {
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
    const { cookie } = await fresh('ada');
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

describe('signIn of the tests', () => {
  it('is the sign-in of a browser', async () => {
    expect((await signIn(app.url, 'ada')).person.roles).toEqual(['author']);
  });
});
