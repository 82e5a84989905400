import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { gravest } from './gravest.ts';
import { eventually, keepPicture, startConsole, type Console } from './open-console.ts';

let console: Console;

beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

/** Keys alone: what is found by its name is focused, and then pressed or typed over. */
function hands(page: Page) {
  return {
    press: async (name: string, key = 'Enter'): Promise<void> => {
      await page.getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press(key);
    },
    type: async (field: Locator, text: string): Promise<void> => {
      await field.focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
    },
    choose: async (list: Locator, option: string): Promise<void> => {
      await list.press('Enter');
      await page.getByRole('option', { name: option, exact: true }).press('Enter');
      await page.getByRole('listbox').waitFor({ state: 'detached' });
    },
  };
}

test('rules are written by keys alone: a finding has its witness, and a case refuses them until it holds', async () => {
  const { page, faults, close } = await console.open('/policies/liquidation-trigger.default/show');
  const { press, type, choose } = hands(page);
  await page.getByRole('link', { name: 'Propose a change' }).press('Enter');
  const rules = page.getByRole('list', { name: 'Rules, in the order they are tried' });
  await rules.waitFor();

  await press('Add case');
  const equity = page.getByRole('textbox', { name: 'Equity of case' });
  await type(equity, '104');
  await page.getByText('does not hold', { exact: true }).waitFor();
  await page.getByRole('button', { name: '/document/cases/0/zone' }).waitFor();
  await choose(page.getByRole('combobox', { name: 'Zone before case' }), 'liquidation');
  await page.getByText('holds', { exact: true }).waitFor();
  await type(equity, '99');
  await page.getByText('holds', { exact: true }).waitFor();
  await page.getByText('1 of 4 rules decide a case.').waitFor();
  await rules.getByText('decided', { exact: true }).waitFor();

  await press('Edit rule warning');
  const warning = rules.locator('[data-pointer="/rules/3/conditions/all/0"]');
  const ratio = warning.getByRole('textbox', { name: /^Value in warning/ });
  await type(ratio, '0.9');
  const found = page.getByRole('list', { name: 'Findings about warning' });
  await found.getByText('never decides', { exact: false }).first().waitFor();
  await found.getByText('All its facts').focus();
  await page.keyboard.press('Enter');
  await found.getByText('Maintenance margin', { exact: true }).waitFor();
  await keepPicture(page, 'rule-builder');
  expect(await gravest(page)).toEqual([]);
  await type(ratio, '1.6');
  await found.waitFor({ state: 'detached' });
  await choose(warning.getByRole('combobox', { name: 'Comparison in warning.1' }), 'is at most');
  await eventually(() => warning.innerText()).toContain('is at most');

  await press('notify of warning passes something on');
  await type(page.getByRole('textbox', { name: 'Value in parameter of notify' }), 'desk');
  await press('Remove exit of warning');
  await press('Add exit');
  await press('Add named condition');
  await type(page.getByRole('textbox', { name: 'Name of condition condition' }), 'thin');
  await page.getByText('nothing is wrong with it', { exact: false }).waitFor();

  await type(page.getByRole('textbox', { name: 'Reason' }), 'Warned earlier');
  await press('Save and go on to submit');
  await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('1 approval is missing').waitFor();
  expect(faults).toEqual([]);
  await close();
}, 60_000);
