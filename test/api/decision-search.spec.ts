import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DecisionLogRepository, type DecisionPage } from '@backstop/api/decisions/decision-log.repository';
import { canonicalJson } from '@backstop/core/canonical';
import { paths, type LoggedDecisionSummary } from '@backstop/contracts';
import type { DataSource } from 'typeorm';
import { asOwner } from '../support/audited-app.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { makeKey } from '../support/make-key.ts';
import { decide, logOf, movedZone, withZones } from '../support/moved-zone.ts';
import { runLoss, sampleLoss } from '../support/sample-loss.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

const COPIES = 12_000;

/** The same database, which also says how it found what it was asked. */
function explaining(dataSource: DataSource, plans: string[]): DataSource {
  const query = async (sql: string, values: unknown[]): Promise<unknown> => {
    const lines = await dataSource.query<{ 'QUERY PLAN': string }[]>(`explain (analyze, costs off) ${sql}`, values);
    plans.push(...lines.map((line) => line['QUERY PLAN']));
    return dataSource.query(sql, values);
  };
  return new Proxy(dataSource, {
    get: (target, name) => (name === 'query' ? query : (Reflect.get(target, name) as unknown)),
  });
}

describe('a search', () => {
  it('has what holds all at once, and nothing else', async () => {
    const only = withZones({ 'cross:USDT': 'warning' }, 's-1');
    const positions = only.account.positions.filter(({ contract }) => contract === 'BTCUSDT');
    const { decisionId } = await decide(app, { ...only, account: { ...only.account, positions, openOrders: [] } });
    await decide(app, movedZone('s-2'));
    const market = { ...only.market, contracts: { ...only.market.contracts, BTCUSDT: { markPrice: '53000' } } };
    await decide(app, { ...only, account: { ...only.account, id: 's-3' }, market });
    await runLoss(app, sampleLoss('5', { account: 's-4' }));
    const of = async (query: string) => (await logOf(app, `?${query}`)).map(({ account }) => account);
    expect(await of('contract=BTCUSDT')).toEqual(['s-1', 's-2', 's-3', 's-4']);
    expect(await of('contract=ETHUSDT')).toEqual(['s-2', 's-3']);
    expect(await of('zone=liquidation')).toEqual(['s-3']);
    expect(await of('zone=healthy&contract=BTCUSDT')).toEqual(['s-1', 's-2', 's-3']);
    expect(await of('type=evaluation&contract=BTCUSDT&outcome=pass')).toEqual(['s-1', 's-2']);
    expect(await of('type=loss')).toEqual(['s-4']);
    expect(await of('outcome=covered')).toEqual(['s-4']);
    expect(await of('type=plan')).toEqual([]);
    expect(await of('policy=margin-tiers.ETHUSDT')).toEqual(['s-2', 's-3']);
    expect(await of('policy=margin-tiers.ETHUSDT&version=1')).toEqual(['s-2', 's-3']);
    expect(await of('policy=margin-tiers.ETHUSDT&version=2')).toEqual([]);
    expect(await of('policy=margin-tiers')).toEqual([]);
    expect(await of('policy=loss-waterfall.default')).toEqual(['s-4']);
    for (const digits of [1, 8, 64]) {
      expect(await of(`account=s-1&decision=${decisionId.slice(0, digits)}`)).toEqual(['s-1']);
    }
    const other = decisionId.startsWith('f') ? 'e' : 'f';
    expect(await of(`account=s-1&decision=${other}`)).toEqual([]);
    expect(await of(`decision=${decisionId}&contract=ETHUSDT`)).toEqual([]);
  });

  it.each([
    ['type=guess', 'query_must_be_valid'],
    ['version=1', 'query_must_be_valid'],
    ['decision=XYZ', 'query_must_be_valid'],
    ['zone=%00', 'query_must_be_valid'],
  ] as const)('is refused for %s', async (query, code) => {
    const viewer = await app.signInAs('viewer');
    await expectProblem(await viewer.fetch(`${paths.decisions}?${query}`), code);
  });

  it('is open to who may read decisions, and to nobody by a key to record them', async () => {
    const recorder = await makeKey(app.dataSource, { scopes: ['decision:record'], at: Date.now() });
    const headers = { authorization: `Bearer ${recorder}` };
    await expectProblem(await fetch(app.url + paths.decisions, { headers }), 'permission_denied');
    await expectProblem(await fetch(app.url + paths.decisions), 'authentication_required');
  });

  it('never finds an entry by what it is not about: the database makes it from the body alone', async () => {
    const edit = `update decision_log set terms = '{zone:healthy}' where account = 's-1'`;
    await expect(asOwner(app.dataSource, edit)).rejects.toThrow('can only be updated to DEFAULT');
    await asOwner(
      app.dataSource,
      `update decision_log set body = replace(body, '"type":"evaluation"', '"type":"loss"') where account = 's-1'`,
    );
    expect((await logOf(app, '?account=s-1'))[0]?.type).toBe('loss');
    await asOwner(
      app.dataSource,
      `update decision_log set body = replace(body, '"type":"loss"', '"type":"evaluation"') where account = 's-1'`,
    );
  });
});

