import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  directoryEntry,
  newPersonResource,
  pathOf,
  paths,
  personResource,
  type PersonResource,
} from '@backstop/contracts';
import { expectProblem } from '../support/expect-problem.ts';
import { signedIn, signIn, type SignedIn } from '../support/sign-in.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;
let admin: SignedIn;

beforeAll(async () => {
  app = await startApp({ content: 'empty' });
  admin = await app.signInAs('admin');
});

afterAll(() => app.stop());

function posted(body: object, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

let count = 0;

async function make(...roles: PersonResource['roles']): Promise<PersonResource> {
  count += 1;
  const login = `person-${String(count)}`;
  const response = await admin.fetch(paths.people, posted({ login, name: `Person ${String(count)}`, roles }));
  expect(response.status).toBe(201);
  return newPersonResource.parse(await response.json()).person;
}

async function edit(id: string, body: object, by: SignedIn = admin): Promise<Response> {
  const path = pathOf(paths.person, { id });
  const tag = (await by.fetch(path)).headers.get('etag') ?? '';
  const headers = { 'content-type': 'application/json', 'if-match': tag };
  return by.fetch(path, { method: 'PATCH', headers, body: JSON.stringify(body) });
}

describe('people', () => {
  it('are made with a one-time password that is shown once', async () => {
    const body = posted({ login: 'grace', name: 'Grace', roles: ['author'] }, { 'idempotency-key': 'grace' });
    const first = newPersonResource.parse(await (await admin.fetch(paths.people, body)).json());
    expect(first.oneTimePassword).toMatch(/^[a-z2-9]{5}(?:-[a-z2-9]{5}){3}$/);
    expect(first.person).toMatchObject({ origin: 'local', mustChangePassword: true, disabled: false, demo: false });
    const again = newPersonResource.parse(await (await admin.fetch(paths.people, body)).json());
    expect(again).toEqual({ person: first.person, oneTimePassword: null });
    const other = posted({ login: 'grace', name: 'Another', roles: [] });
    await expectProblem(await admin.fetch(paths.people, other), 'login_must_be_unique');
  });

  it.each([
    { login: 'Grace', name: 'Grace', roles: [] },
    { login: 'g', name: '', roles: [] },
    { login: 'g', name: 'G', roles: ['owner'] },
    { login: 'g', name: 'G', roles: ['author', 'author'] },
    { login: 'g', name: 'G\u0000', roles: [] },
  ])('are refused as %j', async (body) => {
    await expectProblem(await admin.fetch(paths.people, posted(body)), 'request_must_be_valid');
  });

  it('are listed a page at a time, and found by name, role and end', async () => {
    const ended = await make('viewer', 'auditor');
    await edit(ended.id, { disabled: true });
    const list = async (query: string) => {
      const response = await admin.fetch(`${paths.people}?${query}`);
      const rows = personResource.array().parse(await response.json());
      return { rows, range: response.headers.get('content-range') };
    };
    const { rows, range } = await list('limit=1000&sort=login&order=desc');
    expect(range).toBe(`people 0-${String(rows.length - 1)}/${String(rows.length)}`);
    const logins = rows.map(({ login }) => login ?? '');
    expect(logins).toEqual([...logins].sort().reverse());
    expect((await list(`offset=2&limit=3&sort=login&order=desc`)).rows).toEqual(rows.slice(2, 5));
    expect((await list('offset=900')).range).toBe(`people */${String(rows.length)}`);
    expect((await list('q=MINA')).rows.map(({ login }) => login)).toEqual(['mina']);
    expect((await list('q=%25')).rows).toEqual([]);
    expect((await list('role=auditor&disabled=true')).rows.map(({ id }) => id)).toEqual([ended.id]);
    await expectProblem(await admin.fetch(`${paths.people}?sort=password_hash`), 'query_must_be_valid');
    await expectProblem(await admin.fetch(`${paths.people}?q=%00`), 'query_must_be_valid');
  });

  it('are edited on what was read, or not at all', async () => {
    const { id } = await make('viewer');
    const path = pathOf(paths.person, { id });
    const patch = (headers: Record<string, string>) =>
      admin.fetch(path, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ name: 'Renamed' }),
      });
    await expectProblem(await patch({}), 'if_match_required');
    const tag = (await admin.fetch(path)).headers.get('etag') ?? '';
    const changed = await patch({ 'if-match': tag });
    expect(personResource.parse(await changed.json())).toMatchObject({
      name: 'Renamed',
      roles: ['viewer'],
      version: 2,
    });
    await expectProblem(await patch({ 'if-match': tag }), 'if_match_must_be_current');
  });

  it('who are not there are said so', async () => {
    for (const id of ['none', '00000000-0000-4000-8000-000000000000']) {
      await expectProblem(await admin.fetch(pathOf(paths.person, { id })), 'person_not_found');
    }
  });

  it('lose at once what an edit takes from them, and are signed out once they are disabled', async () => {
    const vera = await app.signInAs('viewer');
    expect((await vera.fetch(paths.kinds)).status).toBe(200);
    await edit(vera.person.id, { roles: [] });
    await expectProblem(await vera.fetch(paths.kinds), 'permission_denied');
    await edit(vera.person.id, { roles: ['viewer'] });
    expect((await vera.fetch(paths.kinds)).status).toBe(200);
    await edit(vera.person.id, { disabled: true });
    await expectProblem(await vera.fetch(paths.kinds), 'authentication_required');
    await edit(vera.person.id, { disabled: false });
    await expectProblem(await vera.fetch(paths.kinds), 'authentication_required');
  });

  it('never change their own roles, nor end themselves', async () => {
    const { id } = admin.person;
    await expectProblem(await edit(id, { roles: ['admin', 'author'] }), 'own_roles_must_not_be_edited');
    await expectProblem(await edit(id, { disabled: true }), 'own_roles_must_not_be_edited');
    expect((await edit(id, { name: 'Mina' })).status).toBe(200);
  });

  it('get a new one-time password, which ends their sessions; those of the demonstration do not', async () => {
    const { id } = await make('viewer');
    const path = pathOf(paths.personResetPassword, { id });
    const { oneTimePassword, person } = newPersonResource.parse(
      await (await admin.fetch(path, { method: 'POST' })).json(),
    );
    expect(oneTimePassword).not.toBeNull();
    expect(person.version).toBe(2);
    const demo = pathOf(paths.personResetPassword, { id: admin.person.id });
    await expectProblem(await admin.fetch(demo, { method: 'POST' }), 'demo_person_must_keep_password');
  });
});

