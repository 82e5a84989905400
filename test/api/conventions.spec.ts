import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths } from '@backstop/contracts';
import { expectProblem } from '../support/expect-problem.ts';
import { sampleEvaluation } from '../support/sample-evaluation.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

const JSON_HEADERS = { 'content-type': 'application/json' };

function post(path: string, body: string, headers: Record<string, string> = JSON_HEADERS): Promise<Response> {
  return app.fetch(path, { method: 'POST', headers, body });
}

describe('refusals', () => {
  it('answers an unknown route with a problem', async () => {
    const problem = await expectProblem(await app.fetch(`/v1/nothing`), 'route_not_found');
    expect(problem.detail).toBe('there is no /v1/nothing');
    expect(problem.errors).toEqual([]);
  });

  it('answers a method that a route does not take with the ones that it does', async () => {
    const response = await app.fetch(paths.evaluations, { method: 'PUT' });
    expect(response.headers.get('allow')).toBe('POST');
    await expectProblem(response, 'method_not_allowed');
  });

  it.each([
    ['a body that is cut', '{"account":'],
    ['an empty body', ''],
    ['NaN', '{"account":NaN}'],
    ['a body that would change a prototype', '{"__proto__":{"admin":true}}'],
    ['one that would do so by its constructor', '{"constructor":{"prototype":{"admin":true}}}'],
  ])('answers %s with 400', async (_name, body) => {
    await expectProblem(await post(paths.evaluations, body), 'body_must_be_json');
  });

  it('answers a POST without any body with 400', async () => {
    await expectProblem(await app.fetch(paths.evaluations, { method: 'POST' }), 'body_must_be_json');
  });

  it('answers a body over the limit with 413', async () => {
    await expectProblem(await post(paths.evaluations, `"${'x'.repeat(1_048_576)}"`), 'body_must_not_be_too_large');
  });

  it.each([
    [paths.evaluations, 'text/plain'],
    [paths.evaluations, 'application/x-www-form-urlencoded'],
    [paths.evaluations, 'application/x-ndjson'],
    [paths.evaluationBatch, 'application/json'],
  ])('answers %s with a body of %s with 415', async (path, mediaType) => {
    const response = await post(path, '{}', { 'content-type': mediaType });
    await expectProblem(response, 'media_type_must_be_supported');
  });

  it('answers a compressed body with 415', async () => {
    const response = await post(paths.evaluations, '{}', { ...JSON_HEADERS, 'content-encoding': 'gzip' });
    await expectProblem(response, 'media_type_must_be_supported');
  });

  it('answers a malformed address with 400', async () => {
    await expectProblem(await app.fetch(`/v1/policies/%zz`), 'request_must_be_well_formed');
  });

  it('names every unknown query parameter', async () => {
    const problem = await expectProblem(await app.fetch(`${paths.policies}?a=1&b=2&limit=0`), 'query_must_be_valid');
    expect(problem.errors.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['out_of_range', '/limit'],
      ['unknown_field', '/a'],
      ['unknown_field', '/b'],
    ]);
  });
});

describe('request ids', () => {
  it('gives each request its own', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => (await app.fetch(paths.health)).headers.get('x-request-id')),
    );
    expect(new Set(ids).size).toBe(20);
  });

  it('takes over the one of the caller', async () => {
    const response = await app.fetch(`/v1/nothing`, { headers: { 'x-request-id': 'trade-42' } });
    expect((await expectProblem(response, 'route_not_found')).requestId).toBe('trade-42');
  });

  it('does not take over one that could forge a line of the log', async () => {
    const response = await app.fetch(paths.health, { headers: { 'x-request-id': 'a b"c' } });
    expect(response.headers.get('x-request-id')).not.toBe('a b"c');
  });
});

describe('headers', () => {
  it.each([paths.reference, '/'])(
    'let the page at %s load nothing from elsewhere and run no script but its own',
    async (path) => {
      const { headers } = await app.fetch(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).not.toContain('unsafe-eval');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );

  it.each([paths.health, paths.policies, '/v1/nothing'])('let nothing be run of the data at %s', async (path) => {
    const { headers } = await app.fetch(path);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('keeps decisions out of caches', async () => {
    const response = await post(paths.evaluations, JSON.stringify(sampleEvaluation()));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
