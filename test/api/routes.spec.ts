import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths } from '@backstop/contracts';
import type { Operation } from '@backstop/api/operations/operation';
import { operations } from '@backstop/api/operations/operations';
import { isGranted, KEY_SCOPES, ROLES, type Actor } from '@backstop/core/access';
import { expectProblem } from '../support/expect-problem.ts';
import { makeKey } from '../support/make-key.ts';
import { sampleEvaluation } from '../support/sample-evaluation.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let open: TestApp;

beforeAll(async () => {
  open = await startApp();
});

afterAll(() => open.stop());

/** Routes of the API: what the router has beside the files of the console. */
function apiRoutes() {
  return open.routes.filter(({ url, method }) => method !== 'HEAD' && !isConsole(url));
}

function isConsole(url: string): boolean {
  return url === '/' || /\.[a-z0-9]+$/.test(url.replace(paths.openapi, ''));
}

describe('permissions', () => {
  it('are declared by every route of the router', () => {
    expect(open.routes.length).toBeGreaterThan(10);
    expect(open.routes.filter(({ permission }) => permission === undefined)).toEqual([]);
  });

  it('keep a route that declares none closed, to every role and to a key with every scope', async () => {
    const app = await startApp({
      prepare: ({ server }) => {
        server.get('/undeclared', () => 'secret');
      },
    });
    await expectProblem(await app.fetch('/undeclared'), 'permission_denied');
    for (const role of ROLES) {
      await expectProblem(await (await app.signInAs(role)).fetch('/undeclared'), 'permission_denied');
    }
    await expectProblem(await fetch(`${app.url}/undeclared`), 'authentication_required');
    await app.stop();
  });

  it.each(apiOperations(({ permission }) => permission !== 'public'))(
    'are refused for $method $path to whom nobody knows',
    async ({ method, path }) => {
      const response = await fetch(open.url + path.replace(/:[a-z]+/g, '1'), { method: method.toUpperCase() });
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="backstop"');
      await expectProblem(response, 'authentication_required');
    },
  );

  it.each(apiOperations(({ permission, answer }) => permission === 'public' && answer.status === undefined))(
    'are not asked for $method $path',
    async ({ method, path }) => {
      const response = await fetch(open.url + path, { method: method.toUpperCase() });
      expect([200, 400]).toContain(response.status);
    },
  );

  it.each(ROLES)('of the role %s open what they grant, and nothing else', async (role) => {
    const person: Actor = { kind: 'person', id: role, roles: [role] };
    const { headers } = await open.signInAs(role);
    expect(await opened(headers)).toEqual(expected(person));
  });

  it.each(KEY_SCOPES)('of the scope %s open what it grants, and nothing else', async (scope) => {
    const key = await makeKey(open.dataSource, { scopes: [scope], at: Date.now() });
    expect(await opened({ authorization: `Bearer ${key}` })).toEqual(
      expected({ kind: 'key', id: 'k', scopes: [scope] }),
    );
  });
});

/** Ids of the operations that the guard lets somebody at; what they answer to an empty request does not matter. */
async function opened(headers: Readonly<Record<string, string>>): Promise<string[]> {
  const ids: string[] = [];
  for (const { id, method, path } of apiOperations(({ permission }) => permission !== 'public')) {
    // To sign out would end the walk.
    if (id === 'signOut') continue;
    const response = await open.server.inject({
      method: method.toUpperCase() as 'GET',
      url: path.replace(/:[a-z]+/g, 'none'),
      headers: { host: new URL(open.url).host, ...headers },
    });
    const isRefused = response.statusCode === 403 && response.json<{ code: string }>().code === 'permission_denied';
    expect(response.statusCode).not.toBe(401);
    expect(response.statusCode).not.toBe(429);
    if (!isRefused) ids.push(id);
  }
  return ids;
}

/** The same as the table of roles and scopes has it. */
function expected(actor: Actor): string[] {
  const granted = apiOperations(({ permission, id }) => {
    if (permission === 'public' || id === 'signOut') return false;
    return permission === 'signed-in' ? actor.kind === 'person' : isGranted(actor, permission);
  });
  return granted.map(({ id }) => id);
}

function apiOperations(isWanted: (operation: Operation) => boolean): Operation[] {
  return operations.filter(isWanted);
}

describe('the OpenAPI document', () => {
  it('has every route of the router, and no other', async () => {
    const document = await openapi();
    const told = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{([a-z]+)\}/g, ':$1')}`),
    );
    const routed = apiRoutes().map(({ method, url }) => `${method} ${url}`);
    expect(told.sort()).toEqual(routed.sort());
  });

  it('tells the permission that the router asks for', async () => {
    const document = await openapi();
    for (const { method, url, permission } of apiRoutes()) {
      const operation = document.paths[url.replace(/:([a-z]+)/g, '{$1}')]?.[method.toLowerCase()];
      expect(operation?.['x-permission']).toBe(permission);
    }
  });

  it('refers only to schemas that it has', async () => {
    const document = await openapi();
    const references = JSON.stringify(document).match(/"#\/components\/schemas\/[^"]+"/g) ?? [];
    expect(references.length).toBeGreaterThan(20);
    for (const reference of references) {
      const name = reference.slice('"#/components/schemas/'.length, -1);
      expect(Object.keys(document.components.schemas)).toContain(name);
    }
  });

  it('gives an example that the service takes', async () => {
    const document = await openapi();
    const body = document.paths[paths.evaluations]?.['post']?.requestBody?.content['application/json']?.example;
    const response = await open.fetch(paths.evaluations, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ outcome: 'pass' });
  });
});

describe('the reference page', () => {
  it('tells every route without a script and without another host', async () => {
    const page = await (await fetch(open.url + paths.reference)).text();
    for (const { path, id } of operations) {
      expect(page).toContain(`<code>${path}</code>`);
      expect(page).toContain(`id="${id}"`);
    }
    expect(page).not.toMatch(/<script|https?:\/\//);
  });
});

describe('health and readiness', () => {
  it('names the policy set once the service can decide', async () => {
    const ready = await fetch(open.url + paths.ready);
    expect(ready.status).toBe(200);
    const set = (await (await open.fetch(paths.currentPolicySet)).json()) as { hash: string };
    expect(await ready.json()).toEqual({ status: 'ready', policySet: set.hash });
  });

  it('refuses where no policy set is in force', async () => {
    const empty = await startApp({ content: 'empty' });
    expect((await fetch(empty.url + paths.health)).status).toBe(200);
    await expectProblem(await fetch(empty.url + paths.ready), 'not_ready');
    await empty.stop();
  });

  it('refuses, and refuses to decide, once the database is gone', async () => {
    const app = await startApp();
    await app.dataSource.destroy();
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect((await fetch(app.url + paths.health)).status).toBe(200);
    await expectProblem(await fetch(app.url + paths.ready), 'not_ready');
    const evaluate = () =>
      app.fetch(paths.evaluations, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(sampleEvaluation()),
      });
    const response = await evaluate();
    expect(response.headers.get('retry-after')).toBe('1');
    // Nobody is let in before it is known that they still may.
    await expectProblem(response, 'access_not_confirmed');
    await app.stop();
  });
});

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

interface OpenApiOperation {
  readonly 'x-permission': string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example: unknown }>> };
}

async function openapi(): Promise<OpenApi> {
  const response = await fetch(open.url + paths.openapi);
  expect(response.status).toBe(200);
  return (await response.json()) as OpenApi;
}
