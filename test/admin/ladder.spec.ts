import { afterAll, beforeAll, expect, test } from 'vitest';
import { paths, type PolicySetResource } from '@backstop/contracts';
import { eventually, keepPicture, settled, startConsole, type Console } from './open-console.ts';

let console: Console;

beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

test('the banner says which policy set is in force, as the API does', async () => {
  const answer = await console.app.fetch(paths.currentPolicySet);
  const set = (await answer.json()) as PolicySetResource;
  const { page, faults, close } = await console.open('/');
  const banner = page.getByRole('region', { name: 'Policy set in force' });
  await banner.getByText(set.hash.slice(0, 10)).waitFor();
  expect(await banner.innerText()).toContain('in force since 24 Oct 2024, 09:00 GMT+9');
  const margins = page.getByRole('row', { name: /Margin tiers/ });
  expect(await margins.getByRole('cell').nth(1).innerText()).toBe('349');
  expect(faults).toEqual([]);
  await close();
});

test('an officer finds the ladder of a contract, by keyboard alone, and reads its table and curve', async () => {
  const { page, faults, close } = await console.open('/');
  await page.getByLabel('Contract or name').focus();
  await page.keyboard.type('BTCUSDT');
  await page.keyboard.press('Enter');
  const link = page.getByRole('link', { name: 'margin-tiers.BTCUSDT', exact: true });
  await link.waitFor();
  expect(decodeURIComponent(page.url())).toContain('"q":"BTCUSDT"');
  for (let step = 0; step < 60 && !(await link.evaluate((element) => element === document.activeElement)); step += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Margin tiers of BTCUSDT' }).waitFor();

  const ladder = page.getByRole('region', { name: /^Ladder/ });
  const rows = ladder.locator('tbody tr');
  await eventually(() => rows.count()).toBe(12);
  expect(await rows.nth(2).locator('td').allInnerTexts()).toEqual([
    '3',
    '600,000',
    '3,000,000',
    '0.65%',
    '950',
    '75×',
    '18,550',
  ]);
  await eventually(() => ladder.locator('thead').innerText()).toContain('USDT, incl.');

  const curve = page.getByRole('figure', { name: /maintenance margin against Notional \(USDT\)/ });
  const line = await curve.locator('path.MuiLineChart-line, path[class*="line"]').first().getAttribute('d');
  expect((line ?? '').split(/[LC]/).length).toBeGreaterThan(100);
  expect(faults).toEqual([]);
  await keepPicture(page, 'ladder-light');
  await close();
});

test('the margin at a notional is answered while typing, exactly, and marks its tier', async () => {
  const { page, faults, close } = await console.open('/policies/margin-tiers.BTCUSDT/show');
  // Key by key and without a pause: nothing typed may be lost on the way to the address.
  await page.getByLabel('Notional', { exact: true }).pressSequentially('2,500,000');
  const calculator = page.getByRole('region', { name: 'What is the margin at …' });
  // 2,500,000 · 0.0065 − 950
  await calculator.getByText('15,300').waitFor();
  // 2,500,000 ÷ 75, rounded up at the precision of USDT
  await calculator.getByText('33,333.33333334').waitFor();
  expect(await page.locator('tr[aria-current="true"] td').first().innerText()).toBe('3');
  await eventually(() => decodeURIComponent(page.url())).toContain('at=2,500,000');
  await page.getByRole('button', { name: 'Rate', exact: true }).click();
  await page.getByRole('button', { name: 'Log', exact: true }).click();
  await page.getByRole('figure', { name: /effective rate/ }).waitFor();
  await page.reload();
  await calculator.getByText('15,300').waitFor();
  await page.getByRole('figure', { name: /effective rate/ }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('kind, search, order and page are in the address, and the counts follow the search', async () => {
  const { page, close } = await console.open('/policies');
  await page.getByRole('button', { name: /^Margin tiers/ }).click();
  await page.getByText('349 policies').waitFor();
  await page.getByRole('button', { name: /^Sort by policy/i }).click();
  await page.getByRole('link', { name: 'margin-tiers.ZRXUSDT' }).waitFor();
  await page.getByRole('button', { name: 'Go to page 2' }).click();
  await eventually(() => page.url()).toContain('page=2');
  await page.reload();
  await page.getByText('26-50 of 349').waitFor();
  await page.getByLabel('Search').fill('no such contract');
  await page.getByText('No policy matches').waitFor();
  expect(await page.getByRole('button', { name: /^All kinds/ }).innerText()).toContain('0');
  await close();
});

test('an address that leads nowhere says so and leads on', async () => {
  const { page, close } = await console.open('/policies');
  await page.goto(`${console.app.url}/#/policies/margin-tiers.NOSUCH/show`);
  await page.getByText('There is no such thing here').waitFor();
  await page.goto(`${console.app.url}/#/nowhere`);
  await page.getByText('There is no such thing here').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'To what is in force' }).click();
  await page.getByRole('heading', { level: 1, name: 'What is in force' }).waitFor();
  await settled(page);
  await close();
});

test('a service that does not answer is said to be so, and what it held comes when it does', async () => {
  const { page, close } = await console.open('/policies');
  await page.route('**/v1/**', (route) => route.abort());
  await page.getByLabel('Search').fill('ETHUSDT');
  await page.getByText('The service did not answer').waitFor();
  await page.unroute('**/v1/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('link', { name: 'margin-tiers.ETHUSDT', exact: true }).waitFor();
  await close();
});
