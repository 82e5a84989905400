import type { FastifyReply, FastifyRequest } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '@backstop/api/app';
import { checkIfMatch } from '@backstop/api/http/if-match';
import { ProblemError } from '@backstop/api/http/problem-error';
import { sendAnswer } from '@backstop/api/http/send-answer';
import { sendProblem } from '@backstop/api/http/send-problem';
import { toProblemError } from '@backstop/api/http/to-problem-error';
import { UnitOfWork } from '@backstop/api/persistence/unit-of-work';
import { expectProblem } from '../support/expect-problem.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

/** What the route of these tests is told. */
interface Thing {
  readonly name: string;
  readonly act?: 'refuse' | 'tell a secret' | 'answer nothing';
}

const HOUR = 3_600_000;

let app: TestApp;
let other: TestApp;
let now = Date.parse('2030-01-01T00:00:00Z');
/** What a request waits for within its transaction, once it has written. */
let gate: Promise<void> = Promise.resolve();
/** Where the connection under a transaction is cut, once. */
let cutAt: 'before the answer is kept' | 'never' = 'never';

beforeAll(async () => {
  app = await startApp({
    content: 'empty',
    clock: () => now,
    fill: async (dataSource) => {
      await dataSource.query('create table thing (name text not null)');
    },
    prepare: addRoutes,
  });
  other = await startApp({ beside: app, clock: () => now, prepare: addRoutes });
});

afterAll(async () => {
  await other.stop();
  await app.stop();
});

beforeEach(async () => {
  gate = Promise.resolve();
  cutAt = 'never';
  await app.dataSource.query('truncate thing, idempotency_key');
});

function addRoutes({ server, nest }: App): void {
  const config = { permission: 'public' } as const;
  server.post('/things', { config }, answering(nest.get(UnitOfWork)));
  server.post('/other-things', { config }, answering(nest.get(UnitOfWork)));
  server.put('/versioned', { config }, (request, reply) => {
    try {
      checkIfMatch(request, '"v2"');
      sendAnswer(reply, { status: 200, headers: { etag: '"v3"' }, body: {} });
    } catch (error) {
      sendProblem(request, reply, toProblemError(error)!);
    }
    return reply;
  });
}

/** Makes a thing, as a controller would. */
function answering(units: UnitOfWork) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { name, act } = request.body as Thing;
    const actor = String(request.headers['x-actor'] ?? 'ann');
    try {
      const answer = await units.answerOnce({ request, actor }, async (manager) => {
        await manager.query('insert into thing (name) values ($1)', [name]);
        await gate;
        if (act === 'refuse') throw new ProblemError('permission_denied', 'not you');
        if (cutAt === 'before the answer is kept') {
          cutAt = 'never';
          await manager.query('select pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
        }
        if (act === 'answer nothing') return { status: 204, headers: {}, body: undefined };
        const headers = { location: `/things/${name}` };
        if (act !== 'tell a secret') return { status: 201, headers, body: { name } };
        return { status: 201, headers, body: { name, secret: 'xyzzy' }, bodyAgain: { name, secret: null } };
      });
      sendAnswer(reply, answer);
    } catch (error) {
      sendProblem(request, reply, toProblemError(error) ?? new ProblemError('internal_error', 'it failed'));
    }
    return reply;
  };
}

interface Asking {
  readonly at?: TestApp;
  readonly key?: string;
  readonly actor?: string;
  readonly path?: string;
}

function make(thing: Thing, { at = app, key, actor = 'ann', path = '/things' }: Asking = {}): Promise<Response> {
  return at.fetch(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-actor': actor,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body: JSON.stringify(thing),
  });
}

async function things(): Promise<string[]> {
  const rows = await app.dataSource.query<{ name: string }[]>('select name from thing order by name');
  return rows.map(({ name }) => name);
}

