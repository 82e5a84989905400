import { randomUUID } from 'node:crypto';
import { liquidationResource, pathOf, paths, type LiquidationResource } from '@backstop/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approveVersion } from '../support/approve-version.ts';
import { asJson, payIn } from '../support/fund-acts.ts';
import { hoursAgo, liquidationOf } from '../support/sample-liquidation.ts';
import { shippedDocument, shippedFund } from '../support/shipped-document.ts';
import { gravest } from './gravest.ts';
import { eventually, keepPicture, settled, startConsole, type Console } from './open-console.ts';

let console: Console;
let short: LiquidationResource;

/** Closes at once what it closes; the fund takes over what the market cannot. */
beforeAll(async () => {
  const liquidating = shippedDocument('forced-liquidation');
  const effectiveFrom = new Date(hoursAgo(20));
  console = await startConsole({
    fill: async (dataSource) => {
      const document = { ...liquidating, step: { model: 'full' } };
      await approveVersion(dataSource, { policy: 'forced-liquidation.default', effectiveFrom, document });
      const funds = shippedFund({ takeover: { lossMax: '600' } });
      await approveVersion(dataSource, { policy: 'insurance-fund.default', effectiveFrom, document: funds });
    },
  });
  short = await begun('short');
  for (const price of ['59000', '60400']) {
    const fill = { fillId: `trade-${price}`, step: short.steps[0]?.step, size: '1', price, fee: '0' };
    expect((await post(pathOf(paths.liquidationFills, { id: short.id }), fill)).status).toBe(201);
  }
  await begun('waiting');
});
afterAll(() => console.stop());

const post = (path: string, body: object) => console.app.fetch(path, asJson(body, { 'idempotency-key': randomUUID() }));

async function begun(id: string, balance = '500'): Promise<LiquidationResource> {
  const response = await post(paths.liquidations, liquidationOf(balance, id));
  expect(response.status, await response.clone().text()).toBe(201);
  return liquidationResource.parse(await response.json());
}

test('what an account is short of is loud until it is recorded; an open liquidation is ended with a reason', async () => {
  const { page, faults, goTo, close } = await console.open('/', { as: 'emergency' });
  await page.getByRole('link', { name: '1 liquidation loss waits to be recorded' }).waitFor();
  await goTo('/liquidations');
  const list = page.getByRole('table', { name: 'Begun liquidations' });
  await list
    .getByRole('row', { name: /short.*filled/ })
    .getByRole('link')
    .click();
  const alert = page.getByRole('alert').filter({ hasText: 'nobody has recorded the loss yet' });
  await alert.getByText('100 USDT in BTCUSDT, scope cross:USDT.').waitFor();
  await page.getByRole('table', { name: 'Fills' }).getByText('trade-60400').waitFor();
  await settled(page);
  await keepPicture(page, 'liquidation');
  expect(await gravest(page)).toEqual([]);
  await alert.getByRole('link', { name: 'Try and record it' }).click();
  await eventually(() => page.getByLabel('Id of the event').inputValue()).toContain(`liquidation:${short.id}:`);
  expect(await page.getByLabel('Deficit', { exact: true }).inputValue()).toBe('100');
  await page.getByRole('button', { name: 'Dry run' }).click();
  await page.getByRole('button', { name: 'Record this loss' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Record it' }).click();
  await page.getByRole('heading', { level: 1, name: 'Loss of short' }).waitFor();
  await goTo(`/liquidations/${short.id}`);
  await page.getByText('What the account was short of is recorded').waitFor();

  await goTo('/losses/new?liquidation=' + short.id + '&event=another');
  await page.getByText('The liquidation did not ask for this loss').waitFor();
  await goTo('/liquidations');
  await page.getByLabel('Account').fill('nobody');
  await page.getByText('No liquidation is like this').waitFor();
  await page.getByLabel('Account').fill('waiting');
  await eventually(() => list.getByRole('row').count()).toBe(2);
  await goTo('/liquidations?state=open&account=waiting');
  await list
    .getByRole('row', { name: /waiting/ })
    .getByRole('link')
    .click();
  await page.getByText('Nothing is filled yet').waitFor();
  await page.getByRole('button', { name: 'End it' }).click();
  const dialog = page.getByRole('dialog', { name: 'End the liquidation of waiting' });
  await dialog.getByLabel('Reason').fill('The account paid in');
  await keepPicture(page, 'liquidation-end');
  await dialog.getByRole('button', { name: 'End the liquidation' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('The account paid in').waitFor();
  expect(await page.getByRole('button', { name: 'End it' }).count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test('what the fund took over is judged against its loss limit; the pages are readable dark and narrow', async () => {
  await payIn(console.app, 'USDT', '802');
  const taken = await begun('taken', '-700');
  const fill = { fillId: 'over', step: taken.steps[0]?.step, size: '2' };
  expect((await post(pathOf(paths.liquidationFills, { id: taken.id }), fill)).status).toBe(201);
  const { page, goTo, faults, close } = await console.open('/liquidations', { theme: 'dark', width: 768 });
  for (const [name, address, text] of [
    ['liquidations', '/liquidations', 'waiting'],
    ['liquidation', `/liquidations/${short.id}`, 'Cross pool USDT'],
    ['fund-positions', '/funds/USDT', '120,700'],
  ] as const) {
    await goTo(address);
    await page.getByText(text).first().waitFor();
    await settled(page);
    expect(await gravest(page)).toEqual([]);
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await eventually(overflow).toBe(0);
    await keepPicture(page, `${name}-768-dark`);
  }
  const mark = page.getByLabel('Mark price of BTCUSDT');
  const judged = page.getByRole('status', { name: 'The account at these marks' });
  await mark.fill('60,051');
  await page.keyboard.press('Enter');
  await judged.getByText('not reached', { exact: true }).waitFor();
  await mark.fill('60050');
  await page.getByRole('button', { name: 'Judge it' }).click();
  await judged.getByText('reached: deleveraging opens').waitFor();
  expect(await gravest(page)).toEqual([]);
  await keepPicture(page, 'fund-account-768-dark');
  await page.setViewportSize({ width: 1440, height: 900 });
  await keepPicture(page, 'fund-account-1440-dark');
  expect(faults).toEqual([]);
  await close();
}, 60_000);
