import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fundResource, pathOf, paths, receivableEntry, solvencyResource, type LossResource } from '@backstop/contracts';
import { approveVersion } from '../support/approve-version.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { asJson, payIn } from '../support/fund-acts.ts';
import { runLoss, sampleLoss, winner } from '../support/sample-loss.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const RULES = fileURLToPath(new URL('../../rules/perp-linear-reference/', import.meta.url));
const HOUR_MILLISECONDS = 3_600_000;

type Document = Record<string, unknown>;

/** The shipped document of a policy `<kind>.default`. */
function shipped(kind: string): Document {
  const text = readFileSync(`${RULES}${kind}/default.json`, 'utf8');
  return (JSON.parse(text) as { document: Document }).document;
}

/** The service with other documents of some policies in force since an hour. */
function appUnder(documents: Readonly<Record<string, Document | null>>): Promise<TestApp> {
  const effectiveFrom = new Date(Date.now() - HOUR_MILLISECONDS);
  return startApp({
    fill: async (dataSource) => {
      for (const [kind, document] of Object.entries(documents)) {
        await approveVersion(dataSource, { policy: `${kind}.default`, document, effectiveFrom });
      }
    },
  });
}

function compartments(over: Document): Document {
  const { compartments: rows } = shipped('insurance-fund') as { compartments: Document[] };
  return { compartments: rows.map((row) => (row['name'] === 'USDT' ? { ...row, ...over } : row)) };
}

function layers(over: Readonly<Record<string, Document>>): Document {
  const document = shipped('loss-waterfall') as { layers: Document[] };
  return { ...document, layers: document.layers.map((row) => ({ ...row, ...over[String(row['type'])] })) };
}

const drawn = (loss: LossResource, type: string) => loss.layers.find((layer) => layer.type === type);
const newKey = () => ({ 'idempotency-key': randomUUID() });

/** Somebody short of a bitcoin in profit, who can be closed at a price above the mark. */
const short = (id: string) => ({
  ...winner(id, '6000'),
  positions: [{ scope: 'cross:USDT', size: '-1', entryPrice: '70000', accountValue: '100000', notional: '64000' }],
});

describe('caps of the fund', () => {
  let app: TestApp;
  beforeAll(async () => {
    const caps = { accountDrawnMax: '30', periodDrawnMax: '50', periodSeconds: 86_400 };
    app = await appUnder({ 'insurance-fund': compartments(caps) });
    await payIn(app, 'USDT', '1000');
  });
  afterAll(() => app.stop());

  it('bind over the period: for one account, and for all', async () => {
    const [first, again, other] = [
      await runLoss(app, sampleLoss('20', { account: 'one' })),
      await runLoss(app, sampleLoss('20', { account: 'one' })),
      await runLoss(app, sampleLoss('40', { account: 'two' })),
    ];
    expect(drawn(first, 'insurance-fund')).toMatchObject({ drawn: '20', limit: null });
    expect(drawn(again, 'insurance-fund')).toMatchObject({ drawn: '10', limit: 'account-cap' });
    expect(drawn(other, 'insurance-fund')).toMatchObject({ drawn: '20', limit: 'period-cap' });
  });
});

describe('deleveraging', () => {
  const openPosition = { size: '1', closePrice: '64900' };
  const event = { openPosition, candidates: [short('a'), short('b')] };

  it('is opened by the very loss that empties the fund', async () => {
    const app = await appUnder({ 'loss-waterfall': layers({ adl: { opens: 'fund-switch' } }) });
    await payIn(app, 'USDT', '1000');
    const small = await runLoss(app, sampleLoss('100', event));
    expect(drawn(small, 'adl')).toMatchObject({ limit: 'switch-off', closes: 0 });
    const large = await runLoss(app, sampleLoss('900', event));
    expect(drawn(large, 'insurance-fund')).toMatchObject({ drawn: '900' });
    expect(drawn(large, 'adl')).toMatchObject({ limit: null, closes: 1, absorbed: '900' });
    const told = await (await app.signInAs('viewer')).fetch(pathOf(paths.fund, { id: 'USDT' }));
    expect(fundResource.parse(await told.json())).toMatchObject({ balance: '0', adlOpenFor: ['BTCUSDT'] });
    await app.stop();
  });

  it('stops at what it absorbed in the period', async () => {
    const caps = [{ asset: 'USDT', lossDrawnMax: null, periodDrawnMax: '1000' }];
    const app = await appUnder({ 'loss-waterfall': layers({ adl: { caps, periodSeconds: 86_400 } }) });
    const first = await runLoss(app, sampleLoss('1', event));
    const second = await runLoss(app, sampleLoss('1', event));
    expect(drawn(first, 'adl')).toMatchObject({ absorbed: '900', limit: null });
    expect(drawn(second, 'adl')).toMatchObject({ absorbed: '99.999999', limit: 'period-cap' });
    await app.stop();
  });
});

