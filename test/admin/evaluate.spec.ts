import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { paths, type DecisionResponse } from '@backstop/contracts';
import { eventually, keepPicture, startConsole, type Console } from './open-console.ts';

let console: Console;

beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

/** What the API itself answers to the account that the page holds. */
async function answerTo(page: Page): Promise<DecisionResponse> {
  const body = await page.evaluate(() => sessionStorage.getItem('backstop.account') ?? '');
  const answer = await console.app.fetch(paths.evaluations, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as DecisionResponse;
}

async function choose(page: Page, sample: string): Promise<void> {
  await page.getByLabel('Begin with').click();
  await page.getByRole('option', { name: sample }).click();
}

test('a sample account is evaluated and its decision read', async () => {
  const { page, faults, close } = await console.open('/evaluate');
  await choose(page, 'Below maintenance margin');
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await page.getByRole('heading', { name: 'Cross pool USDT is in liquidation' }).waitFor();
  const decision = await answerTo(page);
  const shown = page.getByRole('region', { name: 'Decision' });
  await shown.getByRole('button', { name: /Copy Decision id/ }).click();
  await shown.getByRole('button', { name: /Copied Decision id/ }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(decision.decisionId);
  const [scope] = decision.scopes;
  expect(scope?.equity).toBe('400');
  const text = await shown.getByRole('tabpanel').innerText();
  expect(text).toContain('400');
  expect(text).toContain('431.5');
  expect(text).toContain('plan a liquidation');
  expect(text).toContain('64,221.10552764');
  expect(text).toContain('+0.03 % from the mark');

  await page.getByRole('tab', { name: 'Rules asked' }).click();
  await page.getByRole('tab', { name: 'Rules asked', selected: true }).waitFor();
  await shown.getByText('equity 400 is below maintenance margin 431.5 holds').waitFor();
  await page.getByRole('tab', { name: 'JSON' }).click();
  expect(JSON.parse(await shown.locator('pre').innerText())).toMatchObject({ decisionId: decision.decisionId });
  expect(faults).toEqual([]);
  await keepPicture(page, 'decision-light');
  await close();
});

test('what cannot be judged is said to be so', async () => {
  const { page, close } = await console.open('/evaluate');
  await choose(page, 'A mark that is too old');
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await page.getByRole('heading', { name: 'Cross pool USDT cannot be judged' }).waitFor();
  await page.getByText(/is older than the oldest that is believed/).waitFor();
  await close();
});

test('an account is typed: prices follow what it names, and it outlives a reload', async () => {
  const { page, faults, close } = await console.open('/evaluate');
  await page.getByRole('button', { name: 'Add position' }).click();
  await page.getByLabel('Contract, Positions row 3').fill('SOLUSDT');
  await page.getByLabel('Size, Positions row 3').fill('100');
  await page.getByLabel('Entry, Positions row 3').fill('170');
  await page.getByLabel('Entry, Positions row 3').press('Tab');
  await eventually(() => page.getByLabel('Mark, Contract prices row 3').inputValue()).toBe('170');
  await page.getByLabel('Mark, Contract prices row 3').fill('171');
  await page.reload();
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await page
    .getByRole('row', { name: /SOLUSDT/ })
    .getByText('17,100')
    .waitFor();
  expect((await answerTo(page)).scopes[0]?.positions.map(({ contract }) => contract)).toContain('SOLUSDT');
  await page.getByLabel('Size, Positions row 3').fill('200');
  await page.getByText(/changed since/).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('a link carries the account to another browser', async () => {
  const first = await console.open('/evaluate');
  await first.page.getByLabel('Account', { exact: true }).fill('from a link');
  await first.page.getByRole('button', { name: 'Copy link' }).click();
  await first.page.getByText('Link copied').waitFor();
  const link = await first.page.evaluate(() => navigator.clipboard.readText());
  await first.close();
  const second = await console.open(new URL(link).hash.slice(1));
  await eventually(() => second.page.getByLabel('Account', { exact: true }).inputValue()).toBe('from a link');
  await eventually(() => second.page.url()).not.toContain('account=');
  await second.close();
});

test('a bad account shows each mistake on its field, and leads there', async () => {
  const { page, close } = await console.open('/evaluate');
  const size = page.getByLabel('Size, Positions row 1');
  const mark = page.getByLabel('Mark, Contract prices row 2');
  await size.fill('1e5');
  await mark.fill('-3');
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await page.getByText('The service found 2 mistakes').waitFor();
  for (const field of [size, mark]) {
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const described = await field.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described ?? ''}"]`).innerText()).not.toBe('');
  }
  await page.getByRole('button', { name: '/market/contracts/ETHUSDT/markPrice' }).click();
  expect(await mark.evaluate((element) => element === document.activeElement)).toBe(true);
  await keepPicture(page, 'mistakes-light');
  await mark.fill('2600');
  await eventually(() => mark.getAttribute('aria-invalid')).toBe('false');

  await page.getByRole('button', { name: 'JSON', exact: true }).click();
  await page.getByRole('button', { name: '/account/positions/0/size' }).click();
  const selected = await page.getByLabel('Request as JSON').evaluate((element) => {
    const area = element as HTMLTextAreaElement;
    return area.value.slice(area.selectionStart, area.selectionEnd);
  });
  expect(selected).toBe('"1e5"');
  await page.getByLabel('Request as JSON').fill('{ "account": ');
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await page.getByRole('alert').getByText(/JSON/).waitFor();
  await close();
});
