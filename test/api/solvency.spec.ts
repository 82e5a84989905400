import { afterAll, beforeAll, expect, it } from 'vitest';
import { paths, solvencyResource, type SolvencyResource } from '@backstop/contracts';
import { payIn } from '../support/fund-acts.ts';
import { bookAccount, bookLines, BOOK_MARKET, sendBook } from '../support/sample-book.ts';
import { runLoss, sampleLoss } from '../support/sample-loss.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

async function solvency(): Promise<SolvencyResource> {
  const response = await (await app.signInAs('viewer')).fetch(paths.solvency);
  expect(response.status).toBe(200);
  return solvencyResource.parse(await response.json());
}

it('says nothing of accounts where no book was recorded', async () => {
  expect(await solvency()).toMatchObject({ book: null, notJudged: 0, assets: [] });
});

it('sums exactly what accounts are worth, what is missing, what the fund holds and what nobody bore', async () => {
  const under = (id: string, entryPrice: string) => ({
    ...bookAccount(id, '1000.000001'),
    positions: [{ contract: 'BTCUSDT', size: '1', entryPrice, margin: 'cross' }],
  });
  const unknown = {
    id: 'x',
    collateral: [],
    positions: [{ contract: 'NOPE', size: '1', entryPrice: '1', margin: 'cross' }],
  };
  const accounts = [bookAccount('fine', '5000'), under('under', '66000'), under('up', '63000.5'), unknown];
  const sent = await sendBook(app.fetch, bookLines(accounts));
  const { id } = (await sent.json()) as { id: string };
  await payIn(app, 'USDT', '100.25');
  await runLoss(app, sampleLoss('0.25', { candidates: [] }));
  await runLoss(app, sampleLoss('130', { candidates: [] }));
  const { book, notJudged, assets } = await solvency();
  expect(book).toMatchObject({ id, asOf: BOOK_MARKET.asOf, accounts: 4 });
  expect(notJudged).toBe(1);
  // 5000 + (1000.000001 − 2000) + (1000.000001 + 999.5)
  expect(assets).toEqual([
    {
      ...{ asset: 'USDT', scopes: 3, accountValue: '5999.500002', negative: '999.999999' },
      ...{ fundBalance: '0', asked: '0', receivable: '0', uncovered: '30' },
    },
  ]);
});
