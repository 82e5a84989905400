import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ImpactService } from '@backstop/api/monitor/impact.service';
import { readBook } from '@backstop/api/monitor/read-book';
import { bookSnapshotResource, impactReport, pathOf, paths, type BookSnapshotResource } from '@backstop/contracts';
import { canonicalJson } from '@backstop/core/canonical';
import { policySetOf } from '@backstop/core/change';
import { decimalOf, type PolicySet } from '@backstop/core/policy';
import { sha256 } from '../builders/sha256.ts';
import { readProfile } from '../scenarios/import/rules-files.ts';
import { changeAt, versionsOf } from '../scenarios/import/versions-of.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { BOOK_MARKET, bookAccount, bookLines, fullAccount, sendBook } from '../support/sample-book.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

const send = (body: string, headers?: Readonly<Record<string, string>>) => sendBook(app.fetch, body, headers);
const recorded = async (response: Response, status = 201): Promise<BookSnapshotResource> => {
  expect(response.status).toBe(status);
  return bookSnapshotResource.parse(await response.json());
};
const booksStored = async (): Promise<unknown> =>
  app.dataSource.query(
    'select (select count(*)::int from book_snapshot) as books, (select count(*)::int from book_snapshot_chunk) as chunks',
  );

describe('a book', () => {
  it('is stored under the hash of its canonical lines, and read back by who may', async () => {
    const body = bookLines([bookAccount('a', '5000'), fullAccount('b')]);
    const response = await send(body);
    const book = await recorded(response);
    const canonical = body
      .trimEnd()
      .split('\n')
      .map((line) => `${canonicalJson(JSON.parse(line))}\n`)
      .join('');
    expect(book).toMatchObject({ asOf: BOOK_MARKET.asOf, accounts: 2, bytes: canonical.length });
    expect(book.hash).toBe(createHash('sha256').update(canonical).digest('hex'));
    expect(book.recordedBy).toMatch(/^key:/);
    expect(response.headers.get('location')).toBe(pathOf(paths.bookSnapshot, { id: book.id }));
    const viewer = await app.signInAs('viewer');
    const found = await viewer.fetch(pathOf(paths.bookSnapshot, { id: book.id }));
    expect(await found.json()).toEqual(book);
    const again = await viewer.fetch(pathOf(paths.bookSnapshot, { id: book.id }), {
      headers: { 'if-none-match': found.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    const page = await viewer.fetch(`${paths.bookSnapshots}?limit=1`);
    expect(page.headers.get('content-range')).toBe('snapshots 0-0/1');
    expect(await page.json()).toEqual([book]);
    await expectProblem(await viewer.fetch(`${paths.bookSnapshots}/nowhere`), 'book_snapshot_not_found');
    await expectProblem(await viewer.fetch(`${paths.bookSnapshots}?limit=0`), 'query_must_be_valid');
  });

  it('is told in the audit chain, by its hash', async () => {
    const book = await recorded(await send(bookLines([bookAccount('told', '1')])));
    const acts = await app.dataSource.query<object[]>(`select body from audit_entry where act = $1 and subject = $2`, [
      'book_snapshot.recorded',
      `book-snapshot:${book.id}`,
    ]);
    expect(acts).toHaveLength(1);
    expect(JSON.stringify(acts)).toContain(book.hash);
  });

  it('sent twice, in whatever order its fields stand, is one book', async () => {
    const book = await recorded(await send(bookLines([bookAccount('twice', '7')])));
    const before = await booksStored();
    const reversed = Object.fromEntries(Object.entries(bookAccount('twice', '7')).reverse());
    const again = await send(`\n  ${bookLines([reversed])}\n`);
    expect(await recorded(again, 200)).toEqual(book);
    expect(await booksStored()).toEqual(before);
  });

  it('sent again with its Idempotency-Key is answered alike; another book with that key is refused', async () => {
    const key = { 'idempotency-key': 'book-1' };
    const first = await send(bookLines([bookAccount('keyed', '1')]), key);
    const book = await recorded(first);
    const again = await send(bookLines([bookAccount('keyed', '1')]), key);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await recorded(again)).toEqual(book);
    await expectProblem(await send(bookLines([bookAccount('keyed', '2')]), key), 'idempotency_key_reused');
  });

  it('never becomes another one: the database refuses the edit', async () => {
    for (const table of ['book_snapshot', 'book_snapshot_chunk']) {
      const column = table === 'book_snapshot' ? 'hash = hash' : 'content = content';
      await expect(app.dataSource.query(`update ${table} set ${column}`)).rejects.toThrow(`${table}_must_stay_as_sent`);
    }
  });
});

describe('a book with a problem is refused whole', () => {
  const market = JSON.stringify({ market: BOOK_MARKET });
  const account = JSON.stringify({ account: bookAccount('x', '1') });
  const at = (text: string) => JSON.stringify({ market: { ...BOOK_MARKET, asOf: text } });

  it.each<[string, string[], string[]]>([
    ['no line at all', [], ['market_must_come_first ']],
    ['no market', [account], ['market_must_come_first /1']],
    ['not JSON', [market, '{'], ['body_must_be_json /2']],
    [
      'neither',
      [market, '{"acount":{}}', '[]'],
      ['line_must_be_market_or_account /2', 'line_must_be_market_or_account /3'],
    ],
    ['both', [market, JSON.stringify({ market: {}, account: {} })], ['line_must_be_market_or_account /2']],
    ['twice', [market, account, '', account], ['book_account_must_be_unique /4/account/id']],
    ['two instants', [market, at('2024-10-24T12:00:01Z')], ['book_must_be_of_one_instant /2/market/asOf']],
    ['a number', [market, account.replace('"1"', '1')], ['wrong_type /2/account/collateral/0/balance']],
    [
      'half a pair',
      [
        market,
        JSON.stringify({ account: { ...bookAccount('x', '1'), facts: { note: 'x' } } }).replace('"x"}', '"\\ud800"}'),
      ],
      ['invalid_text /2/account/facts/note'],
    ],
    ['a line over the limit', [market, `{"account":"${'x'.repeat(1_048_577)}"}`], ['line_must_not_be_too_long /2']],
  ])('%s', async (_, lines, expected) => {
    const before = await booksStored();
    const { errors } = await expectProblem(await send(lines.join('\n')), 'request_must_be_valid');
    expect(errors.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(expected);
    expect(await booksStored()).toEqual(before);
  });

  it('with the first hundred problems, every line read', async () => {
    const lines = Array.from({ length: 5_000 }, () => JSON.stringify({ account: { id: '' } }));
    const { errors } = await expectProblem(await send([market, ...lines].join('\n')), 'request_must_be_valid');
    expect(errors).toHaveLength(100);
    expect(errors[0]?.pointer).toMatch(/^\/2\/account\//);
  });

  it('without any account', async () => {
    const { errors } = await expectProblem(await send(bookLines([])), 'request_must_be_valid');
    expect(errors).toMatchObject([{ code: 'book_must_have_accounts', pointer: '' }]);
  });

  it('of the future, of another media type, over the limit, or by who may not', async () => {
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    await expectProblem(
      await send(bookLines([bookAccount('a', '1')], { ...BOOK_MARKET, asOf: ahead })),
      'as_of_must_not_be_in_the_future',
    );
    const json = await app.fetch(paths.bookSnapshots, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    await expectProblem(json, 'media_type_must_be_supported');
    const viewer = await app.signInAs('viewer');
    await expectProblem(await sendBook(viewer.fetch, bookLines([])), 'permission_denied');
    const long = Readable.from([Buffer.from(bookLines([bookAccount('a', '1')]))]) as AsyncIterable<Buffer>;
    await expect(readBook(long, 100)).rejects.toMatchObject({ code: 'body_must_not_be_too_large' });
  });
});

describe('the impact on a book of some thousands', () => {
  const ACCOUNTS = 3_000;
  /** Every tenth account is poor: 64,000 of notional at 0.4 % takes 256, and at a twentieth of it 3,200. */
  const accounts = Array.from({ length: ACCOUNTS }, (_, at) =>
    bookAccount(`a-${String(at).padStart(4, '0')}`, at % 10 === 0 ? '2000' : '50000'),
  );
  const delisted = {
    ...bookAccount('gone', '1'),
    positions: [{ contract: 'NOPE', size: '1', entryPrice: '1', margin: 'cross' }],
  };
  let before: PolicySet;
  let after: PolicySet;

  beforeAll(() => {
    const { set, policies } = readProfile('perp-linear-reference');
    const setWith = (change: (kind: string, key: string, document: unknown) => unknown): PolicySet => {
      const changed = policies.map((each) => ({ ...each, document: change(each.kind, each.key, each.document) }));
      return policySetOf(versionsOf([changeAt(set.effectiveFrom, changed)]), sha256);
    };
    before = setWith((_kind, _key, document) => document);
    const steep = { notionalFloor: '0', notionalCap: null, maintenanceMarginRate: '0.05', leverageMax: '20' };
    after = setWith((kind, key, document) =>
      kind === 'margin-tiers' && key === 'BTCUSDT' ? { model: 'step', basis: 'notional', tiers: [steep] } : document,
    );
  });

  const impactOf = (was: PolicySet, is: PolicySet) =>
    app.nest.get(ImpactService).impactOn({ before: was, after: is, shocks: ['0.1', '-0.1'].map(decimalOf) });

  it('counts exactly those that it hits, names those that it cannot judge, and lets others in between', async () => {
    const market = { ...BOOK_MARKET, asOf: '2024-10-25T00:00:00Z' };
    const book = await recorded(await send(bookLines([...accounts, delisted], market)));
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const report = impactReport.parse(await impactOf(before, after));
    clearInterval(timer);
    expect(report.snapshot).toEqual({ id: book.id, hash: book.hash, asOf: market.asOf, accounts: ACCOUNTS + 1 });
    expect(report.judged).toBe(ACCOUNTS);
    expect(report.notJudged).toEqual([
      { reason: 'before the change: contract `NOPE` is not in the policy set in force', accounts: 1 },
    ]);
    const poor = ACCOUNTS / 10;
    expect(report.shocks.map(({ shock }) => shock)).toEqual(['0', '-0.1', '0.1']);
    const [still] = report.shocks;
    expect(still?.newlyLiquidatable).toEqual({ accounts: poor, notional: String(64_000 * poor), notValued: 0 });
    expect(still?.zoneMoves.reduce((sum, move) => sum + move.accounts, 0)).toBeGreaterThanOrEqual(poor);
    expect(still?.hardestHit.map(({ account, zoneAfter }) => [account, zoneAfter])).toEqual(
      Array.from({ length: 10 }, (_, at) => [`a-${String(at * 10).padStart(4, '0')}`, 'liquidation']),
    );
    // In one go there would be a turn for each piece of the book and each answer of the database.
    expect(turns).toBeGreaterThan(20);
  });

  it('is worked out once for all who ask the same', async () => {
    const [one, other] = await Promise.all([impactOf(before, after), impactOf(before, after)]);
    expect(other).toBe(one);
  });

  it('of nothing is nothing', async () => {
    const report = await impactOf(before, before);
    expect(report?.shocks.flatMap(({ zoneMoves, hardestHit }) => [...zoneMoves, ...hardestHit])).toEqual([]);
  });

  it('is on the book of the latest instant, whatever was sent last', async () => {
    await recorded(
      await send(bookLines([bookAccount('older', '1')], { ...BOOK_MARKET, asOf: '2024-10-24T00:00:00Z' })),
    );
    const report = await impactOf(before, after);
    expect(report?.snapshot.asOf).toBe('2024-10-25T00:00:00Z');
  });

  it('is refused on a book that is not the one that was hashed', async () => {
    await app.dataSource.transaction(async (manager) => {
      await manager.query('alter table book_snapshot disable trigger book_snapshot_stays_as_sent');
      await manager.query(`update book_snapshot set hash = reverse(hash) where as_of = '2024-10-25T00:00:00Z'`);
      await manager.query('alter table book_snapshot enable trigger book_snapshot_stays_as_sent');
    });
    await expect(impactOf(before, after)).rejects.toThrow('is not the one that was hashed');
  });

  it('is none where there is no book', async () => {
    await app.dataSource.query('delete from book_snapshot');
    expect(await impactOf(before, after)).toBeNull();
  });
});
