import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pathOf, paths, type ChangeResource } from '@backstop/contracts';
import type { Page } from 'playwright-core';
import { loginOf, signIn } from '../support/sign-in.ts';
import { changesApi } from './changes-api.ts';
import { gravest } from './gravest.ts';
import { holdBack } from './hold-back.ts';
import { typeLadderCell } from './ladder-cell.ts';
import { eventually, keepPicture, settled, startConsole, type Console, type ConsolePage } from './open-console.ts';

const HOUR = 3_600_000;
const PASSWORD = 'backstop-demonstration';

let console: Console;
let ahead = 0;

/** Signed in anew each time: where the clock has been ahead, sessions of before are no more. */
const { ask, drafted } = changesApi(() => ({
  ...console.app,
  signInAs: (who) => signIn(console.app.url, who === 'abel' ? who : loginOf(who)),
}));

beforeAll(async () => {
  console = await startConsole({ clock: () => Date.now() + ahead });
});
afterAll(() => console.stop());
beforeEach(() => {
  ahead = 0;
});

async function typeSignIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('Login').fill(login);
  await page.getByLabel('Password', { exact: false }).first().fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
}

/** Even where the page was faster to notice that the session ended, and stands behind its dialog, hidden to roles. */
async function evaluate(page: Page): Promise<void> {
  await page.locator('main button[type=submit]', { hasText: 'Evaluate' }).dispatchEvent('click');
}

describe('nobody is signed in', () => {
  test('every address shows the sign-in page, and after the sign-in the page that was asked for', async () => {
    const { page, faults, close } = await console.open('/policies/margin-tiers.BTCUSDT/show', { as: null });
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await typeSignIn(page, 'vera', PASSWORD);
    await page.getByRole('region', { name: /^Ladder/ }).waitFor();
    expect(page.url()).toContain('/policies/margin-tiers.BTCUSDT/show');
    await page.getByRole('button', { name: 'You are Vera, viewer' }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('the page of who is signed in survives a reload, and the server is asked a few times, not without end', async () => {
    const { page, close } = await console.open('/', { as: null });
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/v1/session')) asked += 1;
    });
    await page.waitForTimeout(1500);
    expect(asked).toBeLessThan(5);
    await typeSignIn(page, 'vera', PASSWORD);
    await page.getByRole('button', { name: /^You are/ }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: /^You are/ }).waitFor();
    await settled(page);
    expect(asked).toBeLessThan(10);
    await close();
  });

  test('the people of the demonstration are marked as such, and each is one click away', async () => {
    const { page, faults, close } = await console.open('/', { as: null });
    const demo = page.getByRole('region', { name: 'Demo mode: sign in as anybody' });
    await demo.waitFor();
    expect(await demo.getByRole('listitem').count()).toBe(7);
    expect(await demo.innerText()).toContain(PASSWORD);
    await demo.getByRole('button', { name: 'Sign in as Otto, auditor' }).click();
    await page.getByRole('button', { name: 'You are Otto, auditor' }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('the keyboard alone signs in', async () => {
    const { page, close } = await console.open('/', { as: null });
    await page.keyboard.type('vera');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'You are Vera, viewer' }).waitFor();
    await close();
  });

  test('a wrong password is refused in words, and too many failures say when to try again', async () => {
    const { page, close } = await console.open('/', { as: null });
    for (let failures = 0; failures < 5; failures += 1) {
      await typeSignIn(page, 'abel', 'not the password');
      await page.getByRole('alert').filter({ hasText: 'Login and password do not match' }).waitFor();
      await eventually(() => page.getByRole('button', { name: 'Sign in', exact: true }).first().isEnabled()).toBe(true);
    }
    await typeSignIn(page, 'abel', PASSWORD);
    const alert = page.getByRole('alert').filter({ hasText: 'too many failures' });
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/Try again in about 1[45] minutes\./);
    await keepPicture(page, 'sign-in-locked');
    ahead = HOUR / 2;
    await typeSignIn(page, 'abel', PASSWORD);
    await page.getByRole('button', { name: 'You are Abel, author' }).waitFor();
    await close();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing serious on the sign-in page, %s', async (theme) => {
    const { page, faults, close } = await console.open('/', { as: null, theme });
    await page.getByRole('region', { name: /^Demo mode/ }).waitFor();
    expect(await gravest(page)).toEqual([]);
    expect(faults).toEqual([]);
    await keepPicture(page, `sign-in-${theme}`);
    await page.setViewportSize({ width: 768, height: 900 });
    await keepPicture(page, `sign-in-${theme}-768`);
    await close();
  });
});

test('who signs out is nobody, and sees nothing any more', async () => {
  const { page, close } = await console.open('/', { as: 'approver' });
  await page.getByRole('button', { name: /^You are/ }).click();
  await keepPicture(page, 'user-menu');
  expect(await gravest(page)).toEqual([]);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await close();
});

test('a language is chosen in the menu, and remembered', async () => {
  const { page, faults, close } = await console.open('/', { as: 'viewer' });
  await page.getByRole('button', { name: /^You are/ }).click();
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await page.getByRole('heading', { level: 1, name: 'Was gilt' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Was gilt' }).waitFor();
  await eventually(() => page.evaluate(() => document.documentElement.lang)).toBe('de');
  await page.getByRole('link', { name: 'Leitplanke für Änderungen', exact: true }).waitFor();
  await page
    .getByText(/\d+ Okt\. 2024, /)
    .first()
    .waitFor();
  await page.goto(`${console.app.url}/#/policies/liquidation-trigger.default/show`);
  await page.getByText('Margenquote liegt unter 1.1').waitFor();
  await page.getByText('Nachschuss').first().waitFor();
  await page.getByRole('link', { name: 'Entscheidungen', exact: true }).click();
  await page.getByText('Noch ist nichts aufgezeichnet').waitFor();
  expect(await gravest(page)).toEqual([]);
  await keepPicture(page, 'german');
  expect(faults).toEqual([]);
  await close();
});

const endedDialog = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });

