import { paths } from '@backstop/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asOwner } from '../support/audited-app.ts';
import { asJson, payIn } from '../support/fund-acts.ts';
import { decide, withZones } from '../support/moved-zone.ts';
import { runLoss, sampleLoss } from '../support/sample-loss.ts';
import { gravest } from './gravest.ts';
import { keepPicture, settled, startConsole, type Console } from './open-console.ts';

let console: Console;
let loss: { readonly decisionId: string };

beforeAll(async () => {
  console = await startConsole();
  const { app } = console;
  const { market } = withZones(null);
  const lines = Array.from({ length: 120 }, (_, index) => ({
    account: withZones(null, `many-${String(index)}`).account,
  }));
  const batch = await app.fetch(`${paths.evaluationBatch}?record=true`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: [{ market }, ...lines].map((line) => JSON.stringify(line)).join('\n'),
  });
  expect((await batch.text()).match(/"decision":/g)).toHaveLength(120);
  const moved = withZones({ 'cross:USDT': 'healthy' }, 'moved');
  const low = { ...moved.market, contracts: { ...moved.market.contracts, BTCUSDT: { markPrice: '53000' } } };
  await decide(app, { ...moved, market: low });
  const planned = await app.fetch(
    `${paths.liquidations}?dryRun=true&record=true`,
    asJson({ account: { ...moved.account, id: 'planned' }, market: low }),
  );
  expect(planned.status).toBe(200);
  await payIn(app, 'USDT', '100');
  loss = await runLoss(app, sampleLoss('150.5', { account: 'lost' }));
});
afterAll(() => console.stop());

test('the log is searched and turned, and an entry is read, decided again and told where it was edited', async () => {
  const { page, faults, goTo, close } = await console.open('/decisions', { as: 'auditor' });
  const table = page.getByRole('table', { name: 'Entries' });
  const rows = table.getByRole('row');
  await table.getByText('lost').waitFor();
  expect(await rows.count()).toBe(51);
  await settled(page);
  await keepPicture(page, 'decisions');
  expect(await gravest(page)).toEqual([]);

  await page.getByRole('button', { name: 'Verify' }).click();
  await page.getByText('The chain is whole').waitFor();
  await page.getByRole('button', { name: 'Earlier' }).click();
  await table.getByText('many-72').waitFor();
  await page.getByRole('button', { name: 'Earlier' }).click();
  await table.getByText('many-0', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: 'Earlier' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Later' }).click();
  await table.getByText('many-72').waitFor();
  await page.goBack();
  await table.getByText('many-0', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Latest' }).click();
  await table.getByText('lost').waitFor();

  await page.getByLabel('Zone', { exact: true }).fill('liquidation');
  await expect.poll(() => rows.count()).toBe(3);
  await page.getByLabel('Type').click();
  await page.getByRole('option', { name: 'plan' }).click();
  await expect.poll(() => rows.count()).toBe(2);
  expect(page.url()).toContain('type=plan');
  await table.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'Liquidation plan of planned' }).waitFor();
  await page.getByText('The same bytes').waitFor();
  await settled(page);
  await keepPicture(page, 'decision-plan');

  await goTo('/decisions?account=moved');
  await table.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'Evaluation of moved' }).waitFor();
  await page.getByText('The same bytes').waitFor();
  await page.getByRole('tab', { name: 'Rules asked' }).click();
  await page.getByRole('tab', { name: 'Rules asked', selected: true }).waitFor();
  await page.getByRole('list', { name: 'Rules asked, in order' }).first().waitFor();
  await settled(page);
  await keepPicture(page, 'decision-evaluation');
  expect(await gravest(page)).toEqual([]);

  await goTo(`/decisions/${loss.decisionId}`);
  await page.getByRole('heading', { level: 1, name: 'Loss of lost' }).waitFor();
  await page.getByRole('button', { name: 'Decide again' }).click();
  await page.getByText('The same bytes').waitFor();
  await settled(page);
  await keepPicture(page, 'decision-loss');
  await asOwner(console.app.dataSource, 'update loss_allocation set units = units + 1');
  await page.getByRole('button', { name: 'Decide again' }).click();
  await page.getByText('Who bears the loss is stored otherwise than it was decided.').waitFor();
  await page.getByRole('link', { name: 'Who bears what, to the last unit' }).click();
  await page.getByRole('heading', { level: 1, name: 'Loss of lost' }).waitFor();

  const edits = "update decision_log set outcome = 'breach' where decision_id = $1";
  await asOwner(console.app.dataSource, [edits, [loss.decisionId]]);
  await goTo('/decisions?account=lost');
  await table.getByText('This is no entry as the service writes them').waitFor();
  await page.getByRole('button', { name: 'Verify' }).click();
  await page.getByText('the first fault shows at entry 123').waitFor();

  await goTo('/evaluate');
  await page.getByLabel('Record it in the log of decisions').check();
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await page.getByText('This decision is in the log.').waitFor();
  await keepPicture(page, 'evaluate-recorded');
  await page.getByRole('link', { name: 'Open it there' }).click();
  await page.getByText('The same bytes').waitFor();
  expect(faults).toEqual([]);
  await close();
}, 60_000);