describe('an account without protection', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await appUnder({ 'balance-protection': { protectedTags: ['retail'], closeOutShare: null } });
    await payIn(app, 'USDT', '1000');
  });
  afterAll(() => app.stop());

  const owed = async (): Promise<string | undefined> => {
    const body: unknown = await (await (await app.signInAs('viewer')).fetch(paths.solvency)).json();
    return solvencyResource.parse(body).assets.find(({ asset }) => asset === 'USDT')?.receivable;
  };
  const pay = (amount: string, reference: string) =>
    app.fetch(paths.receivablePayments, asJson({ account: 'loser', asset: 'USDT', amount, reference }, newKey()));

  it('owes its deficit, which nobody else bears, until it pays', async () => {
    const loss = await runLoss(app, sampleLoss('70.5'));
    expect(loss).toMatchObject({ goesTo: 'receivable', reset: null, uncovered: '0' });
    expect(await owed()).toBe('70.5');
    await expectProblem(await pay('70.500000001', 'p-0'), 'request_must_be_valid');
    await expectProblem(await pay('71', 'p-0'), 'payment_must_not_exceed_what_is_owed');
    expect((await pay('50', 'p-1')).status).toBe(201);
    await expectProblem(await pay('5', 'p-1'), 'payment_must_be_booked_once');
    expect(await owed()).toBe('20.5');
    const listed = await (await app.signInAs('viewer')).fetch(`${paths.receivables}?account=loser`);
    const rows = receivableEntry.array().parse(await listed.json());
    expect(rows.map(({ source, amount, owed: after }) => [source, amount, after])).toEqual([
      ['loss', '70.5', '70.5'],
      ['payment', '50', '20.5'],
    ]);
    expect(rows[0]?.reference).toBe(loss.id);
  });

  it('is not the one with the tag: its balance is written to zero, with who bore it', async () => {
    const loss = await runLoss(app, sampleLoss('1100', { tags: ['retail'] }));
    expect(loss.reset).toEqual({
      deficit: { asset: 'USDT', amount: '1100' },
      borneBy: [
        { layer: 'insurance-fund', amount: '1000' },
        { layer: 'socialization', amount: '100' },
      ],
      uncovered: '0',
    });
  });

  it('pays no more than it owes, however many pay at once', async () => {
    const paid = await Promise.all(Array.from({ length: 8 }, (_, at) => pay('5', `many-${String(at)}`)));
    expect(paid.filter(({ status }) => status === 201)).toHaveLength(4);
    expect(await owed()).toBe('0.5');
  });

  it('is asked by nobody who may not record', async () => {
    const ada = await app.signInAs('author');
    const body = { account: 'loser', asset: 'USDT', amount: '1', reference: 'x' };
    await expectProblem(await ada.fetch(paths.receivablePayments, asJson(body)), 'permission_denied');
  });
});

describe('refused', () => {
  it('is a loss of which no policy says who bears it', async () => {
    const app = await appUnder({ 'loss-waterfall': null });
    await expectProblem(await app.fetch(paths.losses, asJson(sampleLoss('1'), newKey())), 'waterfall_must_be_in_force');
    await app.stop();
  });

  it('is a loss of a compartment that the ledger keeps in another asset', async () => {
    const app = await startApp({
      fill: async (dataSource) => {
        await dataSource.query(`insert into fund_compartment (id, asset, precision) values ('USDT', 'USDC', 6)`);
      },
    });
    await expectProblem(await app.fetch(paths.losses, asJson(sampleLoss('1'), newKey())), 'fund_must_be_as_declared');
    await app.stop();
  });

  it('is a deposit that the policy lets nobody make', async () => {
    const app = await appUnder({ 'insurance-fund': compartments({ takesDeposits: false }) });
    const asked = await (
      await app.signInAs('author')
    ).fetch(pathOf(paths.fundDeposits, { id: 'USDT' }), asJson({ amount: '1', reason: 'top-up' }));
    await expectProblem(asked, 'fund_must_take_deposits');
    // Asked for under a policy that took deposits, and decided under one that takes none.
    const id = randomUUID();
    await app.dataSource.query(`insert into fund_compartment (id, asset, precision) values ('USDT', 'USDT', 8)`);
    await app.dataSource.query(
      `insert into fund_deposit (id, compartment_id, kind, units, reason, asked_by, asked_at)
       values ($1, 'USDT', 'deposit', 1000000, 'top-up', 'somebody', now())`,
      [id],
    );
    const approver = await app.signInAs('approver');
    const decide = (path: string) =>
      approver.fetch(pathOf(path, { id: 'USDT', deposit: id }), asJson({ comment: 'no' }));
    await expectProblem(await decide(paths.fundDepositApprove), 'fund_must_take_deposits');
    expect((await decide(paths.fundDepositReject)).status).toBe(200);
    await app.stop();
  });
});
