import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { eventually, keepPicture, settled, startConsole, type Console } from './open-console.ts';

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
  { name: 'evaluate', address: '/evaluate', act: evaluate },
  { name: 'evaluate-json', address: '/evaluate?as=json', act: evaluate },
];

async function evaluate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await page.getByRole('region', { name: 'Decision' }).waitFor();
}

/** What axe calls serious or critical: the rule, and where. */
async function gravest(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(PAGES)('axe finds nothing serious on $name', async ({ name, address, act }) => {
    const { page, faults, close } = await console.open(address, { theme });
    await act?.(page);
    await settled(page);
    expect(await gravest(page)).toEqual([]);
    expect(faults).toEqual([]);
    await keepPicture(page, `${name}-${theme}`);
    await close();
  });
});

test.each([768, 1024, 2560])(
  'no page is wider than a window of %i pixels',
  async (width) => {
    for (const { name, address, act } of PAGES) {
      const { page, close } = await console.open(address, { width });
      await act?.(page);
      await settled(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(`${name} ${String(overflow)}`).toBe(`${name} 0`);
      await keepPicture(page, `${name}-${String(width)}`);
      await close();
    }
  },
  120_000,
);

test('the choice of light or dark is kept', async () => {
  const { page, close } = await console.open('/');
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByRole('button', { name: 'Switch to dark' }).click();
  await eventually(ground).not.toBe(light);
  const dark = await ground();
  await page.reload();
  await page.getByRole('button', { name: 'Switch to light' }).waitFor();
  expect(await ground()).toBe(dark);
  await close();
});
