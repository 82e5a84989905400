import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { gravest } from './gravest.ts';
import { keepPicture, settled, startConsole, type Console } from './open-console.ts';

let console: Console;

beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

/** Evaluates a sample account and opens its plan. */
async function openPlan(page: Page, sample: string): Promise<void> {
  await page.getByLabel('Begin with').click();
  await page.getByRole('option', { name: sample }).click();
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await page.getByRole('tab', { name: 'Liquidation plan' }).click();
  await page.getByText('What would be closed').waitFor();
  await settled(page);
}

test('the plan of an account below maintenance margin shows each step with the state after it at mark and at limit', async () => {
  const { page, faults, close } = await console.open('/evaluate');
  await openPlan(page, 'Below maintenance margin');
  const scope = page.getByRole('region', { name: /^Cross pool USDT/ });
  const rows = await scope.getByRole('table', { name: 'Steps of the plan' }).getByRole('row').allInnerTexts();
  const read = rows.map((row) => row.replace(/\s+/g, ' '));
  expect(read.filter((row) => row.includes('at the mark')).length).toBeGreaterThan(0);
  expect(read.filter((row) => row.includes('at the limit')).length).toBeGreaterThan(0);
  expect(read[0]).toContain('Equity, USDT Account value, USDT Maintenance margin, USDT');
  expect(read[1]).toContain('As it is 400 400 431.5 liquidation');
  expect(await scope.innerText()).toMatch(/at or above the exit buffer 1\.1|no position is left/);
  await keepPicture(page, 'plan-steps');
  expect(faults).toEqual([]);
  await close();
});

test('who may begins the liquidation that is planned, after one more question', async () => {
  const { page, faults, close } = await console.open('/evaluate', { as: 'emergency' });
  await openPlan(page, 'Below maintenance margin');
  await page.getByRole('button', { name: 'Begin this liquidation' }).click();
  const dialog = page.getByRole('dialog', { name: 'Begin this liquidation' });
  await dialog.getByText(/The plan is stored with \d+ steps?/).waitFor();
  await settled(page);
  await keepPicture(page, 'plan-begin');
  expect(await gravest(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Begin it' }).click();
  // The sample is of long ago: nobody sells under its prices now.
  await dialog.getByText('The market lies more than 24 hours back').waitFor();
  await dialog.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Now', exact: true }).click();
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  // Another evaluation is read the same way.
  await page.getByRole('tab', { name: 'Liquidation plan', selected: true }).waitFor();
  await page.getByRole('button', { name: 'Begin this liquidation' }).click();
  await dialog.getByRole('button', { name: 'Begin it' }).click();
  await page.getByRole('heading', { level: 1, name: /^Liquidation of / }).waitFor();
  await page.getByText('Nothing is filled yet').waitFor();
  expect(faults).toEqual([expect.stringContaining('422')]);
  await close();
});

test('an account that is not liquidated has a plan without steps that says why', async () => {
  const { page, faults, close } = await console.open('/evaluate');
  await openPlan(page, 'Margin call');
  await page.getByText('in which nothing is liquidated').first().waitFor();
  expect(await page.getByRole('table', { name: 'Steps of the plan' }).count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing serious in a plan, and it fits the window, %s',
  async (theme) => {
    const { page, close } = await console.open('/evaluate', { theme });
    await openPlan(page, 'Worth less than nothing');
    await page.getByText('The fund takes over').first().waitFor();
    expect(await gravest(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await keepPicture(page, `plan-${theme}`);
    await close();
  },
);
