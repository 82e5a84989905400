import type { Role } from '@backstop/core/access';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { gravest } from './gravest.ts';
import { eventually, keepPicture, settled, startConsole, type Console, type ConsolePage } from './open-console.ts';

vi.setConfig({ testTimeout: 60_000 });

let console: Console;
const tabs = new Map<Role, ConsolePage>();

beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

/**
 * Every page that asks the tables for a list, and what it says once it is answered: of a venue where nothing has happened yet.
 * Policies are not among them: the service has those in mind.
 */
const PAGES: readonly (readonly [address: string, as: Role, text: string])[] = [
  ['/', 'author', 'Margin tiers'],
  ['/inbox', 'approver', 'Nothing'],
  ['/changes', 'author', 'import of the profile'],
  ['/accounts', 'viewer', 'book'],
  ['/decisions', 'auditor', 'recorded'],
  ['/funds', 'viewer', 'USDT'],
  ['/funds/USDT', 'viewer', 'Ledger'],
  ['/losses', 'emergency', 'loss'],
  ['/liquidations', 'viewer', 'liquidation'],
  ['/solvency', 'viewer', 'Insurance fund'],
  ['/audit', 'auditor', 'Set imported'],
  ['/people', 'admin', 'ada'],
  ['/api-keys', 'admin', 'A trading system'],
];

/** While the tables are out of reach every question is answered with an error: what the service does without its database. */
async function withoutTables(act: () => Promise<void>): Promise<void> {
  const { dataSource } = console.app;
  await dataSource.query('ALTER SCHEMA public RENAME TO out_of_reach');
  try {
    await act();
  } finally {
    await dataSource.query('ALTER SCHEMA out_of_reach RENAME TO public');
  }
}

test.each(PAGES)('%s says that it was not answered, and shows what it has once it is', async (address, as, text) => {
  const tab = tabs.get(as) ?? (await console.open('/roles', { as }));
  tabs.set(as, tab);
  const { page, goTo } = tab;
  const main = page.getByRole('main');
  const retry = main.getByRole('button', { name: 'Try again' });
  await withoutTables(async () => {
    await goTo(address);
    await retry.first().waitFor();
    await settled(page);
    expect(await main.getByText(/^(?:Nothing|No) /).count()).toBe(0);
    expect(await gravest(page)).toEqual([]);
    await keepPicture(page, `unanswered${address.replaceAll('/', '-')}`);
  });
  for (let left = await retry.count(); left > 0; left -= 1) await retry.first().click();
  await main.getByText(text).first().waitFor();
  await eventually(() => main.getByRole('alert').count()).toBe(0);
  await settled(page);
  await keepPicture(page, `answered${address.replaceAll('/', '-')}`);
});
