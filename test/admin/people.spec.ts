import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleEvaluation } from '../support/sample-evaluation.ts';
import { gravest } from './gravest.ts';
import { eventually, keepPicture, settled, startConsole, type Console } from './open-console.ts';

let console: Console;

beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

test('who may not see the people is told why, and is not led there', async () => {
  const { page, faults, close } = await console.open('/people', { as: 'viewer' });
  await page.getByText('This page is not open to you').waitFor();
  await page.getByText('which the roles admin grant. Yours: viewer.').waitFor();
  const ways = page.getByRole('navigation', { name: 'Main' });
  expect(await ways.getByRole('link').allInnerTexts()).not.toContain('People');
  expect(await ways.getByRole('link').allInnerTexts()).not.toContain('Audit');
  expect(await gravest(page)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

test('an admin makes a person, who signs in with the one-time password and must choose their own', async () => {
  const admin = await console.open('/people', { as: 'admin' });
  await admin.page.getByRole('button', { name: 'New person' }).click();
  const dialog = admin.page.getByRole('dialog', { name: 'New person' });
  await dialog.getByLabel('Name').fill('Nora Newcomer');
  await dialog.getByLabel('Login').fill('nora');
  await dialog.getByRole('checkbox', { name: /^approver/ }).check();
  expect(await gravest(admin.page)).toEqual([]);
  await keepPicture(admin.page, 'person-new');
  await dialog.getByRole('button', { name: 'Make the person' }).click();
  const secret = admin.page.getByRole('dialog', { name: 'First password of Nora Newcomer' });
  const password = await secret.getByLabel('one-time password', { exact: true }).inputValue();
  await keepPicture(admin.page, 'person-password');
  await secret.getByRole('button', { name: 'Copy one-time password' }).click();
  await eventually(() => admin.page.evaluate(() => navigator.clipboard.readText())).toBe(password);
  await secret.getByRole('button', { name: 'I have kept it' }).click();
  await admin.page.getByRole('link', { name: 'Nora Newcomer' }).waitFor();
  expect(await admin.page.content()).not.toContain(password);

  const own = await console.open('/', { as: null });
  await own.page.getByLabel('Login').fill('nora');
  await own.page.getByLabel('Password', { exact: false }).first().fill(password);
  await own.page.keyboard.press('Enter');
  await own.page.getByRole('heading', { level: 1, name: 'Choose your own password' }).waitFor();
  expect(await gravest(own.page)).toEqual([]);
  await keepPicture(own.page, 'password-first');
  await own.page.getByLabel('Current password').fill(password);
  await own.page.getByLabel('New password', { exact: false }).first().fill('nora');
  await own.page.getByLabel('New password again').fill('nora');
  await own.page.getByRole('button', { name: 'Change password' }).click();
  await own.page.getByRole('alert').filter({ hasText: 'Your password is not changed' }).waitFor();
  await own.page.getByLabel('New password', { exact: false }).first().fill('a long one of my own');
  await own.page.getByLabel('New password again').fill('a long one of my own');
  await own.page.getByRole('button', { name: 'Change password' }).click();
  await own.page.getByRole('button', { name: 'You are Nora Newcomer' }).waitFor();
  await own.close();
  await admin.close();
}, 60_000);

test('roles are edited on the version that was read; who was faster is not overwritten', async () => {
  const admin = await console.open('/people', { as: 'admin' });
  await admin.page.getByRole('link', { name: 'Abel, author' }).click();
  await admin.page.getByRole('checkbox', { name: /^auditor/ }).check();
  const other = await console.open('/', { as: 'admin' });
  await other.page.goto(admin.page.url());
  await other.page.getByRole('textbox', { name: 'Name' }).fill('Abel the second');
  await other.page.getByRole('button', { name: 'Save' }).click();
  await other.page.getByRole('heading', { level: 1, name: 'Abel the second' }).waitFor();
  await admin.page.getByRole('button', { name: 'Save' }).click();
  await admin.page.getByText('Somebody else has changed this person since you read it').waitFor();
  expect(await admin.page.getByRole('checkbox', { name: /^auditor/ }).isChecked()).toBe(true);
  await admin.page.getByRole('button', { name: /^Read again/ }).click();
  await admin.page.getByRole('heading', { level: 1, name: 'Abel the second' }).waitFor();
  await admin.page.getByRole('checkbox', { name: /^auditor/ }).check();
  await keepPicture(admin.page, 'person');
  await admin.page.getByRole('button', { name: 'Save' }).click();
  await admin.page.getByText('Saved').waitFor();
  await other.close();
  await admin.close();
});

test('nobody changes their own roles', async () => {
  const { page, close } = await console.open('/people', { as: 'admin' });
  await page.getByRole('link', { name: 'Mina, admin' }).click();
  await page.getByText('These are your own roles').waitFor();
  expect(await page.getByRole('checkbox', { name: /^admin/ }).isDisabled()).toBe(true);
  await close();
});

test('a key is made, used, rotated and revoked', async () => {
  const { page, faults, close } = await console.open('/api-keys', { as: 'admin' });
  await page.getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog', { name: 'New key' });
  await dialog.getByLabel('Name').fill('matching engine');
  expect(await gravest(page)).toEqual([]);
  await keepPicture(page, 'key-new');
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  const shown = page.getByRole('dialog', { name: 'Secret of matching engine' });
  const secret = await shown.getByLabel('secret', { exact: true }).inputValue();
  await keepPicture(page, 'key-secret');
  await shown.getByRole('button', { name: 'I have kept it' }).click();
  expect(await evaluateWith(secret)).toBe(200);

  await page.getByRole('button', { name: 'Rotate matching engine' }).click();
  await page
    .getByRole('dialog', { name: 'A new secret for matching engine' })
    .getByRole('button', { name: 'Rotate' })
    .click();
  const rotated = await shown.getByLabel('secret', { exact: true }).inputValue();
  expect(rotated).not.toBe(secret);
  await shown.getByText(/The old secret works until/).waitFor();
  await shown.getByRole('button', { name: 'I have kept it' }).click();
  expect(await evaluateWith(rotated)).toBe(200);
  expect(await evaluateWith(secret)).toBe(200);
  await keepPicture(page, 'keys');

  await page.getByRole('button', { name: 'Revoke matching engine' }).click();
  const asked = page.getByRole('dialog', { name: 'Revoke matching engine?' });
  await asked.getByRole('button', { name: 'Revoke' }).click();
  await page
    .getByRole('row', { name: /matching engine/ })
    .getByText('revoked')
    .waitFor();
  await eventually(() => evaluateWith(rotated)).toBe(401);
  expect(await evaluateWith(secret)).toBe(401);
  expect(faults).toEqual([]);
  await close();
});

test.each(['light', 'dark'] as const)('axe finds nothing serious on people, keys and roles, %s', async (theme) => {
  const { page, faults, goTo, close } = await console.open('/people', { as: 'admin', theme });
  for (const name of ['people', 'api-keys', 'roles']) {
    await goTo(`/${name}`);
    await settled(page);
    await page.getByRole('table').waitFor();
    expect(await gravest(page)).toEqual([]);
    await keepPicture(page, `${name}-${theme}`);
    for (const width of [768, 1024, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await eventually(overflow).toBe(0);
      if (width === 768) await keepPicture(page, `${name}-${theme}-768`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  expect(faults).toEqual([]);
  await close();
});

async function evaluateWith(secret: string): Promise<number> {
  const { status } = await fetch(`${console.app.url}/v1/evaluations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify(sampleEvaluation()),
  });
  return status;
}
