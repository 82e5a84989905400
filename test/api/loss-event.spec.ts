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
