import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lossResource, paths } from '@backstop/contracts';
import { cuttingRelay, type CuttingRelay } from '../support/cutting-relay.ts';
import { databaseState, type DatabaseState } from '../support/database-state.ts';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';
import { asJson, payIn } from '../support/fund-acts.ts';
import { runLoss, sampleLoss } from '../support/sample-loss.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let database: FreshDatabase;
let relay: CuttingRelay;
let state: DatabaseState;
let app: TestApp;

beforeAll(async () => {
  database = await freshDatabase('shipped');
  relay = await cuttingRelay(database.url);
  state = await databaseState(database.url);
  app = await startApp({ beside: { databaseUrl: relay.url } });
  await payIn(app, 'USDT', '100');
});

afterAll(async () => {
  await app.stop();
  await relay.stop();
  await state.stop();
  await database.drop();
});

/** Everything that a loss writes, as counts and the balance. */
async function written(): Promise<unknown> {
  const [row] = await state.query<Record<string, string>>(
    `select (select count(*) from loss) as losses, (select count(*) from loss_layer) as layers,
       (select count(*) from loss_allocation) as shares, (select count(*) from fund_switch) as switches,
       (select count(*) from fund_entry) as entries, (select balance from fund_compartment where id = 'USDT') as balance,
       (select count(*) from audit_entry where act = 'loss.recorded') as acts,
       (select count(*) from idempotency_key where key = 'cut') as keys`,
  );
  return row;
}

describe('a loss that is cut', () => {
  it(
    'after any statement of its transaction leaves nothing half-paid, and is paid once when it is sent again',
    { timeout: 120_000 },
    async () => {
      const loss = sampleLoss('150', { at: new Date(Date.now() - 60_000).toISOString() });
      const before = await written();
      const send = () => app.fetch(paths.losses, asJson(loss, { 'idempotency-key': 'cut' }));
      let statements: readonly string[] = [];
      for (let after = 1; statements.at(-1) !== 'COMMIT'; after += 1) {
        const armed = relay.cutAfter(after);
        const { status } = await send();
        armed.disarm();
        await state.quiet();
        expect({ isCut: armed.isCut(), seen: armed.seen().length }).toEqual({ isCut: true, seen: after });
        expect(status).toBeGreaterThanOrEqual(500);
        statements = armed.seen();
        if (statements.at(-1) !== 'COMMIT') expect(await written()).toEqual(before);
      }
      // The cuts have gone through the whole payment.
      for (const table of ['fund_compartment', 'loss ', 'loss_layer', 'loss_allocation', 'fund_entry', 'audit_entry']) {
        expect(statements.some((statement) => statement.includes(`insert into ${table}`))).toBe(true);
      }
      const paid = await written();
      expect(paid).toMatchObject({
        losses: '1',
        layers: '5',
        shares: '3',
        entries: '2',
        balance: '0',
        acts: '1',
        keys: '1',
      });
      const again = await send();
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      expect(lossResource.parse(await again.json())).toMatchObject({ sequence: expect.any(Number) as number });
      expect(await written()).toEqual(paid);
    },
  );

  it('in its dry run leaves nothing at all', async () => {
    const before = await written();
    await runLoss(app, sampleLoss('20'), { query: '?dryRun=true' });
    const armed = relay.cutAfter(6);
    const { status } = await app.fetch(`${paths.losses}?dryRun=true`, asJson(sampleLoss('20')));
    armed.disarm();
    await state.quiet();
    expect(armed.isCut()).toBe(true);
    expect(status).toBeGreaterThanOrEqual(500);
    expect(await written()).toEqual(before);
  });
});
