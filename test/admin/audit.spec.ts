import { afterAll, beforeAll, expect, test } from 'vitest';
import { gravest } from './gravest.ts';
import { eventually, keepPicture, settled, startConsole, type Console } from './open-console.ts';

let console: Console;

beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

test('an auditor verifies the chain, and reads how to do so offline', async () => {
  const { page, faults, close } = await console.open('/audit', { as: 'auditor' });
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  const result = page.getByRole('alert').filter({ hasText: 'The chain is whole' });
  await result.waitFor();
  expect(await result.innerText()).toMatch(/Entries walked\s+[1-9]/);
  await page.getByRole('button', { name: 'How to verify offline' }).click();
  await page.getByText('npm run verify-audit -- audit.ndjson', { exact: true }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('entries stand latest first, open on demand, and narrow to who, what and what to in the address', async () => {
  const { page, close } = await console.open('/audit', { as: 'auditor' });
  const rows = page.getByRole('table', { name: 'Entries' }).locator('tbody tr');
  await rows.first().waitFor();
  const numbers = (await rows.locator('td:first-child').allInnerTexts()).map((text) =>
    Number(text.replaceAll(',', '')),
  );
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  await page.getByRole('button', { name: 'Open entry 1', exact: true }).click();
  await page.getByText('Entry before', { exact: true }).waitFor();
  await keepPicture(page, 'audit-entry');
  await rows.last().waitFor();
  await page.getByLabel('What', { exact: true }).fill('session.began');
  await eventually(() => page.url()).toContain('act=session.began');
  await eventually(async () => new Set(await rows.locator('td:nth-child(4)').allInnerTexts())).toEqual(
    new Set(['Session began']),
  );
  await page.getByRole('button', { name: 'Show all' }).click();
  await eventually(() => page.url()).not.toContain('act=');
  await close();
});

test('an edit of the database itself is found, and where', async () => {
  const { page, close } = await console.open('/audit', { as: 'auditor' });
  const { dataSource } = console.app;
  await dataSource.query('alter table audit_entry disable trigger user');
  await dataSource.query(
    `update audit_entry set body = replace(body, '"actor":"system"', '"actor":"nobody"') where sequence = 1`,
  );
  await dataSource.query('alter table audit_entry enable trigger user');
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  const result = page.getByRole('alert').filter({ hasText: 'The chain is broken' });
  await result.waitFor();
  expect(await result.innerText()).toContain('The first fault shows at entry 1');
  expect(await gravest(page)).toEqual([]);
  await keepPicture(page, 'audit-broken');
  await close();
});

test.each(['light', 'dark'] as const)('axe finds nothing serious, and it fits every window, %s', async (theme) => {
  const { page, faults, close } = await console.open('/audit', { as: 'auditor', theme });
  await page.getByRole('table', { name: 'Entries' }).waitFor();
  await page.getByRole('button', { name: 'How to verify offline' }).click();
  await settled(page);
  expect(await gravest(page)).toEqual([]);
  await keepPicture(page, `audit-${theme}`);
  for (const width of [768, 1024, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await eventually(overflow).toBe(0);
    if (width === 768) await keepPicture(page, `audit-${theme}-768`);
  }
  expect(faults).toEqual([]);
  await close();
});
