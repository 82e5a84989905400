import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importSet } from '@backstop/api/import/import-set';
import { eventually, keepPicture, settled, startConsole, type Console } from './open-console.ts';

const HISTORY = fileURLToPath(new URL('../../rules/history/', import.meta.url));

let console: Console;

beforeAll(async () => {
  console = await startConsole({ content: 'empty' });
  const { outcome } = await importSet(console.app.dataSource, HISTORY, Date.now());
  expect(outcome).toBe('imported');
});
afterAll(() => console.stop());

test('the versions of a ladder stand on a timeline, each until the next', async () => {
  const { page, faults, close } = await console.open('/policies/margin-tiers.WAVESUSDT/show?view=versions');
  const rows = page.getByRole('region', { name: /^Versions/ }).locator('tbody tr');
  await eventually(() => rows.count()).toBe(9);
  const [newest, second] = [await rows.nth(0).innerText(), await rows.nth(1).innerText()];
  expect(newest).toContain('in force');
  expect(newest).toContain('until replaced');
  const from = /\d\d \w{3} \d{4}, \d\d:\d\d/.exec(newest)?.[0] ?? 'no instant';
  expect(second).toContain(from);
  expect(second).toContain('superseded');
  expect(faults).toEqual([]);
  await close();
});

test('any two versions are compared in the sentences of their kind, what can liquidate first', async () => {
  const { page, faults, close } = await console.open('/policies/margin-tiers.WAVESUSDT/show?view=versions');
  await page.getByRole('button', { name: 'Compare with 8: what version 9 changed' }).click();
  const compared = page.getByRole('region', { name: 'Compare versions' });
  await compared.getByText('The maintenance margin rate of the tier from 0 falls').waitFor();
  expect(await compared.locator('tbody tr').first().innerText()).toContain('loosens');
  await page.getByLabel('From version').click();
  await page.getByRole('option', { name: /^1 ·/ }).click();
  await eventually(() => page.url()).toContain('before=1&after=9');
  await settled(page);
  const effects = await compared.locator('tbody tr td:first-child').allInnerTexts();
  const order = ['can liquidate', 'blocks new risk', 'costs', 'loosens', 'no effect'];
  const places = effects.map((effect) => order.indexOf(effect));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(faults).toEqual([]);
  await keepPicture(page, 'compare-light');
  await close();
});

test('an old version opens as it was', async () => {
  const { page, close } = await console.open('/policies/margin-tiers.WAVESUSDT/show?view=versions');
  await page.getByRole('button', { name: 'Open version 1' }).click();
  await page
    .getByRole('region', { name: 'Version 1' })
    .getByRole('region', { name: /^Ladder/ })
    .waitFor();
  expect(page.url()).toContain('open=1');
  await close();
});

test('a policy out of force says so and still shows what it said last', async () => {
  const { page, close } = await console.open('/policies/margin-tiers.AKROUSDT/show');
  await page.getByText('Version 2 takes the policy out of force').waitFor();
  await page.getByRole('region', { name: /^Ladder/ }).waitFor();
  await close();
});
