import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { gravest } from './gravest.ts';
import { changesApi } from './changes-api.ts';
import { ladderCell } from './ladder-cell.ts';
import { eventually, keepPicture, settled, startConsole, type Console } from './open-console.ts';

vi.setConfig({ testTimeout: 60_000 });

let console: Console;
const { drafted } = changesApi(() => console.app);

beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

test('a block of a spreadsheet is pasted by keys alone, asked about, mended, taken back and done again', async () => {
  const change = await drafted('author', 'SOLUSDT', '60', 'A ladder of a spreadsheet');
  const { page, faults, close } = await console.open(`/changes/${change.id}`);
  await page.getByRole('grid', { name: 'Tiers of the ladder' }).waitFor();
  const first = ladderCell(page, 0, 'notionalFloor');
  const before = await ladderCell(page, 1, 'notionalFloor').innerText();
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
  await eventually(() => ladderCell(page, 1, 'notionalFloor').innerText()).toBe('60,000');
  expect(await ladderCell(page, 0, 'maintenanceMarginRate').innerText()).toBe('0.4 %');
  await eventually(() => ladderCell(page, 1, 'notionalFloor').getAttribute('aria-invalid')).toBe('true');
  await keepPicture(page, 'ladder-editor-wrong');
  expect(await gravest(page)).toEqual([]);
  await page.getByRole('button', { name: 'Begin each tier where the one before it ends' }).press('Enter');
  await eventually(() => ladderCell(page, 1, 'notionalFloor').innerText()).toBe('50,000');
  await first.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await page.locator('[role="gridcell"][aria-selected="true"]').count()).toBe(4);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await eventually(() => ladderCell(page, 1, 'notionalFloor').innerText()).toBe(before);
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+y');
  await eventually(() => ladderCell(page, 1, 'notionalFloor').innerText()).toBe('50,000');
  await keepPicture(page, 'ladder-editor');
  expect(faults).toEqual([]);
  await close();
});

test('a ladder is copied, filled down, widened and carried out to files and back, the same', async () => {
  const change = await drafted('author', 'ETHUSDT', '50', 'A ladder that travels');
  const { page, faults, close } = await console.open(`/changes/${change.id}`);
  const grid = page.getByRole('grid', { name: 'Tiers of the ladder' });
  await grid.waitFor();
  await settled(page);
  const texts = () => grid.locator('[role="gridcell"]').allInnerTexts();
  const [before, tiers] = [await texts(), await page.locator('[data-id]').count()];

  await ladderCell(page, 1, 'maintenanceMarginRate').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  const rates = [
    await ladderCell(page, 1, 'maintenanceMarginRate').innerText(),
    await ladderCell(page, 2, 'maintenanceMarginRate').innerText(),
  ];
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\r\n').map(plainRate)).toEqual(rates.map(plainRate));
  await page.keyboard.press('Control+d');
  await eventually(() => ladderCell(page, 2, 'maintenanceMarginRate').innerText()).toBe(rates[0]);
  await page.keyboard.press('Control+z');
  await eventually(texts).toEqual(before);
  await page.keyboard.press('Insert');
  await eventually(() => page.locator('[data-id]').count()).toBe(tiers + 1);
  await page.keyboard.press('Control+z');
  await eventually(texts).toEqual(before);

  for (const [button, name] of [
    ['Save as CSV', 'tiers.csv'],
    ['Save as XLSX', 'tiers.xlsx'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    const saved = await download.path();
    await ladderCell(page, 0, 'maintenanceMarginRate').focus();
    await page.keyboard.press('Delete');
    await eventually(texts).not.toEqual(before);
    await page
      .getByLabel('Read CSV or XLSX')
      .and(page.locator('input'))
      .setInputFiles({ name, mimeType: '', buffer: await readFile(saved) });
    await page.getByText(/Taken over: /).waitFor();
    await eventually(texts).toEqual(before);
    await page.getByRole('button', { name: 'Close' }).click();
  }
  expect(await gravest(page)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

test('a range is drawn with the mouse, and a figure says what is wrong with it while it is typed', async () => {
  const change = await drafted('author', 'XRPUSDT', '40', 'A ladder by hand');
  const { page, faults, close } = await console.open(`/changes/${change.id}`);
  const grid = page.getByRole('grid', { name: 'Tiers of the ladder' });
  await grid.waitFor();
  await settled(page);
  const selected = () => grid.locator('[role="gridcell"][aria-selected="true"]').count();
  await ladderCell(page, 0, 'maintenanceMarginRate').hover();
  await page.mouse.down();
  await ladderCell(page, 1, 'initialMarginRate').hover();
  await ladderCell(page, 2, 'initialMarginRate').hover();
  await page.mouse.up();
  await eventually(selected).toBe(6);
  await page.getByText('Tiers 1 to 3, 2 columns selected').waitFor();
  await ladderCell(page, 3, 'leverageMax').click({ modifiers: ['Shift'] });
  await eventually(selected).toBe(12);
  await ladderCell(page, 1, 'notionalFloor').click();
  await eventually(selected).toBe(1);

  await page.keyboard.type('1');
  const said = page.getByRole('tooltip');
  await said.getByText('tier').waitFor();
  await page.keyboard.type('x');
  await said.getByText('is no figure for this column').waitFor();
  expect(await gravest(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/admin/ladder-editor-typing.png' });
  await page.keyboard.press('Escape');
  await said.waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await close();
});

/** A rate without how it is set: spaces and the sign. */
function plainRate(text: string): string {
  return text.replace(/[\s%]/g, '');
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}
