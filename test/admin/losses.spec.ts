import { paths } from '@backstop/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { payIn } from '../support/fund-acts.ts';
import { gravest } from './gravest.ts';
import { eventually, keepPicture, settled, startConsole, type Console } from './open-console.ts';

const CANDIDATES = [
  'id,accountValue,notional,positivePnl',
  'a,100000,64000,300',
  'b,100000,64000,100',
  'c,100000,64000,0.5',
];

let console: Console;

beforeAll(async () => {
  console = await startConsole();
  await payIn(console.app, 'USDT', '100');
});
afterAll(() => console.stop());

async function losses(): Promise<readonly unknown[]> {
  return (await (await (await console.app.signInAs('viewer')).fetch(paths.losses)).json()) as readonly unknown[];
}

test('a loss is tried without a trace, and recorded once by who has seen what comes of it', async () => {
  const { page, faults, close } = await console.open('/losses', { as: 'emergency' });
  await page.getByText('No loss has been recorded').waitFor();
  await page.getByRole('link', { name: 'Try a loss' }).click();
  await page.getByLabel('Account', { exact: false }).first().fill('loser');
  await page.getByLabel('Contract', { exact: false }).first().fill('NOSUCH');
  await page.getByLabel('Mark price').fill('64,000');
  await page.getByLabel('Deficit', { exact: true }).fill('200.1');
  await page.getByLabel('Id of the event').fill('liquidation-20311');
  const file = (text: string) => ({ name: 'candidates.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByLabel('CSV or NDJSON file').setInputFiles(file('id,notional\na,1'));
  await page.getByRole('alert').filter({ hasText: 'Line 1: the columns are' }).waitFor();
  await page.getByLabel('CSV or NDJSON file').setInputFiles(file(CANDIDATES.join('\n')));
  await page.getByText('3 candidates in candidates.csv').waitFor();
  await page.getByRole('button', { name: 'Dry run' }).click();
  await page.getByRole('alert').filter({ hasText: 'No contract in force has this name' }).waitFor();
  await page.getByLabel('Contract', { exact: false }).first().fill('BTCUSDT');
  await page.getByRole('button', { name: 'Dry run' }).click();
  const picture = page.getByRole('table', { name: 'Through the waterfall' });
  await picture.getByText('Adds up to the deficit of 200.1 USDT, to the last unit').waitFor();
  await picture
    .getByRole('row', { name: /3\. Insurance fund/ })
    .getByText(/^100/)
    .first()
    .waitFor();
  await page
    .getByRole('table', { name: 'Who bears what' })
    .getByText(/^74\.981273/)
    .first()
    .waitFor();
  expect(await gravest(page)).toEqual([]);
  await keepPicture(page, 'loss-dry-run');
  expect(await losses()).toEqual([]);

  await page.getByRole('button', { name: 'Record this loss' }).click();
  const consent = page.getByRole('dialog', { name: 'Record this loss?' });
  await consent.getByText('Insurance fund: 100 USDT.').waitFor();
  expect(await gravest(page)).toEqual([]);
  await keepPicture(page, 'loss-record');
  await consent.getByRole('button', { name: 'Record it' }).click();
  await page.getByRole('heading', { level: 1, name: 'Loss of loser' }).waitFor();
  await picture.getByText('Adds up to the deficit').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'All rows as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('allocations.csv');
  expect(await losses()).toHaveLength(1);
  await page.getByRole('link', { name: 'Losses' }).last().click();
  await page
    .getByRole('row', { name: /loser/ })
    .getByText(/^200\.1/)
    .first()
    .waitFor();
  // Refused answers show in the log of a browser as what they are.
  expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
  await close();
}, 60_000);

test('who may not try losses is not led there', async () => {
  const { page, close } = await console.open('/losses', { as: 'viewer' });
  await settled(page);
  expect(await page.getByRole('link', { name: 'Try a loss' }).count()).toBe(0);
  await close();
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing serious on losses and solvency, %s',
  async (theme) => {
    const { page, faults, goTo, close } = await console.open('/losses', { theme });
    await page.getByRole('row', { name: /loser/ }).getByRole('link').click();
    await page.getByRole('table', { name: 'Who bears what' }).waitFor();
    await look('loss');
    for (const name of ['losses', 'solvency', 'losses/new']) {
      await goTo(`/${name}`);
      await look(name.replace('/', '-'));
    }
    expect(faults).toEqual([]);
    await close();

    async function look(name: string): Promise<void> {
      await settled(page);
      expect(await gravest(page)).toEqual([]);
      await keepPicture(page, `${name}-${theme}`);
      for (const width of [768, 2560]) {
        await page.setViewportSize({ width, height: 900 });
        const overflow = () =>
          page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await eventually(overflow).toBe(0);
        if (theme === 'light') await keepPicture(page, `${name}-${String(width)}`);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
    }
  },
  60_000,
);
