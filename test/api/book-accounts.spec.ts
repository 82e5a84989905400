import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgedBook } from '@backstop/api/monitor/judged-book';
import {
  bookAccountResource,
  bookScopeResource,
  bookZonesResource,
  decisionResponse,
  pathOf,
  paths,
  type BookScopeResource,
} from '@backstop/contracts';
import { decimalOf } from '@backstop/core/policy';
import { expectProblem } from '../support/expect-problem.ts';
import { BOOK_MARKET, bookAccount, bookLines, fullAccount, sendBook } from '../support/sample-book.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;
/** As somebody who reads the book; keys only write it. */
let look: TestApp['fetch'];

beforeAll(async () => {
  app = await startApp();
  look = (await app.signInAs('viewer')).fetch;
});

afterAll(() => app.stop());

async function rows(query: string): Promise<{ rows: BookScopeResource[]; range: string | null }> {
  const response = await look(`${paths.bookAccounts}?${query}`);
  expect(response.status).toBe(200);
  return { rows: bookScopeResource.array().parse(await response.json()), range: response.headers.get('content-range') };
}

describe('the accounts of the last book', () => {
  it('are none before there is a book', async () => {
    expect(await rows('')).toEqual({ rows: [], range: 'scopes */0' });
    expect(await (await look(paths.bookZones)).json()).toEqual([]);
    await expectProblem(await look(pathOf(paths.bookAccount, { id: 'a' })), 'book_account_not_found');
  });

  it('come by risk, in pages, narrowed by zone, contract and id; each as an evaluation of it says', async () => {
    const balances = ['-50', '90000', '10', '400', '0', '2000', '300'];
    const sent = [...balances.map((balance, at) => bookAccount(`desk/${String(at)}`, balance)), fullAccount('full')];
    expect((await sendBook(app.fetch, bookLines(sent))).status).toBe(201);
    const all = await rows('limit=100');
    expect(all.rows.map(({ rank }) => rank)).toEqual(all.rows.map((_, at) => at + 1));
    expect(all.range).toBe(`scopes 0-${String(all.rows.length - 1)}/${String(all.rows.length)}`);
    const desks = all.rows.filter(({ account }) => account.startsWith('desk/'));
    expect(desks.map(({ account }) => account)).toEqual([
      'desk/0',
      'desk/4',
      'desk/2',
      'desk/6',
      'desk/3',
      'desk/5',
      'desk/1',
    ]);
    expect(desks[0]).toMatchObject({ state: 'bankrupt', accountValue: '-50', asset: 'USDT', contracts: ['BTCUSDT'] });
    const second = await rows('offset=1&limit=2&q=DESK');
    expect(second.rows).toEqual(desks.slice(1, 3));
    expect(second.range).toBe('scopes 1-2/7');
    for (const zone of new Set(all.rows.map((row) => row.zone))) {
      const expected = all.rows.filter((row) => row.zone === zone);
      expect((await rows(`limit=100&zone=${encodeURIComponent(zone ?? 'indeterminate')}`)).rows).toEqual(expected);
    }
    expect((await rows('contract=NOWHERE')).rows).toEqual([]);
    expect((await rows('limit=100&contract=BTCUSDT')).rows).toEqual(
      all.rows.filter(({ contracts }) => contracts.includes('BTCUSDT')),
    );
    await expectProblem(await look(`${paths.bookAccounts}?zones=x`), 'query_must_be_valid');

    for (const row of desks) {
      const found = await look(pathOf(paths.bookAccount, { id: row.account }));
      const { account, market, snapshot } = bookAccountResource.parse(await found.json());
      expect({ account, market }).toEqual({ account: sent[Number(row.account.slice(5))], market: BOOK_MARKET });
      expect(snapshot.accounts).toBe(sent.length);
      const asked = await app.fetch(paths.evaluations, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ account, market }),
      });
      const decision = decisionResponse.parse(await asked.json());
      const { zone, state, equity, accountValue, maintenanceMargin, marginRatio } = row;
      expect(decision.scopes).toHaveLength(1);
      expect(decision.scopes[0]).toMatchObject({ zone, state, equity, accountValue, maintenanceMargin, marginRatio });
    }
    await expectProblem(await look(pathOf(paths.bookAccount, { id: 'desk/9' })), 'book_account_not_found');
  });

  it('are counted by zone, the last book first, and those whose contract nobody knows apart', async () => {
    const later = { ...BOOK_MARKET, asOf: '2024-10-25T12:00:00Z' };
    const unknown = {
      ...bookAccount('strange', '1'),
      positions: [{ contract: 'WHAT', size: '1', entryPrice: '1', margin: 'cross' }],
    };
    await sendBook(app.fetch, bookLines([bookAccount('one', '90000'), unknown], later));
    const answer = await look(`${paths.bookZones}?limit=5`);
    const books = bookZonesResource.array().parse(await answer.json());
    expect(books.map(({ snapshot }) => snapshot.asOf)).toEqual([later.asOf, BOOK_MARKET.asOf]);
    expect(books[0]).toMatchObject({
      scopes: 1,
      listed: 1,
      notJudged: 1,
      contracts: [{ contract: 'BTCUSDT', scopes: 1 }],
    });
    for (const { scopes, zones } of books) expect(zones.reduce((sum, zone) => sum + zone.scopes, 0)).toBe(scopes);
    expect(books[1]?.scopes).toBeGreaterThan(7);
    expect((await rows('')).rows.map(({ account }) => account)).toEqual(['one']);
    await expectProblem(await look(`${paths.bookZones}?limit=25`), 'query_must_be_valid');
  });

  it('of a long book are the nearest to liquidation, and all are counted', () => {
    const run = judgedBook(2);
    const pool = (key: string) => ({ key, scope: 'cross', asset: 'USDT', positions: [] });
    const figures = (equity: string) => ({
      equity: decimalOf(equity),
      accountValue: decimalOf(equity),
      maintenanceMargin: decimalOf('10'),
      state: 'healthy',
    });
    for (const equity of ['50', '20', '90', '30', '12', '70']) {
      const judged = { pool: pool('cross:USDT'), figures: figures(equity), zone: { zone: 'normal', actions: [] } };
      run.add(equity, { outcome: 'pass', pools: [judged] } as never);
    }
    const { rows: kept, counts } = run.end();
    expect(kept.map(({ account }) => account)).toEqual(['12', '20']);
    expect(counts).toMatchObject({ scopes: 6, listed: 2, zones: [{ zone: 'normal', scopes: 6 }] });
  });
});
