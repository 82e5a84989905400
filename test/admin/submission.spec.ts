import { afterAll, beforeAll, expect, test } from 'vitest';
import { paths, pathOf, type ChangeResource, type PolicyVersionResource } from '@backstop/contracts';
import type { Page } from 'playwright-core';
import { changesApi } from './changes-api.ts';
import { gravest } from './gravest.ts';
import { eventually, keepPicture, settled, startConsole, type Console } from './open-console.ts';

let console: Console;
const { ask, drafted } = changesApi(() => console.app);

beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

const showOf = (change: ChangeResource): string => `/changes/${change.id}/show`;
const answerOn = (page: Page) => page.getByRole('region', { name: /^What stands in the way/ });

/** A rate that no document forbids, and a rise that the guardrail does. */
const TOO_FAR = { maintenanceMarginRate: '0.005' };

test('a draft that breaks a guardrail says so before it is submitted, and leads to the cell', async () => {
  const change = await drafted('author', 'BTCUSDT', TOO_FAR, 'Further than the guardrail lets it');
  expect(change.problems).toEqual([]);
  const { page, faults, close } = await console.open(showOf(change));
  const answer = answerOn(page);
  await answer.getByText('it would be refused for').waitFor();
  await answer.getByText(/It rises from 0.004 to 0.005, by more than 0.2499 of what it was/).waitFor();
  expect(await page.getByText('it can be submitted').count()).toBe(0);
  await settled(page);
  expect(await gravest(page)).toEqual([]);
  await keepPicture(page, 'change-refused');
  await answer.getByRole('link', { name: /tiers\/notionalFloor=0\/maintenanceMarginRate/ }).click();
  await page.getByRole('heading', { level: 1, name: /^Draft/ }).waitFor();
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('[data-pointer]')?.getAttribute('data-pointer'));
  const cell = page.locator('[data-pointer="/tiers/0/maintenanceMarginRate"]');
  await cell.waitFor();
  await eventually(focused).toBe('/tiers/0/maintenanceMarginRate');
  expect(faults).toEqual([]);
  await close();
});

test('of a document with a mistake nothing is said of what it changes', async () => {
  const change = await drafted('author', 'SOLUSDT', '60', 'Its second tier has more leverage than its first');
  const { page, faults, close } = await console.open(showOf(change));
  await page.getByText('What it changes is shown once nothing is wrong with it.').waitFor();
  await answerOn(page)
    .getByText(/The largest leverage rises/)
    .waitFor();
  expect(await page.getByText('The two versions say the same.').count()).toBe(0);
  expect(await page.getByText('no effect', { exact: true }).count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
});

test('a draft that breaks the whole set says so, and leads to the policy beside it', async () => {
  const policy = 'margin-tiers.ETHUSDT';
  const path = pathOf(paths.policyVersion, { id: policy, version: 1 });
  const { title, scope } = await ask<PolicyVersionResource>('author', path);
  const entries = [{ policy, title, scope, document: null }];
  const change = await ask<ChangeResource>('author', paths.changes, { reason: 'No ladder any more', entries });
  const { page, faults, close } = await console.open(showOf(change));
  await answerOn(page).getByText('it would be refused for').waitFor();
  await answerOn(page)
    .getByRole('link', { name: /document\/contracts\/ETHUSDT$/ })
    .first()
    .click();
  await eventually(() => page.url()).toContain('/policies/contract-specification.');
  expect(faults).toEqual([]);
  await close();
});

test('nothing is promised while the service is asked, and what is missing leads to its field', async () => {
  const change = await drafted('author', 'SOLUSDT', '110', '');
  const { page, goTo, faults, close } = await console.open('/changes');
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/dryRun=true/, async (route) => {
    await held;
    await route.continue();
  });
  await goTo(showOf(change));
  await answerOn(page).getByText('The service is asked').waitFor();
  expect(await answerOn(page).getByText('can be submitted').count()).toBe(0);
  letGo();
  await answerOn(page).getByText('Say why the change is made').waitFor();
  await answerOn(page).getByRole('link', { name: 'where it is mended' }).click();
  const reason = page.getByRole('textbox', { name: 'Reason' });
  await eventually(() => reason.evaluate((field) => field === document.activeElement)).toBe(true);
  await reason.fill('SOL has become deeper');
  await page.getByRole('button', { name: 'Save and go on to submit' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Back' }).click();
  await page.getByText('Nothing: it can be submitted.').waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('to who may not submit it is said that nobody was asked', async () => {
  const change = await drafted('author', 'BTCUSDT', TOO_FAR, 'Read by a reviewer');
  const { page, faults, close } = await console.open(showOf(change), { as: 'viewer' });
  await answerOn(page).getByText('has not been asked').waitFor();
  expect(await answerOn(page).getByText('Nothing').count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
});