describe('the last admin', () => {
  it('remains, also where two take the role from each other at the same time', async () => {
    const own = await startApp({ content: 'empty' });
    const mina = await own.signInAs('admin');
    const made = await mina.fetch(paths.people, posted({ login: 'second', name: 'Second', roles: ['admin'] }));
    const { person, oneTimePassword } = newPersonResource.parse(await made.json());
    const second = await signInWith(own, 'second', oneTimePassword ?? '');
    const answers = await Promise.all([
      edit(person.id, { roles: [] }, mina),
      edit(mina.person.id, { disabled: true }, second),
    ]);
    const rows = await own.dataSource.query<unknown[]>(
      `select id from person where 'admin' = any (roles) and disabled_at is null`,
    );
    expect(rows).toHaveLength(1);
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    await own.stop();
  });

  it('is not taken away by who has lost the right after the guard let them in: the rule itself', async () => {
    const { id } = await make('admin');
    const runner = app.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('select id from person where id = $1 for update', [id]);
    const answer = edit(id, { roles: [] });
    await untilLocked();
    // The only other one, of the demonstration, no longer counts.
    await runner.query(`update person set disabled_at = now() where 'admin' = any (roles) and id <> $1`, [id]);
    await runner.commitTransaction();
    await runner.release();
    await expectProblem(await answer, 'last_admin_must_remain');
    await app.dataSource.query(`update person set disabled_at = null where 'admin' = any (roles)`);
  });
});

describe('the directory', () => {
  it('names people to whoever is signed in, and to no key', async () => {
    const author = await app.signInAs('author');
    const response = await author.fetch(`${paths.directory}?ids=${author.person.id},${admin.person.id}`);
    const rows = directoryEntry
      .strict()
      .array()
      .parse(await response.json());
    expect(rows.map(({ login }) => login)).toEqual(['ada', 'mina']);
    const approvers = directoryEntry
      .array()
      .parse(await (await author.fetch(`${paths.directory}?role=approver`)).json());
    expect(approvers.map(({ login }) => login)).toContain('piet');
    await expectProblem(await app.fetch(paths.directory), 'permission_denied');
    await expectProblem(await author.fetch(`${paths.directory}?ids=x`), 'query_must_be_valid');
  });
});

async function signInWith(own: TestApp, login: string, password: string): Promise<SignedIn> {
  const first = await signIn(own.url, login, password);
  const body = posted({ current: password, next: 'a password of my own' });
  return signedIn(own.url, await first.fetch(paths.sessionPassword, body));
}

/** Ends once somebody waits for a lock. */
async function untilLocked(): Promise<void> {
  for (let waits = 0; waits === 0;) {
    const rows = await app.dataSource.query<{ waits: number }[]>(
      `select count(*)::int as waits from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    waits = rows[0]?.waits ?? 0;
  }
}
