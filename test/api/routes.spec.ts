import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths } from '@backstop/contracts';
import { operations } from '@backstop/api/operations/operations';
import { expectProblem } from '../support/expect-problem.ts';
import { sampleEvaluation } from '../support/sample-evaluation.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let open: TestApp;
let closed: TestApp;

beforeAll(async () => {
  open = await startApp();
  closed = await startApp({ access: 'closed' });
});

afterAll(async () => {
  await open.stop();
  await closed.stop();
});

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

  it('keep a route that declares none closed', async () => {
    const app = await startApp({
      prepare: ({ server }) => {
        server.get('/undeclared', () => 'secret');
      },
    });
    await expectProblem(await fetch(`${app.url}/undeclared`), 'permission_denied');
    await app.stop();
  });

  it.each(operations.filter(({ permission }) => permission !== 'public'))(
    'are refused for $method $path where nothing grants them',
    async ({ method, path }) => {
      const response = await fetch(closed.url + path.replace(/:[a-z]+/g, '1'), { method: method.toUpperCase() });
      await expectProblem(response, 'permission_denied');
    },
  );

  it.each(operations.filter(({ permission }) => permission === 'public'))(
    'are not asked for $method $path',
    async ({ path }) => {
      expect((await fetch(closed.url + path)).status).toBe(200);
    },
  );

  it('are not granted to a page of another site that was led to this port', async () => {
    const { statusCode } = await open.server.inject({ url: paths.policies, headers: { host: 'evil.example:3000' } });
    expect(statusCode).toBe(403);
    for (const host of ['localhost:3000', '127.0.0.1', '[::1]:3000']) {
      expect((await open.server.inject({ url: paths.policies, headers: { host } })).statusCode).toBe(200);
    }
  });
});

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
    const response = await fetch(open.url + paths.evaluations, {
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
    const set = (await (await fetch(open.url + paths.currentPolicySet)).json()) as { hash: string };
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
    const response = await fetch(app.url + paths.evaluations, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(sampleEvaluation()),
    });
    expect(response.headers.get('retry-after')).toBe('1');
    await expectProblem(response, 'policy_set_not_confirmed');
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
