import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchLineResponse, decisionResponse, paths, problemDetails } from '@backstop/contracts';
import { malformedJson } from '../support/arbitrary-malformed.ts';
import { sampleEvaluation } from '../support/sample-evaluation.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

const IN_PROCESS = 9500;
const OVER_HTTP = 1000;
const BATCH_LINES = 3000;

const HEADERS = { 'content-type': 'application/json' };

/** Whatever came in, what goes out is a decision or a refusal that says why, never a failure of ours. */
function expectAnswer(status: number, mediaType: unknown, text: string): void {
  const body: unknown = JSON.parse(text);
  if (status === 200) {
    decisionResponse.parse(body);
    return;
  }
  expect([400, 413, 422]).toContain(status);
  expect(mediaType).toBe('application/problem+json; charset=utf-8');
  expect(problemDetails.parse(body).status).toBe(status);
}

/** Headers with the key of the application. */
function keyed(headers: Readonly<Record<string, string>>): Record<string, string> {
  return { ...headers, authorization: `Bearer ${app.key}` };
}

describe('malformed bodies', () => {
  it(`are never answered with a failure: ${String(IN_PROCESS)} of them in process`, async () => {
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(malformedJson(sampleEvaluation()), async (payload) => {
        const response = await app.server.inject({
          method: 'POST',
          url: paths.evaluations,
          headers: keyed(HEADERS),
          payload,
        });
        expectAnswer(response.statusCode, response.headers['content-type'], response.payload);
        seen.set(response.statusCode, (seen.get(response.statusCode) ?? 0) + 1);
      }),
      { numRuns: IN_PROCESS },
    );
    // What is tried must get as far as each stage: the JSON parser, the schema, the evaluation.
    for (const status of [400, 422, 200]) expect(seen.get(status)).toBeGreaterThan(IN_PROCESS / 100);
    expect(app.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  }, 120_000);

  it(`nor are ${String(OVER_HTTP)} of them over HTTP`, async () => {
    await fc.assert(
      fc.asyncProperty(malformedJson(sampleEvaluation()), async (body) => {
        const response = await app.fetch(paths.evaluations, { method: 'POST', headers: HEADERS, body });
        expectAnswer(response.status, response.headers.get('content-type'), await response.text());
      }),
      { numRuns: OVER_HTTP },
    );
    expect(app.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  }, 120_000);

  it(`nor are ${String(BATCH_LINES)} lines of a batch, each of which is answered`, async () => {
    const { account, market } = sampleEvaluation();
    const line = fc.oneof(
      malformedJson({ account }),
      malformedJson({ market }),
      fc.constant(JSON.stringify({ market })),
    );
    const oneLine = line.map((text) => text.replace(/[\r\n]/g, ' ')).filter((text) => text.trim() !== '');
    const lines = fc.sample(oneLine, BATCH_LINES);
    const response = await app.server.inject({
      method: 'POST',
      url: paths.evaluationBatch,
      headers: keyed({ 'content-type': 'application/x-ndjson' }),
      payload: lines.join('\n'),
    });
    expect(response.statusCode).toBe(200);
    const answers = response.payload
      .trimEnd()
      .split('\n')
      .map((text) => batchLineResponse.parse(JSON.parse(text)));
    expect(answers.at(-1)).toEqual({ end: true, lines: BATCH_LINES });
    const failed = answers.filter((answer) => 'problem' in answer && answer.problem.status >= 500);
    expect(failed).toEqual([]);
    const numbers = answers.flatMap((answer) => ('line' in answer ? [answer.line] : []));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  }, 120_000);

  it('leave the service as it was', async () => {
    const response = await app.fetch(paths.evaluations, {
      method: 'POST',
      headers: HEADERS,
      body: JSON.stringify(sampleEvaluation()),
    });
    expect(decisionResponse.parse(await response.json()).outcome).toBe('pass');
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});
