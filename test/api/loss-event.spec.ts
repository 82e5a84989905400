import { randomUUID } from 'node:crypto';
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
  ])('refused by line: %j', async (lines, code, path) => {
    const { errors } = await expectProblem(await send(lines), 'request_must_be_valid');
    expect(errors[0]).toMatchObject({ code, pointer: path });
  });
});
