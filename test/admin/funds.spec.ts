import { afterAll, beforeAll, expect, test } from 'vitest';
import { payIn } from '../support/fund-acts.ts';
import { gravest } from './gravest.ts';
import { eventually, keepPicture, settled, startConsole, type Console } from './open-console.ts';

let console: Console;

beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

test('a deposit is asked for by one person and approved by another, and only then is in the balance', async () => {
  const author = await console.open('/funds');
  await author.page.getByRole('row', { name: /^USDT/ }).getByText('empty').waitFor();
  await author.page.getByRole('link', { name: 'USDT', exact: true }).click();
  await author.page.getByText('Nobody has asked for a deposit').waitFor();
  await author.page.getByText('The ledger is empty').waitFor();
  await author.page.getByRole('button', { name: 'Ask for a deposit' }).click();
  const asked = author.page.getByRole('dialog', { name: 'Deposit into USDT' });
  await asked.getByLabel('Amount').fill('2500000.123456789');
  await asked.getByLabel('Reason').fill('Quarterly top-up');
  await asked.getByText('You ask that 2,500,000.123456789 USDT be paid into compartment USDT.').waitFor();
  await author.page.keyboard.press('Enter');
  await asked.getByRole('button', { name: 'Ask for it' }).click();
  await asked.getByRole('alert').filter({ hasText: 'The smallest unit of the asset has 8 decimals' }).waitFor();
  await asked.getByLabel('Amount').fill('2,500,000.12');
  expect(await gravest(author.page)).toEqual([]);
  await keepPicture(author.page, 'fund-ask');
  await asked.getByRole('button', { name: 'Ask for it' }).click();
  const row = author.page.getByRole('row', { name: /Quarterly top-up/ });
  await row.getByText('You asked for it: another person decides.').waitFor();
  expect(await row.getByRole('button').count()).toBe(0);
  await author.page.getByText('The ledger is empty').waitFor();

  const approver = await console.open('/funds/USDT', { as: 'approver' });
  expect(await approver.page.getByRole('button', { name: 'Ask for a deposit' }).count()).toBe(0);
  await approver.page.getByRole('button', { name: 'Approve the deposit of 2,500,000.12' }).click();
  const consent = approver.page.getByRole('dialog', { name: 'Approve the deposit' });
  await consent.getByText('Its balance goes from 0 to 2,500,000.12 USDT at once').waitFor();
  expect(await gravest(approver.page)).toEqual([]);
  await keepPicture(approver.page, 'fund-approve');
  await consent.getByRole('button', { name: 'Approve and book' }).click();
  await approver.page.getByRole('table', { name: 'Ledger' }).getByText('2,500,000.12').first().waitFor();
  await approver.page.getByRole('table', { name: 'Statement' }).getByText('2,500,000.12').first().waitFor();
  await approver.page.getByText('approved', { exact: true }).waitFor();
  expect(approver.faults).toEqual([]);
  await approver.close();
  await author.close();
});

test.each(['light', 'dark'] as const)('axe finds nothing serious on the pages of the fund, %s', async (theme) => {
  await payIn(console.app, 'BTC', '12.5');
  const { page, faults, goTo, close } = await console.open('/funds', { as: 'approver', theme });
  for (const [name, address] of [
    ['funds', '/funds'],
    ['fund', '/funds/BTC'],
  ] as const) {
    await goTo(address);
    await page.getByRole('table').first().waitFor();
    await settled(page);
    expect(await gravest(page)).toEqual([]);
    await keepPicture(page, `${name}-${theme}`);
    for (const width of [768, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await eventually(overflow).toBe(0);
      if (theme === 'light') await keepPicture(page, `${name}-${String(width)}`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  expect(faults).toEqual([]);
  await close();
});