/** Whoever it was, over the page that was being worked at. */
async function signInAgain(page: Page): Promise<void> {
  await endedDialog(page).getByLabel('Password', { exact: false }).first().fill(PASSWORD);
  await endedDialog(page).getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Somebody at a page, by a session that began just now. */
async function openAs(login: string, address: string): Promise<ConsolePage> {
  const opened = await console.open('/', { as: null });
  await typeSignIn(opened.page, login, PASSWORD);
  await opened.page.getByRole('button', { name: /^You are/ }).waitFor();
  await opened.goTo(address);
  return opened;
}

describe('a session that ends in the middle of work', () => {
  test('is taken up over the page: what was typed stays, and what was asked is done', async () => {
    const { page, close } = await console.open('/evaluate?as=json', { as: 'author' });
    const json = page.getByRole('textbox', { name: /JSON/ });
    const typed = (await json.inputValue()).replace(/"id": "[^"]*"/, '"id": "typed-before-the-end"');
    await json.fill(typed);
    ahead = 25 * HOUR;
    await evaluate(page);
    const dialog = endedDialog(page);
    await dialog.waitFor();
    expect(await gravest(page)).toEqual([]);
    await keepPicture(page, 'session-ended');
    expect(await dialog.getByLabel('Login').inputValue()).not.toBe('');
    await signInAgain(page);
    await page.getByRole('region', { name: 'Decision' }).waitFor();
    expect(await json.inputValue()).toBe(typed);
    expect(await dialog.count()).toBe(0);
    await close();
  });

  test('is taken up over a draft: it is saved as it was typed', async () => {
    const { page, close } = await console.open('/policies/margin-tiers.BTCUSDT/show', { as: 'abel' });
    await page.getByRole('link', { name: 'Propose a change' }).click();
    const reason = page.getByRole('textbox', { name: 'Reason' });
    await reason.fill('Typed before the session ended');
    const letGo = await holdBack(page);
    ahead = 25 * HOUR;
    await page.getByRole('button', { name: 'Save draft' }).click();
    await endedDialog(page).waitFor();
    letGo();
    await signInAgain(page);
    await endedDialog(page).waitFor({ state: 'detached' });
    await page.getByText('Everything is saved').waitFor();
    await page.reload();
    await eventually(() => reason.inputValue()).toBe('Typed before the session ended');
    await close();
  });

  test('is taken up over a draft that was typed on after it had ended: the grid and the reason are saved', async () => {
    const change = await drafted('abel', 'LINKUSDT', '60', 'Before the session ended');
    const { page, close } = await openAs('abel', `/changes/${change.id}`);
    const reason = page.getByRole('textbox', { name: 'Reason' });
    await settled(page);
    await reason.fill('Typed before the end');
    const letGo = await holdBack(page);
    ahead = 25 * HOUR;
    await reason.fill('Typed before the end, and after it');
    await typeLadderCell(page, 0, 'leverageMax', '58');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await endedDialog(page).waitFor();
    letGo();
    await signInAgain(page);
    await page.getByText('Everything is saved').waitFor();
    const stored = await ask<ChangeResource>('abel', pathOf(paths.change, { id: change.id }));
    expect(stored.reason).toBe('Typed before the end, and after it');
    expect(stored.entries[0]?.document?.['tiers']).toMatchObject({ 0: { leverageMax: '58' } });
    await close();
  });

  test('may be left with a draft unsaved: it waits in the browser for who typed it, and for nobody else', async () => {
    const change = await drafted('abel', 'UNIUSDT', '60', 'As it is stored');
    const { page, goTo, close } = await openAs('abel', `/changes/${change.id}`);
    const reason = page.getByRole('textbox', { name: 'Reason' });
    await eventually(() => reason.inputValue()).toBe('As it is stored');
    await reason.fill('Typed and never saved');
    const letGo = await holdBack(page);
    ahead = 25 * HOUR;
    await page.getByRole('button', { name: 'Save draft' }).click();
    await endedDialog(page).waitFor();
    letGo();
    await page.getByRole('button', { name: 'Leave the page and sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await typeSignIn(page, 'ada', PASSWORD);
    await page.getByRole('button', { name: /^You are Ada/ }).waitFor();
    await goTo(`/changes/${change.id}`);
    await eventually(() => reason.inputValue()).toBe('As it is stored');
    await page.getByRole('button', { name: /^You are/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await typeSignIn(page, 'abel', PASSWORD);
    await page.getByRole('button', { name: /^You are Abel/ }).waitFor();
    await goTo(`/changes/${change.id}`);
    await page.getByText('what you typed last and did not save').waitFor();
    expect(await reason.inputValue()).toBe('Typed and never saved');
    await close();
  });

  test('can be left instead: then nobody is signed in', async () => {
    const { page, close } = await console.open('/evaluate', { as: 'admin' });
    await page.getByRole('button', { name: 'Evaluate', exact: true }).waitFor();
    ahead = 25 * HOUR;
    await evaluate(page);
    await page.getByRole('button', { name: 'Leave the page and sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await close();
  });
});
