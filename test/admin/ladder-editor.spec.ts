import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { gravest } from './gravest.ts';
import { changesApi } from './changes-api.ts';
import { eventually, keepPicture, settled, startConsole, type Console } from './open-console.ts';

vi.setConfig({ testTimeout: 60_000 });

let console: Console;
const { drafted } = changesApi(() => console.app);

beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

const cell = (page: Page, row: number, field: string) =>
  page.locator(`[data-id="${String(row)}"] [data-field="${field}"]`);

test('a block of a spreadsheet is pasted by keys alone, asked about, mended, taken back and done again', async () => {
  const change = await drafted('author', 'SOLUSDT', '60', 'A ladder of a spreadsheet');
  const { page, faults, close } = await console.open(`/changes/${change.id}`);
  await page.getByRole('grid', { name: 'Tiers of the ladder' }).waitFor();
  const first = cell(page, 0, 'notionalFloor');
  const before = await cell(page, 1, 'notionalFloor').innerText();
  await settled(page);
  await first.focus();
  await eventually(() => first.evaluate((focused) => focused === document.activeElement)).toBe(true);
  await paste(page, '0\t50.000\t0,4\t\t60\r\n60.000\t600.000\t0,5\t\t50\r\n');
  await page.getByText('the block can be read in two ways').waitFor();
  expect(await page.getByText('Fractions: 0,4 is 40 %').count()).toBe(1);
  await keepPicture(page, 'ladder-editor-asked');
  await page.getByLabel('Percentages: 0,4 is 0.4 %').focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Take over' }).press('Enter');
  await eventually(() => cell(page, 1, 'notionalFloor').innerText()).toBe('60,000');
  expect(await cell(page, 0, 'maintenanceMarginRate').innerText()).toBe('0.4 %');
  await eventually(() => cell(page, 1, 'notionalFloor').getAttribute('aria-invalid')).toBe('true');
  await keepPicture(page, 'ladder-editor-wrong');
  expect(await gravest(page)).toEqual([]);
  await page.getByRole('button', { name: 'Begin each tier where the one before it ends' }).press('Enter');
  await eventually(() => cell(page, 1, 'notionalFloor').innerText()).toBe('50,000');
  await first.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await page.locator('[role="gridcell"][aria-selected="true"]').count()).toBe(4);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await eventually(() => cell(page, 1, 'notionalFloor').innerText()).toBe(before);
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+y');
  await eventually(() => cell(page, 1, 'notionalFloor').innerText()).toBe('50,000');
  await keepPicture(page, 'ladder-editor');
  expect(faults).toEqual([]);
  await close();
});

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}
