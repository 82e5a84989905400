import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  fundEntryResource,
  fundResource,
  lossAllocation,
  lossResource,
  pathOf,
  paths,
  type LossAllocation,
  type LossResource,
} from '@backstop/contracts';
import { expectProblem } from '../support/expect-problem.ts';
import { asJson, payIn } from '../support/fund-acts.ts';
import { bookAccount, bookLines, BOOK_MARKET, sendBook } from '../support/sample-book.ts';
import { runLoss, sampleLoss, winner } from '../support/sample-loss.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;

beforeEach(async () => {
  app = await startApp();
});

afterEach(() => app.stop());

async function read<Resource>(path: string, schema: { parse: (json: unknown) => Resource }): Promise<Resource> {
  const response = await (await app.signInAs('viewer')).fetch(path);
  expect(response.status).toBe(200);
  return schema.parse(await response.json());
}

/** A key that nobody has used. */
const newKey = () => ({ 'idempotency-key': randomUUID() });
const balance = async () => (await read(pathOf(paths.fund, { id: 'USDT' }), fundResource)).balance;
const drawnOf = ({ layers }: LossResource) => Object.fromEntries(layers.map(({ type, drawn }) => [type, drawn]));
const sharesOf = (rows: readonly LossAllocation[]) => rows.map(({ account, amount }) => [account, amount]);

/** As an outsider reckons it from the list. */
function digestOf(rows: readonly LossAllocation[]): string {
  const shared = rows.filter(({ layer }) => layer === 'socialization');
  const byId = shared.toSorted((a, b) => Buffer.compare(Buffer.from(a.account), Buffer.from(b.account)));
  return createHash('sha256')
    .update(byId.map(({ account, units }) => `${account},${units}\n`).join(''))
    .digest('hex');
}

describe('a loss', () => {
  it('is tried by authors, and recorded by them not', async () => {
    const ada = await app.signInAs('author');
    const tried = await ada.fetch(`${paths.losses}?dryRun=true`, asJson(sampleLoss('1')));
    expect(tried.status).toBe(200);
    await expectProblem(await ada.fetch(paths.losses, asJson(sampleLoss('1'), newKey())), 'permission_denied');
    expect(await read(paths.losses, lossResource.array())).toEqual([]);
  });

  it('is paid by the fund as far as it goes, and the rest by those who won, to the last unit', async () => {
    await payIn(app, 'USDT', '100');
    const loss = await runLoss(app, sampleLoss('150.5'));
    expect(drawnOf(loss)).toEqual({
      ...{ 'account-residual': '0', 'fee-buffer': '0', 'insurance-fund': '100', adl: '0' },
      socialization: '50.5',
    });
    expect(loss).toMatchObject({ goesTo: 'waterfall', uncovered: '0', candidates: 3, account: 'loser' });
    expect(loss.policySet.waterfall).toEqual({ policy: 'loss-waterfall.default', version: 1 });
    expect(await balance()).toBe('0');
    const [, drawn] = await read(pathOf(paths.fundEntries, { id: 'USDT' }), fundEntryResource.array());
    expect(drawn).toMatchObject({
      ...{ source: 'draw', from: 'balance', to: 'losses', amount: '100', balance: '0' },
      ...{ reference: loss.id, account: 'loser', contract: 'BTCUSDT', recordedBy: loss.recordedBy },
    });
    const id = loss.id ?? '';
    expect(await read(pathOf(paths.loss, { id }), lossResource)).toEqual(loss);
    const rows = await read(pathOf(paths.lossAllocations, { id }), lossAllocation.array());
    // 50.5 by 300 : 100 : 0.5 of 400.5, the unit left over to the largest remainder.
    const total = rows.reduce((sum, { units }) => sum + BigInt(units), 0n);
    expect(String(total)).toMatch(/^5050*$/);
    expect(rows.map(({ account }) => account)).toEqual(['a', 'b', 'c']);
    expect(digestOf(rows)).toBe(loss.digest);
    expect(loss.allocations).toEqual(rows);
    expect(loss.fairness).toMatchObject({ total: '50.5', candidates: 3, touched: 3, wiped: 0 });
    expect(loss.methods.map(({ method }) => method)).toEqual(['queue', 'pro-rata', 'min-max', 'risk-weighted']);
    const csv = await (await app.signInAs('viewer')).fetch(pathOf(paths.lossAllocationsCsv, { id }));
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await csv.text()).split('\n')[1]).toMatch(`1,socialization,a,${rows[0]?.units ?? ''},`);
    const summary = await read(paths.losses, lossResource.array());
    expect(summary).toEqual([{ ...loss, allocations: [] }]);
  });

  it('that nobody can bear stays uncovered, and is told', async () => {
    const loss = await runLoss(app, sampleLoss('500'));
    expect(loss).toMatchObject({ uncovered: '99.5', fairness: { wiped: 3 } });
    const page = await (
      await app.signInAs('viewer')
    ).fetch(`${pathOf(paths.lossAllocations, { id: loss.id ?? '' })}?limit=2`);
    expect(sharesOf(lossAllocation.array().parse(await page.json()))).toEqual([
      ['a', '300'],
      ['b', '100'],
    ]);
    expect(page.headers.get('link')).toContain('after=2');
  });

  it('closes an open position against those on the other side who gain by it', async () => {
    const position = {
      scope: 'cross:USDT:net',
      size: '-2',
      entryPrice: '70000',
      accountValue: '50000',
      notional: '128000',
    };
    const candidates = [{ ...winner('short', '12000'), positions: [position] }];
    const openPosition = { size: '1.5', closePrice: '64500' };
    const loss = await runLoss(app, sampleLoss('1', { openPosition, deficit: undefined, candidates }));
    expect(loss).toMatchObject({ deficit: null, sizeNotPlaced: '0', uncovered: '0' });
    expect(loss.layers.find(({ type }) => type === 'adl')).toMatchObject({
      ...{ sizePlaced: '1.5', price: '64500', absorbed: '750', closes: 1 },
    });
    expect(loss.allocations).toMatchObject([{ sequence: 1, layer: 'adl', account: 'short', amount: '1.5' }]);
  });

  it('is told in the audit chain', async () => {
    const { id, digest } = await runLoss(app, sampleLoss('1'));
    const acts = await app.dataSource.query<object[]>('select body from audit_entry where subject = $1', [
      `loss:${id ?? ''}`,
    ]);
    expect(JSON.stringify(acts)).toContain(digest);
  });
});

