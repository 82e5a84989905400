import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { lookAt } from './look-at.ts';
import { eventually, startConsole, type Console, type ConsolePage } from './open-console.ts';

let console: Console;

beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

const PAGES: readonly {
  readonly name: string;
  readonly address: string;
  readonly act?: (page: Page) => Promise<void>;
}[] = [
  { name: 'home', address: '/' },
  { name: 'policies', address: '/policies' },
  { name: 'margin-tiers', address: '/policies/margin-tiers.BTCUSDT/show?at=2.5m' },
  { name: 'contract-specification', address: '/policies/contract-specification.default/show' },
  { name: 'collateral-haircut', address: '/policies/collateral-haircut.BTC/show' },
  { name: 'liquidation-trigger', address: '/policies/liquidation-trigger.default/show' },
  { name: 'valuation', address: '/policies/valuation.default/show' },
  { name: 'versions', address: '/policies/margin-tiers.BTCUSDT/show?view=versions&open=1' },
  {
    name: 'compare-rules',
    address: '/policies/liquidation-trigger.default/show?view=versions&before=1&after=1',
  },
  { name: 'evaluate', address: '/evaluate', act: evaluate },
  { name: 'evaluate-json', address: '/evaluate?as=json', act: evaluate },
  { name: 'evaluate-trace', address: '/evaluate', act: trace },
];

/** Besides the width that the pages are opened at, in pixels. */
const WIDTHS = [768, 1024, 2560] as const;

async function evaluate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await page.getByRole('region', { name: 'Decision' }).waitFor();
}

async function trace(page: Page): Promise<void> {
  await evaluate(page);
  await page.getByRole('tab', { name: 'Rules asked' }).click();
  await page.getByRole('tab', { name: 'Rules asked', selected: true }).waitFor();
}

let tab: ConsolePage;
beforeAll(async () => {
  tab = await console.open('/');
});

test.each(PAGES)(
  'axe finds nothing serious on $name, light and dark, and it fits every window',
  async ({ name, address, act }) => {
    const { page, faults, goTo } = tab;
    await goTo(address);
    await act?.(page);
    await lookAt(page, name, WIDTHS);
    expect(faults).toEqual([]);
  },
);

test('the choice of light or dark is kept', async () => {
  const { page, goTo } = tab;
  await goTo('/');
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByRole('button', { name: 'Switch to dark' }).click();
  await eventually(ground).not.toBe(light);
  const dark = await ground();
  await page.reload();
  await page.getByRole('button', { name: 'Switch to light' }).waitFor();
  expect(await ground()).toBe(dark);
});
