import fc from 'fast-check';
import { pathOf, paths, problemDetails } from '@backstop/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { malformedJson } from '../../support/arbitrary-malformed.ts';
import { draft } from '../../support/change-acts.ts';
import { oneTier } from '../../support/ladder.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import type { SignedIn } from '../../support/sign-in.ts';

/** Below what one person may ask in a minute. */
const BODIES = 1100;

let app: TestApp;
let author: SignedIn;

beforeAll(async () => {
  app = await startApp();
  author = await app.signInAs('author');
});

afterAll(() => app.stop());

const ENTRY = {
  policy: 'margin-tiers.BTCUSDT',
  title: 'Ladder of BTCUSDT',
  scope: { contracts: ['BTCUSDT'] },
  document: oneTier('0.01'),
  mode: 'enforce',
};

async function answerTo(method: 'POST' | 'PATCH', url: string, payload: string, headers: object = {}): Promise<number> {
  const response = await app.server.inject({
    ...{ method, url, payload },
    headers: { ...author.headers, host: new URL(app.url).host, 'content-type': 'application/json', ...headers },
  });
  const { statusCode } = response;
  if (statusCode >= 400) expect(problemDetails.parse(JSON.parse(response.payload)).status).toBe(statusCode);
  expect(statusCode).toBeLessThan(500);
  return statusCode;
}

describe('malformed bodies of changes', () => {
  it(`are never answered with a failure: ${String(BODIES)} drafts`, async () => {
    const valid = { reason: 'a reason', entries: [ENTRY], effectiveFrom: null, requestedApprovers: [author.person.id] };
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(malformedJson(valid), async (payload) => {
        const status = await answerTo('POST', paths.changes, payload);
        seen.set(status, (seen.get(status) ?? 0) + 1);
      }),
      { numRuns: BODIES },
    );
    // What is tried must get as far as the JSON parser, the schemas and the tables.
    for (const status of [400, 422, 201]) expect(seen.get(status)).toBeGreaterThan(BODIES / 200);
    expect(seen.has(429)).toBe(false);
  }, 120_000);

  it.each([
    ['a null character', 'a\0b'],
    ['half a surrogate pair', 'a\ud800b'],
  ])('%s is refused wherever a text is taken', async (_, text) => {
    author = await app.signInAs('abel');
    const { id, revision } = await draft(author, { reason: 'whole' });
    const headers = { 'if-match': `"${String(revision)}"` };
    const path = pathOf(paths.change, { id });
    expect(await answerTo('PATCH', path, JSON.stringify({ reason: text }), headers)).toBe(422);
    expect(await answerTo('POST', pathOf(paths.changeComments, { id }), JSON.stringify({ text }))).toBe(422);
    expect(await answerTo('POST', paths.changes, JSON.stringify({ entries: [{ ...ENTRY, title: text }] }))).toBe(422);
    expect((await author.fetch(`${paths.changes}?q=%00`)).status).toBe(422);
    expect((await author.fetch(pathOf(paths.policyVersions, { id: '\0' }))).status).toBe(404);
  });
});
