import { paths } from '@backstop/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { payIn } from '../support/fund-acts.ts';
import { BOOK_MARKET, bookAccount, bookLines, sendBook } from '../support/sample-book.ts';
import { gravest } from './gravest.ts';
import { eventually, keepPicture, settled, startConsole, type Console, type ConsolePage } from './open-console.ts';

/** More than anybody reads. */
const ACCOUNTS = 10_000;

let console: Console;
let tab: ConsolePage;

beforeAll(async () => {
  console = await startConsole();
  await payIn(console.app, 'USDT', '100');
  const accounts = Array.from({ length: ACCOUNTS }, (_, at) => bookAccount(`a${String(at)}`, String(at * 7 - 100)));
  const earlier = { ...BOOK_MARKET, asOf: '2024-10-24T11:00:00Z' };
  expect((await sendBook(console.app.fetch, bookLines(accounts.slice(0, 900), earlier))).status).toBe(201);
  expect((await sendBook(console.app.fetch, bookLines(accounts))).status).toBe(201);
  // Judged when it is first asked for: a busy machine takes longer over it than a page is waited for.
  const viewer = await console.app.signInAs('viewer');
  for (const path of [paths.bookZones, paths.bookAccounts]) expect((await viewer.fetch(path)).status).toBe(200);
  tab = await console.open('/', { as: 'viewer', width: 1280, height: 800 });
});
afterAll(() => console.stop());

test(
  'Home tells at 1280 × 800 what waits, what is wrong, the zones, the fund, and what is in force',
  { timeout: 60_000 },
  async () => {
    const { page, faults } = tab;
    await settled(page);
    for (const name of ['Alerts', 'The book by zone', 'Waiting for you', 'Insurance fund']) {
      const box = await page.getByRole('region', { name, exact: true }).boundingBox();
      expect((box?.y ?? Infinity) + Math.min(box?.height ?? 0, 120), name).toBeLessThanOrEqual(800);
    }
    await page.getByRole('link', { name: /The last book is .* old/ }).waitFor();
    await page.getByText('The last 2 books').waitFor();
    expect(await gravest(page)).toEqual([]);
    await keepPicture(page, 'home-now-light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await keepPicture(page, 'home-now-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    expect(faults).toEqual([]);
  },
);

test(
  'ten thousand accounts are paged and narrowed, each with its decision, plan and rank; filters are kept',
  { timeout: 60_000 },
  async () => {
    const { page, goTo, faults } = tab;
    await goTo('/accounts');
    const table = page.getByRole('table', { name: 'Accounts by risk' });
    await table.getByRole('link', { name: 'a0', exact: true }).waitFor();
    expect(await gravest(page)).toEqual([]);
    await keepPicture(page, 'accounts');

    await page.getByRole('button', { name: 'Go to next page' }).click();
    await table.getByRole('row', { name: /^51 / }).waitFor();
    await page.getByRole('searchbox', { name: 'Account' }).fill('a999');
    await page.getByText('11 scopes', { exact: true }).waitFor();
    expect(page.url()).toContain('q=a999');
    expect(page.url()).not.toContain('page=');

    await page.getByRole('button', { name: 'Saved filters' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('the nines');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByRole('dialog', { name: 'Saved filters' }).waitFor({ state: 'hidden' });
    await goTo('/accounts?zone=healthy');
    await page.getByRole('button', { name: 'Saved filters' }).click();
    await page.getByRole('link', { name: 'the nines' }).click();
    await page.getByText('11 scopes', { exact: true }).waitFor();
    await page.goBack();
    await eventually(() => page.url()).toContain('zone=healthy');

    await goTo('/accounts/a40');
    await page.getByRole('region', { name: 'Decision' }).waitFor();
    await page.getByRole('button', { name: 'Rank in BTCUSDT' }).click();
    await page.getByText(/Rank \(1 is closed first\)|It is not in the queue/).waitFor();
    await settled(page);
    expect(await gravest(page)).toEqual([]);
    await keepPicture(page, 'account');
    await page.getByRole('link', { name: 'Change and evaluate' }).click();
    await page.getByRole('heading', { level: 1, name: 'Evaluate' }).waitFor();
    await goTo('/accounts/nobody');
    await page.getByText('There is no such thing here').waitFor();
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  },
);
