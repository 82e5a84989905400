import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { gravest } from './gravest.ts';
import { eventually, keepPicture, settled, startConsole, type Console, type ConsolePage } from './open-console.ts';

let console: Console;
let opened: ConsolePage;

beforeAll(async () => {
  console = await startConsole();
  opened = await console.open('/policies');
});
afterAll(async () => {
  await opened.close();
  await console.stop();
});

interface Edit {
  readonly kind: string;
  /** Of the policy; `default` where it is not said. */
  readonly key?: string;
  /** Makes one change with the form. */
  readonly edit: (page: Page) => Promise<void>;
  /** What submission finds wrong with the set that it would make; left out where it is submitted. */
  readonly refused?: RegExp;
}

const fill =
  (label: string | RegExp, text: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('textbox', { name: label }).first().fill(text);
  };

const choose =
  (label: string | RegExp, option: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('combobox', { name: label }).first().click();
    await page.getByRole('option', { name: option }).click();
    await page.locator('.MuiPopover-root').waitFor({ state: 'detached' });
  };

const EDITS: readonly Edit[] = [
  {
    kind: 'balance-protection',
    edit: fill(/^Close-out at a share/, '45 %'),
    refused: /below 0\.45 of its initial margin, yet no rule hits it/,
  },
  { kind: 'collateral-haircut', key: 'BTC', edit: fill(/^Weight, Tiers 1$/, '0.94') },
  {
    kind: 'contract-specification',
    edit: async (page) => {
      await page.getByRole('searchbox', { name: 'Search in Contracts' }).fill('BTC USDC');
      await page.getByText('1 of 349 rows').waitFor();
      await page.locator('[role="gridcell"][data-field="positionSizeMax"]').click();
      await page.keyboard.type('123,456');
      await page.keyboard.press('Enter');
    },
  },
  { kind: 'dynamic-margin', edit: fill(/^Largest multiplier, Initial$/, '7.5') },
  { kind: 'forced-liquidation', edit: fill(/^Fee rate$/, '0.75 %') },
  {
    kind: 'insurance-fund',
    edit: async (page) => {
      await page.getByRole('button', { name: 'Edit Compartments 1', exact: true }).click();
      await fill(/^Balance floor, Compartments 1$/, '1,234')(page);
    },
  },
  { kind: 'valuation', edit: choose(/^Collateral mode$/, 'settlement asset') },
  { kind: 'shortfall-penalty', edit: fill(/^Rate, Grades 1$/, '0.6 %') },
  { kind: 'change-guardrail', edit: fill(/^Magnitude factor$/, '9.5') },
];

test.each(EDITS)(
  'a change of $kind is made with its form and submitted',
  async ({ kind, key = 'default', edit, refused }) => {
    const { page, faults, goTo } = opened;
    const policy = `${kind}.${key}`;
    await goTo(`/policies/${policy}/show`);
    await page.getByRole('link', { name: 'Propose a change' }).click();
    const document = page.getByRole('region', { name: `Document of ${policy}` });
    await document.getByRole('button', { name: 'JSON', exact: true }).waitFor();
    await settled(page);
    await edit(page);
    await page.getByRole('region', { name: `Differences of ${policy}` }).waitFor();
    await page.getByText('Nothing yet: it says what the version before says.').waitFor({ state: 'detached' });
    await document.getByText('nothing is wrong with it').waitFor();
    expect(await gravest(page)).toEqual([]);
    await keepPicture(page, `editor-${kind}`);
    await looksRight(page, kind);
    await page.getByRole('textbox', { name: 'Reason' }).fill(`A change of ${kind} by its form`);
    await page.getByRole('button', { name: 'Save and go on to submit' }).click();
    const dialog = page.getByRole('dialog', { name: 'Submit for review' });
    await dialog.getByRole('button', { name: 'Submit', exact: true }).click();
    if (refused !== undefined) {
      await dialog.getByRole('alert').filter({ hasText: refused }).waitFor();
      await dialog.getByRole('button', { name: 'Back' }).click();
      return;
    }
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByText(/\d approvals? (is|are) missing/)
      .first()
      .waitFor();
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
  },
  60_000,
);

/** Narrow, and dark: nothing runs off the page, and it can be read. */
async function looksRight(page: Page, kind: string): Promise<void> {
  if (kind === 'collateral-haircut') await page.getByText('As written').waitFor();
  if (kind !== 'forced-liquidation' && kind !== 'insurance-fund') return;
  await page.setViewportSize({ width: 768, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await eventually(overflow).toBe(0);
  await keepPicture(page, `editor-${kind}-768-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
}
