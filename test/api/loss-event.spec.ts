import { readLoss } from '@backstop/api/losses/read-loss';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fundResource, lossResource, pathOf, paths } from '@backstop/contracts';
import { expectProblem } from '../support/expect-problem.ts';
import { asJson, payIn } from '../support/fund-acts.ts';
import { runLoss, sampleLoss } from '../support/sample-loss.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const newKey = () => ({ 'idempotency-key': randomUUID() });

async function read<Resource>(path: string, schema: { parse: (json: unknown) => Resource }): Promise<Resource> {
  return schema.parse(await (await (await app.signInAs('viewer')).fetch(path)).json());
}

/** Begins an upload, and gives what cuts it off once the service has read its beginning. */
async function uploading(type: string, first: string): Promise<() => void> {
  const upload = request(`${app.url}${paths.losses}?dryRun=true`, {
    method: 'POST',
    headers: { 'content-type': type, authorization: `Bearer ${app.key}` },
  });
  upload.on('error', () => undefined);
  await new Promise((resolve) => upload.write(`${first}\n`, resolve));
  // Answered on another connection, so that the service has been round to the upload.
  await app.fetch(paths.solvency);
  return () => upload.destroy();
}

describe('a loss is recorded once', () => {
  it('for each event of the venue, whatever key and figures it comes with', async () => {
    await payIn(app, 'USDT', '100');
    const { id } = await runLoss(app, sampleLoss('30', { eventId: 'liquidation-7' }));
    const again = await app.fetch(paths.losses, asJson(sampleLoss('31', { eventId: 'liquidation-7' }), newKey()));
    const { detail } = await expectProblem(again, 'loss_event_must_be_recorded_once');
    expect(detail).toContain(id);
    expect(await read(paths.losses, lossResource.array())).toHaveLength(1);
    expect((await read(pathOf(paths.fund, { id: 'USDT' }), fundResource)).balance).toBe('70');
  });

  it('under its own id, and not long after: an older set of policies is nobody’s choice', async () => {
    const nameless = app.fetch(paths.losses, asJson(sampleLoss('1', { eventId: undefined }), newKey()));
    await expectProblem(await nameless, 'loss_event_id_required');
    const at = new Date(Date.now() - 8 * 86_400_000).toISOString();
    const old = sampleLoss('1', { at });
    await expectProblem(await app.fetch(paths.losses, asJson(old, newKey())), 'loss_must_not_be_old');
    expect((await app.fetch(`${paths.losses}?dryRun=true`, asJson(old))).status).toBe(200);
  });
});

describe('candidates come as CSV', () => {
  const { candidates: _inline, ...event } = sampleLoss('4') as { candidates: unknown };
  const send = (lines: readonly string[]) =>
    app.fetch(`${paths.losses}?dryRun=true`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: lines.join('\r\n'),
    });
  const EVENT = `# ${JSON.stringify(event)}`;
  const asLine = (id: string) => ({ candidate: { id, accountValue: '1', notional: '1' } });
  const POSITIONS = 'id,accountValue,notional,scope,size,entryPrice,scopeAccountValue,scopeNotional';

  it('and give what they give as JSON, to the same decision', async () => {
    const rows = ['a,100000,64000,3,"x;y"', '"b, too",100000,64000,1,'];
    const sent = await send([EVENT, 'id,accountValue,notional,positivePnl,tags', ...rows]);
    expect(sent.status).toBe(200);
    const candidate = (id: string, positivePnl: string, tags: readonly string[]) => ({
      ...{ id, accountValue: '100000', notional: '64000', positivePnl, tags },
    });
    const candidates = [candidate('a', '3', ['x', 'y']), candidate('b, too', '1', [])];
    const inline = await runLoss(app, { ...event, candidates }, { query: '?dryRun=true' });
    const { decisionId, digest } = lossResource.parse(await sent.json());
    expect({ digest }).toEqual({ digest: inline.digest });
    expect(decisionId).toHaveLength(64);
  });

  it.each([
    [['id,accountValue,notional', 'a,1,1'], 'loss_must_come_first', ''],
    [[EVENT, 'id,notional', 'a,1'], 'header_must_be_known', '/2'],
    [[EVENT, 'id,accountValue,notional,color', 'a,1,1,red'], 'header_must_be_known', '/2'],
    [[EVENT, 'id,accountValue,notional', 'a,1,1', 'b,1'], 'line_must_be_csv', '/4'],
    [[EVENT, 'id,accountValue,notional', 'a,1,1', 'a,1,1'], 'candidate_must_be_unique', '/4/id'],
    [['# {nothing}', 'id,accountValue,notional', 'a,1,1'], 'body_must_be_json', '/1'],
    // A header that was left out would swallow the first candidate.
    [[EVENT, 'a,1,1'], 'header_must_be_known', '/2'],
    [[EVENT, 'id,accountValue,notional,accountValue', 'a,1,1,2'], 'header_must_be_known', '/2'],
    [[EVENT, POSITIONS, 'a,1,1,,2,60000,1,1'], 'too_short', '/3/positions/0/scope'],
    [[EVENT, POSITIONS, 'a,1,1,cross:USDT,,60000,1,1'], 'invalid_text', '/3/positions/0/size'],
  ])('refused by line: %j', async (lines, code, path) => {
    const { errors } = await expectProblem(await send(lines), 'request_must_be_valid');
    expect(errors[0]).toMatchObject({ code, pointer: path });
  });

  it.each(['text/csv', 'application/x-ndjson'])('cut off in the middle as %s, the service goes on', async (type) => {
    const cut = await uploading(type, type === 'text/csv' ? EVENT : JSON.stringify({ loss: event }));
    cut();
    expect((await send([EVENT, 'id,accountValue,notional', 'a,1,1'])).status).toBe(200);
  });

  it.each([
    ['text/csv', [EVENT, 'id,accountValue,notional', 'a,1,1', 'b,1,1']],
    ['application/x-ndjson', [{ loss: event }, asLine('a'), asLine('b')].map((line) => JSON.stringify(line))],
  ])('more than may be held at once is refused, as %s', async (type, lines) => {
    const read = (limits: object) =>
      readLoss(
        { body: Readable.from(lines.map((line) => Buffer.from(`${line}\n`))), headers: { 'content-type': type } },
        limits,
      );
    expect((await read({ candidatesMax: 2 })).candidates).toHaveLength(2);
    await expect(read({ candidatesMax: 1 })).rejects.toMatchObject({ code: 'body_must_not_be_too_large' });
    const bytesMax = lines.join('\n').length;
    await expect(read({ bytesMax })).rejects.toMatchObject({ code: 'body_must_not_be_too_large' });
  });
});
