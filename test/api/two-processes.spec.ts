import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '@backstop/api/log/log';
import { listenTo } from '@backstop/api/persistence/listen-to';
import { TimelineService } from '@backstop/api/policies/timeline.service';
import { decisionResponse, paths } from '@backstop/contracts';
import pg from 'pg';
import { oneTier } from '../support/ladder.ts';
import { approveVersion } from '../support/approve-version.ts';
import { cleanups } from '../support/cleanups.ts';
import { databaseAt } from '../support/database-broker.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { sampleEvaluation } from '../support/sample-evaluation.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const POLICY = 'margin-tiers.BTCUSDT';

const after = cleanups();

/** Two services on one database; `beside` is the one that nothing is written through. */
async function two(): Promise<{ readonly app: TestApp; readonly beside: TestApp }> {
  const app = await startApp();
  after.add(app.stop);
  const beside = await startApp({ beside: app });
  after.add(beside.stop);
  return { app, beside };
}

/** Approves a further version through one service, as of an instant, and says so as the workflow does. */
async function approve({ dataSource }: TestApp, rate: string, effectiveFrom: number): Promise<void> {
  await approveVersion(dataSource, { policy: POLICY, document: oneTier(rate), effectiveFrom: new Date(effectiveFrom) });
  await announce(dataSource);
}

async function announce(dataSource: TestApp['dataSource']): Promise<void> {
  await dataSource.query(`select pg_notify('backstop_timeline', '')`);
}

/** The versions of the policy that a service knows of, without asking the database. */
function knownTo({ nest }: TestApp): number {
  const { timeline } = nest.get(TimelineService).view();
  const policy = timeline.policies.find((each) => each.policy === POLICY);
  return new Set(policy?.segments.map(({ version }) => version?.version)).size;
}

async function until(isSo: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    if (await isSo()) return true;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return isSo();
}

function evaluate(app: TestApp, asOf = ''): Promise<Response> {
  return app.fetch(paths.evaluations + asOf, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sampleEvaluation()),
  });
}

describe('an approval', () => {
  beforeEach(() => {
    // Nothing is asked at an interval: what a service knows it has heard.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is heard of in every process, without any asking', async () => {
    const { app, beside } = await two();
    expect([knownTo(app), knownTo(beside)]).toEqual([1, 1]);
    await approve(app, '0.02', Date.now() + 86_400_000);
    expect(await until(() => knownTo(app) === 2 && knownTo(beside) === 2, 1500)).toBe(true);
    await approve(beside, '0.03', Date.now() + 2 * 86_400_000);
    expect(await until(() => knownTo(app) === 3 && knownTo(beside) === 3, 1500)).toBe(true);
  });

  it('that nobody is told of is not heard of, so that the test above can fail', async () => {
    const { app, beside } = await two();
    const soon = new Date(Date.now() + 86_400_000);
    // The listener looks once as soon as it is connected.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await approveVersion(app.dataSource, { policy: POLICY, document: oneTier('0.02'), effectiveFrom: soon });
    expect(await until(() => knownTo(beside) === 2, 1000)).toBe(false);
  });

  it('is known once the listener is back, where it was told in between', async () => {
    const { app, beside } = await two();
    await cut(app, 'backstop listener');
    await approve(app, '0.02', Date.now() + 86_400_000);
    expect(await until(() => knownTo(app) === 2 && knownTo(beside) === 2, 5000)).toBe(true);
  });
});

