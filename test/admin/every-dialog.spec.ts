import { pathOf, paths, type ChangeResource } from '@backstop/contracts';
import type { Role } from '@backstop/core/access';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { changesApi } from './changes-api.ts';
import { gravest } from './gravest.ts';
import { inTheDark } from './look-at.ts';
import { keepPicture, settled, startConsole, type Console } from './open-console.ts';

/** A dialog in two themes, on a machine that may be busy. */
vi.setConfig({ testTimeout: 60_000 });

let console: Console;
const { ask, drafted, submitted, inForce } = changesApi(() => console.app);
const ids = { draft: '', change: '', emergency: '' };

beforeAll(async () => {
  console = await startConsole();
  ids.draft = (await drafted('author', 'ETHUSDT', '110', 'A draft')).id;
  ids.change = (await submitted('author', 'BTCUSDT', '110', 'To be decided')).id;
  const emergency = await submitted('emergency', 'XRPUSDT', '70', 'An emergency');
  const said = { digest: emergency.submission?.digest, reason: 'Marks jumped' };
  await ask<ChangeResource>('emergency', pathOf(paths.changeEmergency, { id: emergency.id }), said, emergency);
  ids.emergency = emergency.id;
});
afterAll(() => console.stop());

const show = (id: string): string => `/changes/${id}/show`;

/** Where each dialog is opened, by whom, and with which button. */
const DIALOGS: readonly (readonly [name: string, as: Role, address: () => string | Promise<string>, button: string])[] =
  [
    ['submit', 'author', () => show(ids.draft), 'Submit for review'],
    ['withdraw', 'author', () => show(ids.draft), 'Withdraw'],
    ['approve', 'approver', () => show(ids.change), 'Approve'],
    ['reject', 'approver', () => show(ids.change), 'Reject'],
    ['emergency', 'emergency', () => show(ids.change), 'Activate in an emergency'],
    ['confirm', 'approver', () => show(ids.emergency), 'Confirm the emergency'],
    [
      'roll-back',
      'author',
      async () => show((await inForce('ADAUSDT', '90', 'In force')).id),
      'Roll back to before it',
    ],
    ['new-person', 'admin', () => '/people', 'New person'],
    ['new-key', 'admin', () => '/api-keys', 'New key'],
    ['deposit', 'author', () => '/funds/USDT', 'Ask for a deposit'],
  ];

test.each(DIALOGS)('axe finds nothing serious in the dialog %s, light and dark', async (name, as, address, button) => {
  const { page, faults, close } = await console.open(await address(), { as });
  await settled(page);
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('dialog').waitFor();
  expect(await gravest(page)).toEqual([]);
  await keepPicture(page, `dialog-${name}`);
  await inTheDark(page, async () => {
    expect(await gravest(page, 'colors')).toEqual([]);
    await keepPicture(page, `dialog-${name}-dark`);
  });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await close();
});