describe(`among ${String(COPIES)} entries`, () => {
  beforeAll(async () => {
    const [own] = await app.dataSource.query<{ body: string }[]>(`select body from decision_log where account = 's-2'`);
    // What an entry is about, and nothing else, so that thousands are made in no time.
    const decision = JSON.stringify({
      policySet: { versions: [{ policy: 'margin-tiers.ETHUSDT', version: 1 }] },
      scopes: [{ zone: 'healthy' }],
    });
    const input = { account: { positions: [{ contract: 'ETHUSDT' }] } };
    const body = canonicalJson({ ...(JSON.parse(own?.body ?? '') as object), decision, input });
    await app.dataSource.query(
      `insert into decision_log (sequence, previous, hash, body, decision_id, as_of, account, outcome, policy_set)
       select (select max(sequence) from decision_log) + copy, repeat('0', 64),
         encode(sha256(('hash' || copy)::bytea), 'hex'), replace($2, '"s-2"', '"copy-' || copy || '"'),
         encode(sha256(copy::text::bytea), 'hex'), timestamptz '2024-10-24T12:00:00Z' + copy * interval '1 second',
         'copy-' || copy, 'pass', repeat('0', 64)
       from generate_series(1, $1::integer) as copy`,
      [COPIES, body],
    );
    await app.dataSource.query('vacuum analyze decision_log');
  });

  const PAGE: DecisionPage = {
    ...{ after: null, order: 'desc', limit: 51, account: null, outcome: null, type: null, policySet: null },
    ...{ decision: null, terms: [], from: null, to: null },
  };
  const deep = COPIES / 2;

  it.each<[string, Partial<DecisionPage>, number]>([
    ['of the latest', {}, 51],
    ['in the middle', { after: deep }, 51],
    ['of an account', { account: 'copy-17' }, 1],
    ['of a type that is rare', { type: 'loss' }, 1],
    ['of an outcome that is rare', { outcome: 'breach' }, 1],
    ['in a zone that is rare', { terms: ['zone:liquidation'] }, 1],
    ['in a contract that nearly all are in', { terms: ['contract:ETHUSDT'], after: deep }, 51],
    ['under a version that is rare', { terms: ['policy:loss-waterfall.default@1'] }, 1],
    ['by the first digits of its id', { decision: 'ab1' }, 51],
    ['of an hour', { from: Date.parse('2024-10-24T13:00:00Z'), to: Date.parse('2024-10-24T14:00:00Z') }, 51],
  ])('a page %s is found by an index, within milliseconds', async (_name, asked, atMost) => {
    const plans: string[] = [];
    const repository = new DecisionLogRepository(explaining(app.dataSource, plans));
    const rows = await repository.page({ ...PAGE, ...asked });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThanOrEqual(atMost);
    const plan = plans.join('\n');
    expect(plan).not.toContain('Seq Scan');
    expect(plan).toMatch(/Index|Bitmap/);
    const milliseconds = Number(/Execution Time: ([\d.]+) ms/.exec(plan)?.[1]);
    // A few on a machine of its own; this one may be busy.
    expect(milliseconds).toBeLessThan(250);
  });

  it('the list is walked by its links without an entry being missed', async () => {
    const viewer = await app.signInAs('viewer');
    let [next, count, last]: [string | null, number, number] = [
      `${paths.decisions}?order=desc&limit=1000`,
      0,
      Infinity,
    ];
    while (next !== null) {
      const response: Response = await viewer.fetch(next);
      const rows = (await response.json()) as LoggedDecisionSummary[];
      for (const { sequence } of rows) {
        expect(sequence).toBeLessThan(last);
        last = sequence;
      }
      count += rows.length;
      next = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1] ?? null;
    }
    expect(count).toBe(COPIES + 4);
  });
});