describe('a dry run', () => {
  it('says what the loss would, to the byte, and leaves nothing behind', async () => {
    await payIn(app, 'USDT', '100');
    const at = new Date(Date.now() - 1000).toISOString();
    const tried = await runLoss(app, sampleLoss('150', { at, eventId: 'e-1' }), { query: '?dryRun=true' });
    expect([tried.id, tried.sequence]).toEqual([null, null]);
    expect(await balance()).toBe('100');
    expect(await read(paths.losses, lossResource.array())).toEqual([]);
    const [left] = await app.dataSource.query<object[]>(
      `select (select count(*)::int from loss_allocation) as rows, (select count(*)::int from fund_switch) as switches,
         (select count(*)::int from audit_entry where act = 'loss.recorded') as acts`,
    );
    expect(left).toEqual({ rows: 0, switches: 0, acts: 0 });
    const paid = await runLoss(app, sampleLoss('150', { at, eventId: 'e-1' }));
    const { id: _id, sequence, recordedAt: _recordedAt, ...said } = paid;
    expect(sequence).toBe(1);
    expect(tried).toEqual({ id: null, sequence: null, recordedAt: tried.recordedAt, ...said });
  });
});

describe('exactly once', () => {
  it('for each key: the second request is answered with the first, and draws nothing', async () => {
    await payIn(app, 'USDT', '100');
    const loss = sampleLoss('30');
    const first = await runLoss(app, loss, { key: 'loss-1' });
    expect(await runLoss(app, loss, { key: 'loss-1' })).toEqual(first);
    expect(await balance()).toBe('70');
    const other = await app.fetch(paths.losses, asJson(sampleLoss('31'), { 'idempotency-key': 'loss-1' }));
    await expectProblem(other, 'idempotency_key_reused');
    expect(await balance()).toBe('70');
  });
});

describe('what an account is asked for', () => {
  it('never leaves it below zero, whatever it has gained', async () => {
    const candidates = [
      { ...winner('a', '9000'), accountValue: '10' },
      { ...winner('b', '9000'), accountValue: '-500' },
    ];
    const loss = await runLoss(app, sampleLoss('5000', { candidates }));
    expect(sharesOf(loss.allocations)).toEqual([
      ['a', '10'],
      ['b', '0'],
    ]);
    expect(loss.uncovered).toBe('4990');
  });

  it('is not asked for twice: what closing it cost is off what it can still bear', async () => {
    const position = {
      scope: 'cross:USDT:net',
      size: '-1',
      entryPrice: '70000',
      accountValue: '1000',
      notional: '64000',
    };
    const closed = { ...winner('a', '6000'), accountValue: '1000', notional: '64000', positions: [position] };
    const openPosition = { size: '1', closePrice: '64900' };
    const loss = await runLoss(app, sampleLoss('5000', { candidates: [closed], openPosition }));
    expect(loss.layers.find(({ type }) => type === 'adl')?.absorbed).toBe('900');
    expect(drawnOf(loss)['socialization']).toBe('100');
  });
});

