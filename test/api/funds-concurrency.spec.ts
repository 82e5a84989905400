import { afterEach, describe, expect, it } from 'vitest';
import { lossResource, paths } from '@backstop/contracts';
import { cleanups } from '../support/cleanups.ts';
import { asJson, payIn } from '../support/fund-acts.ts';
import { runLoss, sampleLoss } from '../support/sample-loss.ts';
import { startProcess, type ServiceProcess } from '../support/service-process.ts';
import { startApp } from '../support/start-app.ts';

const after = cleanups();
const started: ServiceProcess[] = [];

afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});

const PROCESSES = 3;
const LOSSES = 10;

describe('draws by many processes at once', () => {
  it('never leave less than nothing: what is drawn is what was there, and each loss is whole', async () => {
    const app = await startApp();
    after.add(app.stop);
    await payIn(app, 'USDT', '100');
    for (let count = 0; count < PROCESSES; count += 1) {
      const dataDir = await after.folder();
      started.push(startProcess({ DATABASE_URL: app.databaseUrl, DATA_DIR: dataDir }));
    }
    const urls = await Promise.all(started.map(({ url }) => url));
    const losses = await Promise.all(
      [app.url, ...urls].flatMap((url, process) =>
        Array.from({ length: LOSSES }, async (_, index) => {
          const loss = sampleLoss('7', { account: `loser-${String(process)}-${String(index)}` });
          const { headers, ...init } = asJson(loss, {
            authorization: `Bearer ${app.key}`,
            'idempotency-key': `${String(process)}-${String(index)}`,
          });
          const response = await fetch(url + paths.losses, { ...init, ...(headers === undefined ? {} : { headers }) });
          expect(response.status).toBe(201);
          return lossResource.parse(await response.json());
        }),
      ),
    );
    expect(losses).toHaveLength((PROCESSES + 1) * LOSSES);
    // 14 · 7 = 98, and the fifteenth gets the 2 that are left.
    const drawn = losses.map(({ layers }) => layers.find(({ type }) => type === 'insurance-fund')?.drawn);
    expect(drawn.filter((amount) => amount === '7')).toHaveLength(14);
    expect(drawn.filter((amount) => amount === '2')).toHaveLength(1);
    expect(drawn.filter((amount) => amount === '0')).toHaveLength(losses.length - 15);
    for (const { layers, uncovered } of losses) {
      expect(layers.reduce((sum, layer) => sum + Number(layer.drawn), Number(uncovered))).toBe(7);
    }
    const [ledger] = await app.dataSource.query<object[]>(
      `select c.balance, (select min(balance) from fund_entry) as least, (select count(*)::int from fund_entry) as entries,
         (select sum(case to_account when 'balance' then units else -units end) from fund_entry) as summed,
         (select max(sequence)::int from fund_entry) as last
       from fund_compartment c where id = 'USDT'`,
    );
    expect(ledger).toEqual({ balance: '0', least: '0', entries: 16, summed: '0', last: 16 });
  });

  it('with one key are one draw', async () => {
    const app = await startApp();
    after.add(app.stop);
    const beside = await startApp({ beside: app });
    after.add(beside.stop);
    await payIn(app, 'USDT', '100');
    const loss = sampleLoss('7');
    const sent = await Promise.all(
      [app, beside, app, beside].map(({ url }) => {
        const { headers, ...init } = asJson(loss, { authorization: `Bearer ${app.key}`, 'idempotency-key': 'once' });
        return fetch(url + paths.losses, { ...init, ...(headers === undefined ? {} : { headers }) });
      }),
    );
    for (const { status } of sent) expect([201, 409]).toContain(status);
    await runLoss(app, loss, { key: 'once' });
    const [row] = await app.dataSource.query<object[]>(
      `select count(*)::int as draws from fund_entry where source = 'draw'`,
    );
    expect(row).toEqual({ draws: 1 });
  });
});
