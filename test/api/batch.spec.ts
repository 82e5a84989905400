import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchLineResponse, paths, type BatchLineResponse } from '@backstop/contracts';
import { expectProblem } from '../support/expect-problem.ts';
import { openRawBatch } from '../support/raw-batch.ts';
import { sampleEvaluation } from '../support/sample-evaluation.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

const { account, market } = sampleEvaluation();
const MARKET = JSON.stringify({ market });

function accountLine(id: string): string {
  return JSON.stringify({ account: { ...account, id } });
}

function send(body: string | ReadableStream<Uint8Array>, query = ''): Promise<Response> {
  return app.fetch(`${paths.evaluationBatch}${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body,
    ...{ duplex: 'half' },
  });
}

async function answers(lines: readonly string[], query = ''): Promise<BatchLineResponse[]> {
  const response = await send(lines.join('\n'), query);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
  return parsed(await response.text());
}

function parsed(text: string): BatchLineResponse[] {
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => batchLineResponse.parse(JSON.parse(line)));
}

/** What each line was answered with, in short. */
function short(line: BatchLineResponse): unknown {
  if ('end' in line) return ['end', line.lines];
  if ('decision' in line) return [line.line, line.decision.outcome];
  return [line.line, line.problem.code, ...line.problem.errors.map(({ code, pointer }) => `${code} ${pointer}`)];
}

describe('a batch', () => {
  it('answers each account in order, with the decision that it gets alone', async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `a-${String(index)}`);
    const lines = await answers([MARKET, ...ids.map(accountLine)]);
    expect(lines).toHaveLength(301);
    expect(lines.at(-1)).toEqual({ end: true, lines: 301 });
    expect(lines.slice(0, -1).map((line) => ('line' in line ? line.line : 0))).toEqual(
      ids.map((_, index) => index + 2),
    );
    const alone = await app.fetch(paths.evaluations, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: { ...account, id: 'a-7' }, market }),
    });
    expect(lines[7]).toEqual({ line: 9, decision: (await alone.json()) as unknown });
  });

  it('judges by the latest market, under one set for the whole stream', async () => {
    const worse = {
      ...market,
      asOf: '2024-10-25T12:00:00Z',
      contracts: { ...market.contracts, BTCUSDT: { markPrice: '53000' } },
    };
    const lines = await answers([MARKET, accountLine('a'), JSON.stringify({ market: worse }), accountLine('a')]);
    expect(lines.map(short)).toEqual([
      [2, 'pass'],
      [4, 'breach'],
      ['end', 4],
    ]);
    const sets = lines.flatMap((line) => ('decision' in line ? [line.decision.policySet.hash] : []));
    expect(new Set(sets).size).toBe(1);
  });

  it('answers a bad line with its problem and goes on', async () => {
    const lines = await answers([
      MARKET,
      '{"account":',
      accountLine('a'),
      '[]',
      '{"account":{},"market":{}}',
      '{"nothing":1}',
      'null',
      '{"account":{"id":"a","collateral":[],"positions":[],"x":1}}',
      '{"__proto__":{"account":1}}',
      accountLine('b').replace('BTCUSDT', 'NOPEUSDT'),
      accountLine('c'),
    ]);
    const either = 'line_must_be_market_or_account ';
    expect(lines.map(short)).toEqual([
      [2, 'body_must_be_json'],
      [3, 'pass'],
      [4, 'request_must_be_valid', either],
      [5, 'request_must_be_valid', either],
      [6, 'request_must_be_valid', either],
      [7, 'request_must_be_valid', either],
      [8, 'request_must_be_valid', 'unknown_field /account/x'],
      [9, 'request_must_be_valid', either],
      [10, 'request_must_be_valid', 'contract_not_in_policy_set /account/positions/0/contract'],
      [11, 'pass'],
      ['end', 11],
    ]);
  });

  it('judges no account before a market, nor by one that was refused', async () => {
    const lines = await answers([
      accountLine('a'),
      MARKET,
      accountLine('b'),
      '{"market":{"asOf":"x","contracts":{}}}',
      accountLine('c'),
      MARKET,
      accountLine('d'),
    ]);
    expect(lines.map(short)).toEqual([
      [1, 'market_must_come_first'],
      [3, 'pass'],
      [4, 'request_must_be_valid', 'invalid_text /market/asOf'],
      [5, 'market_must_come_first'],
      [7, 'pass'],
      ['end', 7],
    ]);
  });

  it('counts blank lines and answers none; a line may end in carriage return and line feed, the last in nothing', async () => {
    const response = await send(`\n${MARKET}\r\n\r\n  \n${accountLine('a')}`);
    expect(parsed(await response.text()).map(short)).toEqual([
      [5, 'pass'],
      ['end', 5],
    ]);
  });

  it('answers an empty body with the end alone', async () => {
    expect((await answers([''])).map(short)).toEqual([['end', 0]]);
  });

  it('refuses a line over 1 MiB without keeping it, and goes on', async () => {
    const long = JSON.stringify({ account: { ...account, id: 'x'.repeat(1_100_000) } });
    const lines = await answers([MARKET, long, accountLine('a')]);
    expect(lines.map(short)).toEqual([
      [2, 'body_must_not_be_too_large'],
      [3, 'pass'],
      ['end', 3],
    ]);
  });

  it('reads characters that are cut between two pieces of the stream', async () => {
    const bytes = new TextEncoder().encode(`${MARKET}\n${accountLine('å-€-😀')}\n`);
    const pieces = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.subarray(at, at + 7));
        controller.close();
      },
    });
    const whole = await answers([MARKET, accountLine('å-€-😀')]);
    expect(parsed(await (await send(pieces)).text())).toEqual(whole);
  });

  it('takes asOf and explain for all its lines', async () => {
    const lines = await answers([MARKET, accountLine('a')], '?asOf=2025-01-01T00:00:00Z&explain=full');
    const [first] = lines;
    expect(first).toMatchObject({ decision: { asOf: '2025-01-01T00:00:00Z' } });
    expect(first !== undefined && 'decision' in first && first.decision.scopes[0]?.trace).toBeTruthy();
  });

  it('is refused as a whole where asOf is no instant with a set', async () => {
    await expectProblem(await send(MARKET, '?asOf=2019-01-01T00:00:00Z'), 'no_policy_set_in_force');
    await expectProblem(await send(MARKET, '?asOf=2999-01-01T00:00:00Z'), 'as_of_must_not_be_in_the_future');
    await expectProblem(await send(MARKET, '?as=x'), 'query_must_be_valid');
  });

  it('answers a market of the future with its problem', async () => {
    const lines = await answers([
      JSON.stringify({ market: { ...market, asOf: '2999-01-01T00:00:00Z' } }),
      MARKET,
      accountLine('a'),
    ]);
    expect(lines.map(short)).toEqual([
      [1, 'as_of_must_not_be_in_the_future'],
      [3, 'pass'],
      ['end', 3],
    ]);
  });
});

describe('a stream', () => {
  it('is answered while it is still being sent', async () => {
    const batch = await openRawBatch(app.url, app.key);
    batch.write(`${MARKET}\n${accountLine('first')}\n`);
    await batch.until('"line":2');
    batch.write(`${accountLine('second')}\n`);
    await batch.until('"line":3');
    batch.end();
    expect(await batch.closed()).toContain('{"end":true,"lines":3}');
  });

  it('that is cut has no end, and the service goes on', async () => {
    const batch = await openRawBatch(app.url, app.key);
    batch.write(`${MARKET}\n${accountLine('first')}\n{"account":`);
    await batch.until('"line":2');
    batch.cut();
    expect(await batch.closed()).not.toContain('"end"');
    expect((await app.fetch(paths.ready)).status).toBe(200);
  });

  it('is worked for no faster than it is read', async () => {
    const batch = await openRawBatch(app.url, app.key);
    batch.pause();
    batch.write(`${MARKET}\n`);
    const lines = `${accountLine('a')}\n`.repeat(1000);
    let chunks = 0;
    while (chunks < 100 && (await batch.writeWithin(lines, 3000))) chunks += 1;
    // Buffers on the way hold some of it; a hundred of these chunks would be 60 MB.
    expect(chunks).toBeLessThan(100);
    batch.cut();
  });
});
