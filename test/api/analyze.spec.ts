import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysisResponse, paths, problemDetails, type AnalysisResponse } from '@backstop/contracts';
import { exampleAnalysis } from '@backstop/api/operations/example-analysis';
import { kindsUnderLaw } from '../laws/kinds/kind-fixtures.ts';
import { malformedJson } from '../support/arbitrary-malformed.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

const HEADERS = { 'content-type': 'application/json' };
const IN_PROCESS = 400;

function post(body: unknown): Promise<Response> {
  return app.fetch(paths.policyAnalysis, { method: 'POST', headers: HEADERS, body: JSON.stringify(body) });
}

async function analyzed(body: unknown): Promise<AnalysisResponse> {
  const response = await post(body);
  expect(response.status).toBe(200);
  return analysisResponse.parse(await response.json());
}

describe('POST /v1/policies/analyze', () => {
  it('answers the example of the reference page', async () => {
    const { kind, problems, findings, differences, comparison } = await analyzed(exampleAnalysis);
    expect(kind).toBe('liquidation-trigger');
    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['liquidatable_scope_must_reach_liquidating_zone', '/rules/0'],
    ]);
    expect(findings.map(({ code, level, answer, pointers }) => [code, level, answer, pointers])).toEqual([
      ['gap', 'information', 'found', ['/rules']],
      ['unreachable_rule', 'warning', 'found', ['/rules/1', '/rules/0']],
      ['overlap', 'warning', 'found', ['/rules/1', '/rules/0']],
    ]);
    expect(differences.map(({ path, effect }) => [path, effect])).toEqual([
      ['/rules/name=warning/conditions', 'none'],
      ['/rules', 'loosens'],
    ]);
    expect(comparison).toMatchObject({ answer: 'incomparable', reason: null });
    expect(comparison?.differences.map(({ direction, from, to }) => [direction, from, to])).toEqual([
      ['looser', 'liquidation', 'warning'],
      ['stricter', 'healthy', 'warning'],
    ]);
  });

  it('answers without a document before: nothing is compared', async () => {
    const { before: _, ...alone } = exampleAnalysis;
    expect(await analyzed(alone)).toMatchObject({ differences: [], comparison: null });
    expect(await analyzed({ ...alone, before: null })).toMatchObject({ differences: [], comparison: null });
  });

  it.each(kindsUnderLaw().flatMap(({ kind, valid }) => valid.map(({ name, document }) => ({ kind, name, document }))))(
    'takes every valid document: $kind.id $name',
    async ({ kind, document }) => {
      const answer = await analyzed({ kind: kind.id, document, before: document });
      expect(answer).toMatchObject({ kind: kind.id, problems: [], differences: [] });
      expect(answer.comparison?.answer).toBe(kind.analyze === undefined ? undefined : 'equivalent');
      if (kind.analyze === undefined) expect(answer.findings).toEqual([]);
      expect(answer.document).toEqual(kind.schema.parse(document));
      expect(answer.twin === null).toBe(kind.rulesOf === undefined);
      if (answer.twin === null) return;
      const { judged, borders, leaves, leavesSeenBothWays } = answer.twin;
      expect(judged).toBe(borders);
      expect(leavesSeenBothWays).toBe(leaves);
    },
  );

  it('names every problem of both documents where their shape is wrong', async () => {
    const { errors } = await expectProblem(
      await post({ kind: 'valuation', document: { mode: 'none' }, before: { tags: 1 } }),
      'request_must_be_valid',
    );
    const pointers = errors.map(({ pointer }) => pointer);
    expect(pointers.some((pointer) => pointer.startsWith('/document'))).toBe(true);
    expect(pointers.some((pointer) => pointer.startsWith('/before'))).toBe(true);
  });

  it('refuses half a surrogate pair, which no text is made of', async () => {
    const text = JSON.stringify(exampleAnalysis).replace('"lessThan"', '"\\ud800"');
    const answer = await app.fetch(paths.policyAnalysis, { method: 'POST', headers: HEADERS, body: text });
    const { errors } = await expectProblem(answer, 'request_must_be_valid');
    expect(errors.map(({ code }) => code)).toEqual(['invalid_text']);
  });

  it('suggests the kind that was meant', async () => {
    const { errors } = await expectProblem(await post({ kind: 'margin-tier', document: {} }), 'request_must_be_valid');
    expect(errors).toMatchObject([
      { code: 'unknown_kind', pointer: '/kind', suggestion: 'did you mean `margin-tiers`?' },
    ]);
  });

  it('takes JSON only, and not too much of it', async () => {
    const url = paths.policyAnalysis;
    await expectProblem(await app.fetch(url, { method: 'POST' }), 'body_must_be_json');
    const lines = { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body: '{}\n' };
    await expectProblem(await app.fetch(url, lines), 'media_type_must_be_supported');
    const large = { kind: 'valuation', document: { tags: ['x'.repeat(1_100_000)] } };
    await expectProblem(await post(large), 'body_must_not_be_too_large');
  });

  it('stores nothing', async () => {
    const policies = () => app.fetch(paths.policies).then((response) => response.text());
    const before = await policies();
    await analyzed(exampleAnalysis);
    expect(await policies()).toBe(before);
  });

  it(`never answers a malformed body with a failure: ${String(IN_PROCESS)} of them`, async () => {
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(malformedJson(exampleAnalysis), async (payload) => {
        const url = paths.policyAnalysis;
        const headers = { ...HEADERS, authorization: `Bearer ${app.key}` };
        const response = await app.server.inject({ method: 'POST', url, headers, payload });
        const body: unknown = JSON.parse(response.payload);
        if (response.statusCode === 200) analysisResponse.parse(body);
        else expect(problemDetails.parse(body).status).toBe(response.statusCode);
        expect([200, 400, 413, 422]).toContain(response.statusCode);
        seen.set(response.statusCode, (seen.get(response.statusCode) ?? 0) + 1);
      }),
      { numRuns: IN_PROCESS },
    );
    for (const status of [200, 400, 422]) expect(seen.get(status)).toBeGreaterThan(IN_PROCESS / 100);
    expect(app.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  }, 120_000);
});
