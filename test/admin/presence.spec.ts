import { afterAll, beforeAll, expect, test } from 'vitest';
import { pathOf, paths, type ChangePresence, type ChangeResource } from '@backstop/contracts';
import { changesApi } from './changes-api.ts';
import { gravest } from './gravest.ts';
import { eventually, keepPicture, startConsole, type Console } from './open-console.ts';

let console: Console;
const { ask, drafted } = changesApi(() => console.app);

beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

const draftOf = (change: ChangeResource): string => `/changes/${change.id}`;
const showOf = (change: ChangeResource): string => `${draftOf(change)}/show`;
const present = (change: ChangeResource): Promise<ChangePresence> =>
  ask('viewer', pathOf(paths.changePresence, { id: change.id }));

test('two who edit a draft see each other by name, a reader sees both, and who leaves is gone', async () => {
  const change = await drafted('author', 'BTCUSDT', '120', 'Edited by two');
  const first = await console.open(draftOf(change));
  await eventually(async () => (await present(change)).people.length).toBe(1);
  expect(await first.page.getByText('is editing this draft').count()).toBe(0);
  const second = await console.open(draftOf(change), { as: 'abel' });
  await second.page.getByText(/^Ada.* is editing this draft since \d\d:\d\d\.$/).waitFor();
  expect(await gravest(second.page)).toEqual([]);
  await keepPicture(second.page, 'presence');
  // A page in sight again asks at once; it would have within a beat anyway.
  await first.page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await first.page.getByText(/^Abel.* is editing this draft since/).waitFor({ timeout: 25_000 });
  const reader = await console.open(showOf(change), { as: 'viewer' });
  await reader.page.getByText(/^Ada.* is editing this draft/).waitFor();
  await reader.page.getByText(/^Abel.* is editing this draft/).waitFor();
  expect((await present(change)).people).toHaveLength(2);
  await second.goTo('/changes');
  await eventually(async () => (await present(change)).people.length).toBe(1);
  expect([...first.faults, ...second.faults, ...reader.faults]).toEqual([]);
  for (const { close } of [first, second, reader]) await close();
});

test('what another saves is on the page of who has typed nothing, without a reload', async () => {
  const change = await drafted('author', 'ETHUSDT', '90', 'As it was');
  const { page, faults, close } = await console.open(draftOf(change), { as: 'abel' });
  const reason = page.getByRole('textbox', { name: 'Reason' });
  await eventually(() => reason.inputValue()).toBe('As it was');
  await eventually(async () => (await present(change)).people.length).toBe(1);
  await ask('author', pathOf(paths.change, { id: change.id }), { reason: 'As Ada has it now' }, change);
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(() => reason.inputValue(), { timeout: 25_000 }).toBe('As Ada has it now');
  expect(faults).toEqual([]);
  await close();
});
