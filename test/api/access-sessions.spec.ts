import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { paths, sessionResource } from '@backstop/contracts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '@backstop/api/access/demo-people';
import { expectProblem } from '../support/expect-problem.ts';
import { sessionAsks, type SessionAsks } from '../support/session-asks.ts';
import { signedIn } from '../support/sign-in.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

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

describe('signing in', () => {
  it('tells who can, as long as it is a demonstration', async () => {
    const session = sessionResource.parse(await (await fetch(app.url + paths.session)).json());
    expect(session).toMatchObject({ person: null, csrfToken: null, oidc: null });
    expect(session.demo?.people.map(({ login }) => login)).toEqual(DEMO_PEOPLE.map(({ login }) => login));
    for (const { login, password } of session.demo?.people ?? []) {
      expect((await asks.trySignIn({ login, password })).status).toBe(200);
    }
  });

  it('gives a cookie that no script reads and no other site sends along', async () => {
    const response = await asks.trySignIn({ login: 'ada', password: DEMO_PASSWORD });
    expect(response.headers.get('set-cookie')).toMatch(
      /^backstop=[\w-]{43}; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('takes the login in any case', async () => {
    expect((await asks.fresh('ADA')).person.login).toBe('ada');
  });

  it('answers a wrong password and an unknown login alike', async () => {
    const wrong = await asks.trySignIn({ login: 'ada', password: 'not the password' });
    const unknown = await asks.trySignIn({ login: 'nobody', password: 'not the password' });
    expect(wrong.headers.get('www-authenticate')).toBe('Bearer realm="backstop"');
    const told = await expectProblem(wrong, 'credentials_must_match');
    expect({ ...(await expectProblem(unknown, 'credentials_must_match')), requestId: '' }).toEqual({
      ...told,
      requestId: '',
    });
  });

  it('names what is missing of a request', async () => {
    const { errors } = await expectProblem(await asks.trySignIn({ login: 'ada\u0000' }), 'request_must_be_valid');
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/login', '/password']);
  });

  it('is refused to a page of another site', async () => {
    const body = { login: 'ada', password: DEMO_PASSWORD };
    await expectProblem(await asks.trySignIn(body, { origin: 'https://evil.example' }), 'origin_must_be_ours');
    await expectProblem(await asks.trySignIn(body, { 'sec-fetch-site': 'cross-site' }), 'origin_must_be_ours');
    expect((await asks.trySignIn(body, { origin: app.url, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it('replaces the session that the browser had', async () => {
    const first = await asks.fresh('ada');
    const response = await asks.trySignIn({ login: 'vera', password: DEMO_PASSWORD }, { cookie: first.cookie });
    const second = await signedIn(app.url, response);
    expect([await asks.isSignedIn(first), await asks.isSignedIn(second)]).toEqual([false, true]);
    expect(second.cookie).not.toBe(first.cookie);
  });
});

describe('five failures', () => {
  it.each(['vera', 'nobody'])('lock a login for a quarter of an hour, %s too', async (login) => {
    for (let count = 0; count < 5; count += 1) {
      await expectProblem(await asks.trySignIn({ login, password: 'a guess' }), 'credentials_must_match');
    }
    now += MINUTE;
    const locked = await asks.trySignIn({ login, password: DEMO_PASSWORD });
    expect(locked.headers.get('retry-after')).toBe(String(14 * 60));
    await expectProblem(locked, 'sign_in_must_wait');
    now += 14 * MINUTE;
    const after = await asks.trySignIn({ login, password: DEMO_PASSWORD });
    expect(after.status).toBe(login === 'vera' ? 200 : 401);
  });

  it('at the same time are no more guesses than one after another', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => asks.trySignIn({ login: 'otto', password: 'a guess' })),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it('are forgotten by a success', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 4; count += 1) await asks.trySignIn({ login: 'piet', password: 'a guess' });
      expect((await asks.trySignIn({ login: 'piet', password: DEMO_PASSWORD })).status).toBe(200);
    }
  });

  it('are told to the audit, each of them and the lock, as long as the login is somebody’s', async () => {
    for (let count = 0; count < 9; count += 1) {
      await asks.trySignIn({ login: 'emma', password: 'a guess' });
      await asks.trySignIn({ login: 'no-such-person', password: 'a guess' });
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
    const used = await asks.fresh('ada');
    const idle = await asks.fresh('vera');
    for (let hours = 0; hours < 8; hours += 4) {
      now += 4 * HOUR - 1000;
      expect(await asks.isSignedIn(used)).toBe(true);
      // The use is written beside the request.
      await expect.poll(() => lastSeen()).toBe(now);
    }
    now += 3000;
    expect([await asks.isSignedIn(used), await asks.isSignedIn(idle)]).toEqual([true, false]);
  });

  it('ends after a day, however much it is used', async () => {
    const person = await asks.fresh('ada');
    for (let hours = 0; hours < 24; hours += 6) {
      expect(await asks.isSignedIn(person)).toBe(true);
      now += 6 * HOUR;
    }
    expect(await asks.isSignedIn(person)).toBe(false);
    const { person: nobody } = (await (await fetch(app.url + paths.session, { headers: person.headers })).json()) as {
      person: unknown;
    };
    expect(nobody).toBeNull();
  });

  it('ends with signing out, and the cookie with it', async () => {
    const person = await asks.fresh('ada');
    const response = await person.fetch(paths.session, { method: 'DELETE' });
    expect(response.status).toBe(204);
    expect(response.headers.get('set-cookie')).toMatch(/^backstop=; Max-Age=0; /);
    expect(await asks.isSignedIn(person)).toBe(false);
  });

  it('is not what a token is that was never given', async () => {
    expect(await asks.isSignedIn({ cookie: `backstop=${'A'.repeat(43)}` })).toBe(false);
    expect(await asks.isSignedIn({ cookie: 'backstop=short' })).toBe(false);
  });

  it('does not stand in for a key that is wrong', async () => {
    const { headers } = await asks.fresh('ada');
    const response = await fetch(app.url + paths.directory, { headers: { ...headers, authorization: 'Bearer wrong' } });
    expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"');
    await expectProblem(response, 'authentication_required');
  });

  async function lastSeen(): Promise<number> {
    const [row] = await app.dataSource.query<{ at: Date }[]>('select max(last_seen_at) as at from session');
    return row?.at.getTime() ?? 0;
  }
});