describe('an idempotency key', () => {
  it('is not needed: each request without one does its work', async () => {
    for (let count = 0; count < 2; count += 1) expect((await make({ name: 'a' })).status).toBe(201);
    expect(await things()).toEqual(['a', 'a']);
  });

  it('has the work done once, and gives the first answer again', async () => {
    const first = await make({ name: 'a' }, { key: 'k' });
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    const again = await make({ name: 'a' }, { key: 'k', at: other });
    expect([again.status, await again.text()]).toEqual([first.status, await first.text()]);
    expect(again.headers.get('location')).toBe('/things/a');
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await things()).toEqual(['a']);
  });

  it('gives an answer without a body again', async () => {
    await make({ name: 'a', act: 'answer nothing' }, { key: 'k' });
    const again = await make({ name: 'a', act: 'answer nothing' }, { key: 'k' });
    expect([again.status, await again.text()]).toEqual([204, '']);
    expect(await things()).toEqual(['a']);
  });

  it('never stands for another request', async () => {
    await make({ name: 'a' }, { key: 'k' });
    await expectProblem(await make({ name: 'b' }, { key: 'k' }), 'idempotency_key_reused');
    await expectProblem(await make({ name: 'a' }, { key: 'k', path: '/other-things' }), 'idempotency_key_reused');
    await expectProblem(await make({ name: 'a' }, { key: 'k', path: '/things?x=1' }), 'idempotency_key_reused');
    expect(await things()).toEqual(['a']);
  });

  it('is its owner’s alone', async () => {
    await make({ name: 'a' }, { key: 'k', actor: 'ann' });
    expect((await make({ name: 'b' }, { key: 'k', actor: 'bob' })).status).toBe(201);
    // What one could write as the end of a name is not the beginning of a key.
    expect((await make({ name: 'c' }, { key: 'k', actor: 'ann k' })).status).toBe(201);
    expect(await things()).toEqual(['a', 'b', 'c']);
  });

  it('is refused while its first request is under way', async () => {
    let open = (): void => undefined;
    gate = new Promise((resolve) => (open = resolve));
    const first = make({ name: 'a' }, { key: 'k' });
    await untilWaiting();
    for (const at of [app, other]) {
      const second = await make({ name: 'a' }, { key: 'k', at });
      expect(second.headers.get('retry-after')).toBe('1');
      await expectProblem(second, 'idempotency_key_in_flight');
    }
    open();
    expect((await first).status).toBe(201);
    expect(await things()).toEqual(['a']);
  });

  it('has the work done once, however many ask at once, of whichever process', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => make({ name: 'a' }, { key: 'k', at: index % 2 === 0 ? app : other })),
    );
    expect(new Set(answers.map(({ status }) => status)).size).toBeLessThanOrEqual(2);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const firsts = answers.filter(
      ({ status, headers }) => status === 201 && headers.get('idempotency-replayed') === null,
    );
    expect(firsts).toHaveLength(1);
    expect(await things()).toEqual(['a']);
  });

  it('may try again where it was refused: nothing was done and nothing is kept', async () => {
    await expectProblem(await make({ name: 'a', act: 'refuse' }, { key: 'k' }), 'permission_denied');
    expect(await things()).toEqual([]);
    expect((await make({ name: 'a' }, { key: 'k' })).status).toBe(201);
    expect(await things()).toEqual(['a']);
  });

  it('has nothing done and nothing kept where the connection is cut within, and everything once at the next try', async () => {
    cutAt = 'before the answer is kept';
    await expectProblem(await make({ name: 'a' }, { key: 'k' }), 'internal_error');
    expect(await things()).toEqual([]);
    const next = await make({ name: 'a' }, { key: 'k' });
    expect([next.status, next.headers.get('idempotency-replayed')]).toEqual([201, null]);
    expect(await things()).toEqual(['a']);
  });

  it('tells a secret once, and keeps none', async () => {
    const told = await make({ name: 'a', act: 'tell a secret' }, { key: 'k' });
    expect(await told.json()).toEqual({ name: 'a', secret: 'xyzzy' });
    const again = await make({ name: 'a', act: 'tell a secret' }, { key: 'k' });
    expect(await again.json()).toEqual({ name: 'a', secret: null });
    const rows = await app.dataSource.query<unknown[]>('select * from idempotency_key');
    expect(JSON.stringify(rows)).not.toContain('xyzzy');
  });

  it('is forgotten after a day, and what has expired goes with the next', async () => {
    await make({ name: 'a' }, { key: 'k' });
    await make({ name: 'b' }, { key: 'l' });
    now += 24 * HOUR - 1;
    expect((await make({ name: 'a' }, { key: 'k' })).headers.get('idempotency-replayed')).toBe('true');
    now += 1;
    expect((await make({ name: 'c' }, { key: 'k' })).headers.get('idempotency-replayed')).toBeNull();
    expect(await things()).toEqual(['a', 'b', 'c']);
    expect(await app.dataSource.query('select key from idempotency_key')).toEqual([{ key: 'k' }]);
  });

  it.each([' ', 'a b', 'ä', 'x'.repeat(201)])('is refused where it is none: %j', async (key) => {
    // A header of a blank is an empty one.
    await expectProblem(await make({ name: 'a' }, { key }), 'idempotency_key_must_be_valid');
    expect(await things()).toEqual([]);
  });
});

describe('If-Match', () => {
  const put = (headers: Record<string, string>): Promise<Response> =>
    app.fetch(`/versioned`, { method: 'PUT', headers });

  it('must be there', async () => {
    await expectProblem(await put({}), 'if_match_required');
  });

  it.each(['"v1"', 'W/"v2"', 'v2', '"v1", "v3"', ''])('must be current: %j', async (tag) => {
    const response = await put({ 'if-match': tag });
    expect(response.headers.get('etag')).toBe('"v2"');
    await expectProblem(response, 'if_match_must_be_current');
  });

  it.each(['"v2"', '"v1", "v2"', ' * '])('lets a write through that is based on what is current: %j', async (tag) => {
    const response = await put({ 'if-match': tag });
    expect([response.status, response.headers.get('etag')]).toEqual([200, '"v3"']);
  });
});

/** A request has written and waits: its lock is taken. */
async function untilWaiting(): Promise<void> {
  for (;;) {
    const [row] = await app.dataSource.query<{ count: string }[]>(
      `select count(*) from pg_locks where locktype = 'advisory'
         and database = (select oid from pg_database where datname = current_database())`,
    );
    if (Number(row?.count) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
