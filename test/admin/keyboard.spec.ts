import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { bookAccount, bookLines, BOOK_MARKET, sendBook } from '../support/sample-book.ts';
import { changesApi } from './changes-api.ts';
import { settled, startConsole, type Console } from './open-console.ts';

/** Two people one after the other, key by key. */
vi.setConfig({ testTimeout: 120_000 });

/** More stops of the Tab key than any page has before what is sought. */
const STOPS_MAX = 120;

let console: Console;
const { submitted } = changesApi(() => console.app);

beforeAll(async () => {
  console = await startConsole();
  const market = { ...BOOK_MARKET, asOf: new Date(Date.now() - 60_000).toISOString() };
  const book = bookLines([bookAccount('a-1', '5000')], market);
  expect((await sendBook(console.app.fetch, book)).status).toBe(201);
});
afterAll(() => console.stop());

/** What has the keyboard, as a reader is told it: its role and its name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement)) return '';
    const named = (at.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.innerText);
    const isField = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement;
    const labels = isField ? Array.from(at.labels ?? [], (label) => label.innerText) : [];
    const names = [at.getAttribute('aria-label'), named.join(' '), labels.join(' '), at.innerText];
    return (
      names
        .find((name) => name?.trim())
        ?.replace(/\s+/g, ' ')
        .trim() ?? ''
    );
  });

/** Goes from stop to stop until something with that name has the keyboard. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (name.test(at)) return;
    seen.push(at);
  }
  throw new Error(`the keyboard never came to ${String(name)}: ${seen.join(' | ')}`);
}

async function press(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

test('a change is written, submitted and approved without a mouse', async () => {
  const author = await console.open('/policies/margin-tiers.SOLUSDT/show', { as: 'author' });
  await settled(author.page);
  await press(author.page, /^Propose a change$/);
  await author.page.getByRole('heading', { level: 1, name: 'New change' }).waitFor();
  await tabTo(author.page, /^Reason/);
  await author.page.keyboard.type('Less leverage for sol, by keys alone');
  await tabTo(author.page, /^Title/);
  await author.page.keyboard.press('End');
  await author.page.keyboard.type(', reviewed');
  await press(author.page, /^Save and go on to submit$/);
  const dialog = author.page.getByRole('dialog', { name: 'Submit for review' });
  await dialog.waitFor();
  await press(author.page, /^Submit$/);
  await dialog.waitFor({ state: 'detached' });
  await author.page
    .getByText(/\d approvals? (is|are) missing/)
    .first()
    .waitFor();
  expect(author.faults).toEqual([]);
  await author.close();

  const approver = await console.open('/', { as: 'approver' });
  await settled(approver.page);
  await press(approver.page, /^Inbox/);
  await approver.page.getByText('Less leverage for sol, by keys alone').first().waitFor();
  await press(approver.page, /^Less leverage for sol/);
  await press(approver.page, /^Approve$/);
  const consent = approver.page.getByRole('dialog');
  await consent.waitFor();
  await press(approver.page, /^Comment/, 'a');
  await press(approver.page, /^I approve$/);
  await consent.waitFor({ state: 'detached' });
  await approver.page.getByRole('main').getByText('in force', { exact: true }).first().waitFor();
  expect(approver.faults).toEqual([]);
  await approver.close();
});

test('an emergency is activated by one person and confirmed by another without a mouse', async () => {
  const change = await submitted('emergency', 'XRPUSDT', '70', 'The oracle of XRP is off');
  const alone = await console.open(`/changes/${change.id}/show`, { as: 'emergency' });
  await settled(alone.page);
  await press(alone.page, /^Activate in an emergency$/);
  await alone.page.getByRole('dialog').waitFor();
  // What must be said has the keyboard at once.
  await alone.page.keyboard.type('Marks jumped against the index');
  await press(alone.page, /^Activate now$/);
  await alone.page.getByText('unless a second person confirms it').waitFor();
  expect(alone.faults).toEqual([]);
  await alone.close();

  const second = await console.open('/inbox', { as: 'approver' });
  await second.page.getByText('The oracle of XRP is off').first().waitFor();
  await press(second.page, /^The oracle of XRP is off$/);
  await press(second.page, /^Confirm the emergency$/);
  await second.page.getByRole('dialog').waitFor();
  await press(second.page, /^I confirm$/);
  await second.page.getByText('Confirmed by Piet').waitFor();
  expect(second.faults).toEqual([]);
  await second.close();
});

test('a loss is tried and recorded without a mouse', async () => {
  const { page, faults, close } = await console.open('/losses', { as: 'emergency' });
  await settled(page);
  await press(page, /^Try a loss$/);
  await page.getByRole('heading', { level: 1, name: 'Try a loss' }).waitFor();
  for (const [name, text] of [
    [/^Account/, 'lost'],
    [/^Contract/, 'BTCUSDT'],
    [/^Mark price/, '64000'],
    [/^Deficit/, '100'],
    [/^Id of the event/, 'by-keys'],
  ] as const) {
    await tabTo(page, name);
    await page.keyboard.type(text);
  }
  await tabTo(page, /^accounts of a file$/);
  await page.keyboard.press('ArrowRight');
  await press(page, /book/i);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await press(page, /^Dry run$/);
  await page.getByRole('table', { name: 'Through the waterfall' }).waitFor();
  await press(page, /^Record this loss$/);
  await page.getByRole('dialog').waitFor();
  await press(page, /^Record it$/);
  await page.getByRole('heading', { level: 1, name: 'Loss of lost' }).waitFor();
  expect(faults).toEqual([]);
  await close();
});
