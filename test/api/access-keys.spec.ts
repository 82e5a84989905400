import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiKeyResource, newApiKeyResource, pathOf, paths, type NewApiKeyResource } from '@backstop/contracts';
import { VerifierService } from '@backstop/api/access/verifier.service';
import { formatInstant } from '@backstop/core/venue';
import { expectProblem } from '../support/expect-problem.ts';
import { silentSession } from '../support/silent-session.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const DAY = 24 * 3_600_000;

let app: TestApp;
let admin: Awaited<ReturnType<typeof silentSession>>;
let now = Date.parse('2030-01-01T00:00:00Z');

beforeAll(async () => {
  app = await startApp({ content: 'empty', clock: () => now });
  admin = await app.signInAs('admin');
});

afterAll(() => app.stop());

function posted(body: object, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

async function make(days = 30): Promise<NewApiKeyResource & { readonly secret: string }> {
  const expiresAt = formatInstant(now + days * DAY);
  const response = await admin.fetch(paths.apiKeys, posted({ name: 'Engine', scopes: ['policy:read'], expiresAt }));
  expect(response.status).toBe(201);
  const made = newApiKeyResource.parse(await response.json());
  return { ...made, secret: made.secret ?? '' };
}

async function opens(secret: string, at: TestApp = app): Promise<boolean> {
  const { status } = await fetch(at.url + paths.kinds, { headers: { authorization: `Bearer ${secret}` } });
  expect([200, 401]).toContain(status);
  return status === 200;
}

describe('an API key', () => {
  it('is shown once, and not even its owner sees the secret again', async () => {
    const { key, secret } = await make();
    expect(secret).toMatch(/^bsk_[0-9a-f]{16}_[\w-]{43}$/);
    const list = await (await admin.fetch(`${paths.apiKeys}?limit=1000`)).text();
    const one = await (await admin.fetch(pathOf(paths.apiKey, { id: key.id }))).text();
    expect(apiKeyResource.parse(JSON.parse(one))).toEqual(key);
    for (const text of [list, one]) expect(text).not.toContain(secret.split('_').slice(2).join('_'));
    const [row] = await app.dataSource.query<object[]>('select * from api_key where id = $1', [key.id]);
    expect(JSON.stringify(row)).not.toContain(secret.split('_').slice(2).join('_'));
  });

  it('is made once for an Idempotency-Key, and its secret is not told again', async () => {
    const body = { name: 'Once', scopes: ['evaluate'], expiresAt: formatInstant(now + DAY) };
    const first = await admin.fetch(paths.apiKeys, posted(body, { 'idempotency-key': 'once' }));
    const again = await admin.fetch(paths.apiKeys, posted(body, { 'idempotency-key': 'once' }));
    const [made, told] = [await first.json(), await again.json()] as NewApiKeyResource[];
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(told).toEqual({ key: made?.key, secret: null });
  });

  it('opens what it says, until it ends', async () => {
    const { key, secret } = await make(30);
    expect(await opens(secret)).toBe(true);
    expect(await opens(`${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`)).toBe(false);
    now += 30 * DAY - 1;
    expect(await opens(secret)).toBe(true);
    now += 1;
    expect(await opens(secret)).toBe(false);
    admin = await silentSessionNow();
    expect(await statusOf(key.id)).toBe('expired');
    await expectProblem(await rotate(key.id, 0), 'api_key_must_be_active');
  });

  it('says when it was last used, to the minute', async () => {
    const { key, secret } = await make();
    const usedAt = now;
    await opens(secret);
    now += 30_000;
    await opens(secret);
    await expect.poll(() => lastUsed(key.id)).toBe(formatInstant(usedAt));
    now += 30_000;
    await opens(secret);
    await expect.poll(() => lastUsed(key.id)).toBe(formatInstant(now));
  });

  it.each([0, -1, 401])('does not live for %s days', async (days) => {
    const body = { name: 'Engine', scopes: ['evaluate'], expiresAt: formatInstant(now + days * DAY) };
    const { errors } = await expectProblem(await admin.fetch(paths.apiKeys, posted(body)), 'request_must_be_valid');
    expect(errors).toMatchObject([{ code: 'out_of_range', pointer: '/expiresAt' }]);
  });

  it('has known scopes, each once, and at least one', async () => {
    for (const scopes of [[], ['evaluate', 'evaluate'], ['people:manage']]) {
      const body = { name: 'Engine', scopes, expiresAt: formatInstant(now + DAY) };
      await expectProblem(await admin.fetch(paths.apiKeys, posted(body)), 'request_must_be_valid');
    }
  });

  it('that does not exist is said so', async () => {
    for (const id of ['none', '0123456789abcdef']) {
      await expectProblem(await admin.fetch(pathOf(paths.apiKey, { id })), 'api_key_not_found');
    }
  });
});

describe('rotation', () => {
  it('gives another secret, and lets the old one work for the overlap', async () => {
    const { key, secret } = await make();
    const next = newApiKeyResource.parse(await (await rotate(key.id, 3600)).json());
    expect(next.key.overlapUntil).toBe(formatInstant(now + 3_600_000));
    expect([await opens(secret), await opens(next.secret ?? '')]).toEqual([true, true]);
    now += 3_600_000;
    expect([await opens(secret), await opens(next.secret ?? '')]).toEqual([false, true]);
  });

  it('without an overlap ends the old secret at once, and twice ends the first', async () => {
    const { key, secret } = await make();
    const second = newApiKeyResource.parse(await (await rotate(key.id, 3600)).json()).secret ?? '';
    const third = newApiKeyResource.parse(await (await rotate(key.id, 3600)).json()).secret ?? '';
    expect([await opens(secret), await opens(second), await opens(third)]).toEqual([false, true, true]);
    const fourth = newApiKeyResource.parse(await (await rotate(key.id, 0)).json()).secret ?? '';
    expect([await opens(third), await opens(fourth)]).toEqual([false, true]);
  });

  it('overlaps for a day at most', async () => {
    const { key } = await make();
    await expectProblem(await rotate(key.id, 86_401), 'request_must_be_valid');
  });
});

describe('revocation', () => {
  it('holds at once where it is asked for, and in every process within two seconds', async () => {
    const other = await startApp({ beside: app, clock: () => now });
    const { key, secret } = await make();
    expect([await opens(secret), await opens(secret, other)]).toEqual([true, true]);
    const response = await admin.fetch(pathOf(paths.apiKey, { id: key.id }), { method: 'DELETE' });
    const revokedAt = performance.now();
    expect(response.status).toBe(204);
    expect(await opens(secret)).toBe(false);
    // What counts is when it was asked: a busy machine may answer later.
    for (let askedAt = revokedAt; await opens(secret, other); askedAt = performance.now()) {
      expect(askedAt - revokedAt).toBeLessThan(2000);
    }
    expect(await statusOf(key.id)).toBe('revoked');
    const again = await admin.fetch(pathOf(paths.apiKey, { id: key.id }), { method: 'DELETE' });
    expect(again.status).toBe(204);
    await other.stop();
  });

  it('and everything else about keys is told to the audit, without a secret', async () => {
    const { key, secret } = await make();
    await rotate(key.id, 0);
    await admin.fetch(pathOf(paths.apiKey, { id: key.id }), { method: 'DELETE' });
    const rows = await app.dataSource.query<{ act: string; body: string }[]>(
      'select act, body from audit_entry where subject = $1 order by sequence',
      [`key:${key.id}`],
    );
    expect(rows.map(({ act }) => act)).toEqual(['key.created', 'key.rotated', 'key.revoked']);
    expect(JSON.stringify(rows)).not.toContain(secret.split('_').slice(2).join('_'));
  });
});

describe('asking whose a key is', () => {
  it('takes the database once for all who ask within a second', async () => {
    const { secret } = await make();
    const verifier = app.nest.get(VerifierService);
    const first = verifier.key(secret);
    expect(first).toBeInstanceOf(Promise);
    await first;
    expect(verifier.key(secret)).toMatchObject({ kind: 'key', scopes: ['policy:read'] });
    verifier.forget();
    const again = verifier.key(secret);
    expect(again).toBeInstanceOf(Promise);
    await again;
  });
});

function rotate(id: string, overlapSeconds: number): Promise<Response> {
  return admin.fetch(pathOf(paths.apiKeyRotate, { id }), posted({ overlapSeconds }));
}

async function one(id: string) {
  return apiKeyResource.parse(await (await admin.fetch(pathOf(paths.apiKey, { id }))).json());
}

async function statusOf(id: string): Promise<string> {
  return (await one(id)).status;
}

async function lastUsed(id: string): Promise<string | null> {
  return (await one(id)).lastUsedAt;
}

/** The one of before has ended with the time that has passed. */
function silentSessionNow(): ReturnType<typeof silentSession> {
  return silentSession(app, 'admin', now);
}
