import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { liquidationTrigger } from '@backstop/core/kinds/liquidation-trigger';
import { approveVersion } from '../support/approve-version.ts';
import { keepPicture, settled, startConsole, type Console } from './open-console.ts';

/** Named conditions, `not`, priorities, facts that the venue sends: none of which the sample accounts bring. */
const RICH = new URL(
  '../../libs/core/src/kinds/liquidation-trigger/fixtures/valid/priorities-names-and-venue-facts.json',
  import.meta.url,
);

let console: Console;

beforeAll(async () => {
  console = await startConsole({ clock: () => Date.parse('2030-01-01T00:00:00Z') });
  const document = liquidationTrigger.schema.parse(JSON.parse(await readFile(RICH, 'utf8')));
  await approveVersion(console.app.dataSource, {
    policy: 'liquidation-trigger.default',
    document,
    effectiveFrom: new Date('2025-01-01T00:00:00Z'),
  });
});
afterAll(() => console.stop());

/** Evaluates a sample account as of an instant and opens the rules asked; gives back one scope's. */
async function trace(page: Page, sample: string, asOf: string, scope: string): Promise<Locator> {
  await page.getByLabel('Begin with').click();
  await page.getByRole('option', { name: sample }).click();
  await page.getByLabel('As of (UTC)').fill(asOf);
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await page.getByRole('tab', { name: 'Rules asked' }).click();
  await page.getByRole('tab', { name: 'Rules asked', selected: true }).waitFor();
  await settled(page);
  return page.getByRole('region', { name: scope });
}

/** The lines on the way to the outcome, as they read, without what is only read out. */
async function lit(part: Locator): Promise<string[]> {
  const lines = await part.locator('[data-deciding=true]').allInnerTexts();
  return lines.map((line) => line.replace(/\s+/g, ' ').replace(' (this decided)', '').trim());
}

test('the rule that decided is said in a sentence, and its path is lit', async () => {
  const { page, faults, close } = await console.open('/evaluate');
  const pool = await trace(page, 'Below maintenance margin', '2024-10-24T12:00:00Z', 'Cross pool USDT');
  const text = (await pool.innerText()).replace(/\s+/g, ' ');
  expect(text).toContain('equity 400 is below maintenance margin 431.5 rule liquidation decided');
  const rules = pool.getByRole('list', { name: 'Rules asked, in order' }).locator('> li');
  expect(await rules.count()).toBe(1);
  expect(await lit(rules.first())).toEqual(['equity 400 is below maintenance margin 431.5 holds']);
  expect(faults).toEqual([]);
  await close();
});

test('rules that did not decide show what settled them, and the rest on demand, by keyboard', async () => {
  const { page, faults, close } = await console.open('/evaluate');
  const pool = await trace(page, 'Margin call', '2030-01-01T00:00:00Z', 'Cross pool USDT');
  const rules = pool.getByRole('list', { name: 'Rules asked, in order' }).locator('> li');
  expect(await rules.count()).toBe(5);
  const partial = rules.nth(1);
  const settling = ['all of does not hold', 'liquidatable: does not hold'];
  const below = 'equity 460 is below maintenance margin 431.5 does not hold';
  expect(await lit(partial)).toEqual([...settling, below]);
  expect(await partial.getByText('margin ratio').count()).toBe(0);
  const more = partial.getByRole('button', { name: 'Show all 3 comparisons of partial' });
  await more.focus();
  await page.keyboard.press('Enter');
  await partial.getByText('notional 96,300 is above 50,000').waitFor();
  expect(await lit(partial)).toEqual([...settling, below]);

  const decided = rules.nth(4);
  expect((await decided.innerText()).replace(/\s+/g, ' ')).toContain('warning holds: it decided');
  expect(await lit(decided)).toEqual(['at least one of holds', 'margin ratio 1.06604866 is below 1.5 holds']);
  // Beside the path, and unknown, but no longer asked for by the outcome.
  await decided.getByText('desk region (unknown) is none of eu, uk cannot be judged').waitFor();
  expect(faults).toEqual([]);
  await keepPicture(page, 'trace-light');
  await close();
});

test('a rule that cannot be judged leaves the scope indeterminate, and says for which facts', async () => {
  const { page, close } = await console.open('/evaluate');
  const isolated = await trace(page, 'Cross and isolated', '2030-01-01T00:00:00Z', 'Isolated ETHUSDT');
  const text = (await isolated.innerText()).replace(/\s+/g, ' ');
  expect(text).toContain('concentrated cannot be judged: desk leverage limit is unknown the scope is indeterminate');
  const rule = isolated.getByRole('listitem').filter({ hasText: 'concentrated' }).first();
  expect(await lit(rule)).toEqual([
    'all of cannot be judged',
    'leverage 52 is above desk leverage limit (unknown) cannot be judged',
  ]);
  await close();
});

test('where no rule holds, that is what decided', async () => {
  const { page, close } = await console.open('/evaluate', { theme: 'dark' });
  const pool = await trace(page, 'Cross and isolated', '2024-10-24T12:00:00Z', 'Cross pool USDT');
  const text = (await pool.innerText()).replace(/\s+/g, ' ');
  expect(text).toContain('no rule decided');
  expect(text).toMatch(/healthy none of these rules holds$/);
  await keepPicture(page, 'trace-dark');
  await close();
});
