import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pathOf, paths, type ChangeResource } from '@backstop/contracts';
import type { Page } from 'playwright-core';
import { changesApi, type Tier } from './changes-api.ts';
import { gravest } from './gravest.ts';
import { typeLadderCell } from './ladder-cell.ts';
import { eventually, keepPicture, settled, startConsole, type Console, type ConsolePage } from './open-console.ts';

/** Two people and a browser for each take longer than one. */
vi.setConfig({ testTimeout: 60_000 });

let console: Console;
const { ask, drafted } = changesApi(() => console.app);

beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

const SAVED = 'Everything is saved.';
const panelOn = (page: Page) => page.getByRole('region', { name: / saved this draft while you typed/ });
const save = (page: Page) => page.getByRole('button', { name: 'Save draft' }).click();
const reasonOn = (page: Page) => page.getByRole('textbox', { name: 'Reason' });

/** A refused save is answered with 412, which is what these journeys are about. */
const faultsOf = (...pages: readonly ConsolePage[]): readonly string[] =>
  pages.flatMap(({ faults }) => faults.filter((fault) => !fault.includes('412')));

async function opened(change: ChangeResource): Promise<readonly [ConsolePage, ConsolePage]> {
  const pages = [
    await console.open(`/changes/${change.id}`),
    await console.open(`/changes/${change.id}`, { as: 'abel' }),
  ] as const;
  for (const { page } of pages) await settled(page);
  return pages;
}

async function leverages(change: ChangeResource): Promise<readonly string[]> {
  const stored = await ask<ChangeResource>('author', pathOf(paths.change, { id: change.id }));
  return (stored.entries[0]?.document?.['tiers'] as Tier[]).slice(0, 2).map(({ leverageMax }) => leverageMax);
}

test('two who changed different rows of one ladder both have it: the second sees what the first did, and adds to it', async () => {
  const change = await drafted('author', 'BTCUSDT', '120', 'Written by two');
  const [, second = ''] = await leverages(change);
  const [ada, abel] = await opened(change);
  await typeLadderCell(abel.page, 1, 'leverageMax', '77');
  await reasonOn(abel.page).fill('Abel knows why');
  await typeLadderCell(ada.page, 0, 'leverageMax', '118');
  await save(ada.page);
  await ada.page.getByText(SAVED).waitFor();
  expect(await leverages(change)).toEqual(['118', second]);

  await save(abel.page);
  const panel = panelOn(abel.page);
  const theirs = panel.getByRole('region', { name: /^What Ada.* changed$/ });
  await theirs.getByText(/leverage of the tier from 0 .*118/).waitFor();
  const mine = panel.getByRole('region', { name: 'What you changed' });
  await mine.getByText(/leverage of the tier from 50,000 .*77/).waitFor();
  await mine.getByRole('cell', { name: 'Abel knows why' }).waitFor();
  await panel.getByText('You changed different things: both can stand.').waitFor();
  expect(await gravest(abel.page)).toEqual([]);
  await keepPicture(abel.page, 'merge-clean');
  await panel.getByRole('button', { name: 'Put mine on what was saved' }).click();
  await panel.waitFor({ state: 'detached' });
  expect(await leverages(change)).toEqual(['118', second]);
  await save(abel.page);
  await abel.page.getByText(SAVED).waitFor();
  expect(await leverages(change)).toEqual(['118', '77']);
  expect(await ask<ChangeResource>('author', pathOf(paths.change, { id: change.id }))).toMatchObject({
    reason: 'Abel knows why',
  });
  expect(faultsOf(ada, abel)).toEqual([]);
  for (const { close } of [ada, abel]) await close();
});

test('a cell that both changed is named, and stands as the second decides; or everything of the first is taken', async () => {
  const change = await drafted('author', 'ETHUSDT', '90', 'Written by two at once');
  const [ada, abel] = await opened(change);
  await typeLadderCell(abel.page, 0, 'leverageMax', '80');
  await typeLadderCell(ada.page, 0, 'leverageMax', '70');
  await save(ada.page);
  await ada.page.getByText(SAVED).waitFor();
  await save(abel.page);
  const panel = panelOn(abel.page);
  const conflicts = panel.getByRole('table', { name: 'Where both changed the same thing' });
  await conflicts.waitFor();
  const cells = await conflicts.locator('tbody tr').first().locator('td').allInnerTexts();
  expect(cells[0]).toContain('margin-tiers.ETHUSDT /tiers/notionalFloor=0/leverageMax');
  expect(cells.slice(1, 4)).toEqual(['90', '80', '70']);
  const put = panel.getByRole('button', { name: 'Put mine on what was saved' });
  expect(await put.isDisabled()).toBe(true);
  await panel.getByText('1 place is still to be decided').waitFor();
  await conflicts.getByRole('button', { name: 'Mine' }).click();
  expect(await gravest(abel.page)).toEqual([]);
  await keepPicture(abel.page, 'merge-conflict');
  // Typed before the other saves: what is saved then is not what it stands on.
  await typeLadderCell(ada.page, 0, 'leverageMax', '60');
  await put.click();
  await save(abel.page);
  await abel.page.getByText(SAVED).waitFor();
  expect((await leverages(change))[0]).toBe('80');

  await save(ada.page);
  await panelOn(ada.page)
    .getByRole('button', { name: /^Take what Abel.* saved, and drop what I typed$/ })
    .click();
  await ada.page.getByText(SAVED).waitFor();
  await eventually(() => ada.page.locator('[data-id="0"] [data-field="leverageMax"]').innerText()).toBe('80×');
  expect((await leverages(change))[0]).toBe('80');
  expect(faultsOf(ada, abel)).toEqual([]);
  for (const { close } of [ada, abel]) await close();
});
