import { afterAll, beforeAll, expect, test } from 'vitest';
import { gravest } from './gravest.ts';
import { eventually, keepPicture, settled, startConsole, type Console } from './open-console.ts';

let console: Console;

beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

test('contracts are searched, pasted into, added and taken out in one sheet, and a problem leads to its cell', async () => {
  const { page, faults, close } = await console.open('/policies/contract-specification.default/show');
  await page.getByRole('link', { name: 'Propose a change' }).click();
  const grid = page.getByRole('grid', { name: 'Contracts' });
  await grid.waitFor();
  await settled(page);
  const search = page.getByRole('searchbox', { name: 'Search in Contracts' });
  await search.fill('BTC USDC');
  await page.getByText('1 of 349 rows').waitFor();
  const cell = (row: number, field: string) => grid.getByRole('row').nth(row).locator(`[data-field="${field}"]`);

  // Wrong while it is typed, at the cell and in words.
  await cell(1, 'tickSize').click();
  await page.keyboard.type('0,01');
  await page.getByRole('tooltip').getByText('must be a decimal text above zero').waitFor();
  await page.keyboard.press('Enter');
  await eventually(() => cell(1, 'tickSize').getAttribute('aria-invalid')).toBe('true');
  expect(await gravest(page)).toEqual([]);
  await keepPicture(page, 'specification-editor-wrong');

  // From the list of what is wrong to its cell, wherever the table stands.
  await search.fill('ETH');
  await page.getByText(/^\d+ of 349 rows$/).waitFor();
  await page.getByRole('list', { name: 'What is wrong with the document' }).getByRole('button').first().click();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-field'));
  await eventually(focused).toBe('tickSize');
  await page.keyboard.press('Control+z');
  await page.getByText('nothing is wrong with it').waitFor();

  // A block that can be read in two ways is asked about.
  await search.fill('BTC USD');
  await page.getByText(/^\d+ of 349 rows$/).waitFor();
  await cell(1, 'tickSize').click();
  await page.evaluate(() => navigator.clipboard.writeText('1.000\t\r\n2.000\t10\r\n'));
  await page.keyboard.press('Control+v');
  await page.getByText('Nothing is taken over yet: 1.000 can be read in two ways.').waitFor();
  await page.getByRole('button', { name: 'The comma: 1,000' }).click();
  await eventually(() => cell(1, 'tickSize').innerText()).toContain('1,000');
  expect(await cell(2, 'lotSize').innerText()).toContain('10');
  await page.getByRole('button', { name: 'Only changed (2)' }).waitFor();

  // One like another, with a name of its own; then both are there, and one is taken out again.
  await page.getByRole('button', { name: 'Add one like it' }).click();
  await eventually(focused).toBe('contract');
  await page.keyboard.type('BTCNEW');
  await page.keyboard.press('Enter');
  await page.getByText('nothing is wrong with it').waitFor();
  await page.getByRole('button', { name: 'Contracts 350' }).waitFor();
  await page.getByRole('button', { name: 'Only changed (3)' }).click();
  await page.getByText('3 of 350 rows').waitFor();
  await keepPicture(page, 'specification-editor-changed');
  await cell(3, 'listing').click();
  await page.keyboard.press('Control+Delete');
  await page.getByText('2 of 349 rows').waitFor();

  // The other table.
  await page.getByRole('button', { name: 'Assets 319' }).click();
  await page.getByRole('grid', { name: 'Assets' }).waitFor();
  expect(await gravest(page)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
}, 90_000);