describe('two services on one database', () => {
  it('ask at an interval where they hear nothing', async () => {
    const { app, beside } = await two();
    await cut(app, 'backstop listener');
    const soon = new Date(Date.now() + 86_400_000);
    await approveVersion(app.dataSource, { policy: POLICY, document: oneTier('0.02'), effectiveFrom: soon });
    expect(await until(() => knownTo(beside) === 2, 2000)).toBe(true);
    const later = new Date(soon.getTime() + 86_400_000);
    await approveVersion(app.dataSource, { policy: POLICY, document: oneTier('0.03'), effectiveFrom: later });
    expect(await until(() => knownTo(beside) === 3, 2000)).toBe(true);
  });

  it('decide by what is in force, each at each instant, while it changes', async () => {
    const { app, beside } = await two();
    const from = Date.now() + 2200;
    await approve(app, '0.02', from);
    const rates = new Set<string>();
    while (Date.now() < from + 400) {
      for (const each of [app, beside]) {
        const asOf = Date.now();
        const response = await evaluate(each, `?asOf=${new Date(asOf).toISOString()}`);
        expect(response.status).toBe(200);
        const { scopes } = decisionResponse.parse(await response.json());
        const rate = scopes[0]?.positions[0]?.tier?.maintenanceMarginRate ?? '';
        expect(rate).toBe(asOf < from ? '0.005' : '0.02');
        rates.add(rate);
      }
    }
    expect(rates).toEqual(new Set(['0.005', '0.02']));
  });

  it('refuse to decide while the database cannot be reached, and decide again once it can', async () => {
    const { app, beside } = await two();
    const server = new pg.Client({ connectionString: databaseAt(app.databaseUrl, 'postgres') });
    await server.connect();
    after.add(() => server.end());
    const name = new URL(app.databaseUrl).pathname.slice(1);
    await server.query(`alter database ${name} with allow_connections false`);
    await cut(app, 'backstop%', server);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    for (const each of [app, beside]) {
      // Who asks cannot be confirmed either, which is said first.
      await expectProblem(await evaluate(each), 'access_not_confirmed');
      const asked = each.nest.get(TimelineService).viewFor(Date.now());
      await expect(asked).rejects.toMatchObject({ code: 'policy_set_not_confirmed' });
    }
    await server.query(`alter database ${name} with allow_connections true`);
    for (const each of [app, beside]) {
      expect(await until(async () => (await evaluate(each)).status === 200, 10_000)).toBe(true);
    }
    await approve(app, '0.02', Date.now() + 86_400_000);
    expect(await until(() => knownTo(app) === 2 && knownTo(beside) === 2, 5000)).toBe(true);
  });
});

describe('a listener', () => {
  it('hears what is told, looks again whenever it is connected, and stops', async () => {
    const app = await startApp({ content: 'empty' });
    after.add(app.stop);
    const log = createLog('silent');
    let heard = 0;
    const stop = listenTo(app.databaseUrl, 'test channel', { log, onNews: () => (heard += 1) });
    const tell = (): Promise<unknown> => app.dataSource.query(`select pg_notify('test channel', '')`);
    expect(await until(() => heard === 1, 5000)).toBe(true);
    await tell();
    expect(await until(() => heard === 2, 1000)).toBe(true);
    await cut(app, 'backstop listener');
    expect(await until(() => heard === 3, 5000)).toBe(true);
    await tell();
    expect(await until(() => heard === 4, 1000)).toBe(true);
    stop();
    await tell();
    expect(await until(() => heard === 5, 300)).toBe(false);
  });

  it('waits longer and longer for a server that is not there, and says so once', async () => {
    const lines: string[] = [];
    const log = createLog('warn', (line) => lines.push(line));
    const stop = listenTo('postgres://127.0.0.1:1/none', 'test channel', { log, onNews: () => undefined });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    stop();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('the database is not heard');
  });
});

/** Ends the connections of a name to the application's database, from the side of the server. */
async function cut({ dataSource }: TestApp, name: string, by?: pg.Client): Promise<void> {
  const url = new URL((dataSource.options as { url: string }).url);
  const statement = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = $1 and application_name like $2 and pid <> pg_backend_pid()`;
  const values = [url.pathname.slice(1), name];
  if (by === undefined) await dataSource.query(statement, values);
  else await by.query(statement, values);
}