describe('candidates', () => {
  const ndjson = { 'content-type': 'application/x-ndjson' };
  const upload = (lines: readonly (object | string)[], query = '') =>
    app.fetch(paths.losses + query, {
      method: 'POST',
      headers: { ...ndjson, ...newKey() },
      body: lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    });
  const { candidates: _inline, ...event } = sampleLoss('4000') as { candidates: unknown };

  it('come as lines for large books', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({ candidate: winner(`w-${String(index)}`, '2') }));
    const response = await upload([{ loss: event }, ...many]);
    expect(response.status).toBe(201);
    const loss = lossResource.parse(await response.json());
    expect(loss).toMatchObject({ candidates: 3000, uncovered: '0', fairness: { touched: 3000 } });
    expect(loss.allocations).toHaveLength(100);
    const last = await read(
      `${pathOf(paths.lossAllocations, { id: loss.id ?? '' })}?after=2990&limit=100`,
      lossAllocation.array(),
    );
    expect(last.at(-1)?.sequence).toBe(3000);
    const replayed = await (
      await app.signInAs('auditor')
    ).fetch(pathOf(paths.decisionReplay, { id: loss.decisionId }), asJson({}));
    expect(await replayed.json()).toMatchObject({ type: 'loss', same: true, fault: null });
  });

  it.each<[string, (object | string)[], string]>([
    ['no line', [], 'loss_must_come_first '],
    ['a candidate before the loss', [{ candidate: winner('a', '1') }], 'loss_must_come_first /1'],
    ['two losses', [{ loss: event }, { loss: event }], 'loss_must_be_one /2'],
    ['no JSON', [{ loss: event }, '{'], 'body_must_be_json /2'],
    ['something else', [{ loss: event }, { account: {} }], 'line_must_be_loss_or_candidate /2'],
    [
      'one account twice',
      [{ loss: event }, { candidate: winner('a', '1') }, { candidate: winner('a', '1') }],
      'candidate_must_be_unique /3/candidate/id',
    ],
  ])('as lines with %s are refused whole', async (_name, lines, expected) => {
    const { errors } = await expectProblem(await upload(lines), 'request_must_be_valid');
    expect(errors.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([expected]);
  });

  it('come from a stored book, judged in its own market', async () => {
    const short = (id: string) => ({
      ...bookAccount(id, '9000'),
      positions: [{ contract: 'BTCUSDT', size: '-0.5', entryPrice: '66000', margin: 'cross' }],
    });
    const book = await sendBook(
      app.fetch,
      bookLines([short('s-1'), short('s-2'), bookAccount('long', '5000')], BOOK_MARKET),
    );
    const { id: bookSnapshot } = (await book.json()) as { id: string };
    const loss = await runLoss(app, { ...event, deficit: { asset: 'USDT', amount: '1500' }, bookSnapshot });
    // Each short has won 0.5 · (66000 − 64000); the long has won nothing.
    expect(loss).toMatchObject({ candidates: 3, notJudged: 0, uncovered: '0' });
    expect(sharesOf(loss.allocations)).toEqual([
      ['s-1', '750'],
      ['s-2', '750'],
      ['long', '0'],
    ]);
    const both = app.fetch(paths.losses, asJson(sampleLoss('1', { bookSnapshot }), newKey()));
    await expectProblem(await both, 'request_must_be_valid');
    const none = app.fetch(paths.losses, asJson({ ...event, bookSnapshot: 'nowhere' }, newKey()));
    await expectProblem(await none, 'book_snapshot_not_found');
  });
});

describe('a loss is refused', () => {
  it('without a key, under which it would be paid once', async () => {
    await expectProblem(await app.fetch(paths.losses, asJson(sampleLoss('1'))), 'idempotency_key_required');
  });

  it.each<[string, object, string]>([
    ['with nothing to bear', { deficit: undefined }, '/deficit'],
    ['of a contract that nobody knows', { contract: 'NOPE' }, '/contract'],
    ['in an asset that nobody knows', { deficit: { asset: 'NOPE', amount: '1' } }, '/deficit/asset'],
    ['with fees in one', { fees: [{ asset: 'NOPE', amount: '1' }] }, '/fees/0/asset'],
    ['of an amount that is none', { deficit: { asset: 'USDT', amount: '-1' } }, '/deficit/amount'],
    [
      'with an open position that is closed in another asset',
      { deficit: { asset: 'USDC', amount: '1' }, openPosition: { size: '1', closePrice: '1' } },
      '/deficit/asset',
    ],
    ['at an instant that does not exist', { at: '2024-02-30T00:00:00Z' }, '/at'],
  ])('%s', async (_name, values, pointer) => {
    const response = await app.fetch(paths.losses, asJson(sampleLoss('1', values), newKey()));
    const { errors } = await expectProblem(response, 'request_must_be_valid');
    expect(errors.map((error) => error.pointer)).toEqual([pointer]);
  });

  it('in the future, and where there is none', async () => {
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const response = await app.fetch(paths.losses, asJson(sampleLoss('1', { at }), newKey()));
    await expectProblem(response, 'as_of_must_not_be_in_the_future');
    const viewer = await app.signInAs('viewer');
    for (const path of [paths.loss, paths.lossAllocations, paths.lossAllocationsCsv]) {
      await expectProblem(await viewer.fetch(pathOf(path, { id: 'nothing' })), 'loss_not_found');
    }
  });
});
