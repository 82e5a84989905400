import {
  fundAccountResource,
  fundFillResource,
  fundPositionResource,
  fundResource,
  pathOf,
  paths,
} from '@backstop/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { approveVersion } from '../support/approve-version.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { asJson, payIn } from '../support/fund-acts.ts';
import { liquidationActs } from '../support/liquidation-acts.ts';
import { runLoss, sampleLoss } from '../support/sample-loss.ts';
import { hoursAgo, LIQUIDATION_MARKET, liquidationOf } from '../support/sample-liquidation.ts';
import { shippedFund } from '../support/shipped-document.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;
let now: number;

const TAKING_OVER = { groups: null, adlSwitch: null, takeover: { lossMax: '600' } };

const DECLARED = 'insurance-fund.default';

/** Until four hours ago the compartment of dollars takes positions over; then another stands in its place. */
beforeEach(async () => {
  now = Date.parse(LIQUIDATION_MARKET.asOf);
  app = await startApp({
    clock: () => now,
    fill: async (dataSource) => {
      const version = { policy: DECLARED, document: shippedFund(TAKING_OVER) };
      await approveVersion(dataSource, { ...version, effectiveFrom: new Date(hoursAgo(20)) });
      const document = shippedFund({ ...TAKING_OVER, name: 'OTHER' });
      await approveVersion(dataSource, { ...version, document, effectiveFrom: new Date(hoursAgo(4)) });
    },
  });
});

afterEach(() => app.stop());

const { post, begun: begunWith, filled, read, balance } = liquidationActs(() => app);
const begun = (worth: string) => begunWith(liquidationOf(worth));
const fillPath = (id: string) => pathOf(paths.liquidationFills, { id });
const positions = () => read(pathOf(paths.fundPositions, { id: 'USDT' }), fundPositionResource.array());

it('stands at its bankruptcy amount; its sale gains, loses, and never takes the fund below zero', async () => {
  const viewer = await app.signInAs('viewer');
  const judge = () => viewer.fetch(pathOf(paths.fundAccount, { id: 'USDT' }), asJson(LIQUIDATION_MARKET));
  const { id, steps } = await begun('-700');
  expect(steps).toMatchObject([{ type: 'takeover', size: '2' }]);
  const step = steps[0]?.step;
  const bad = await post(fillPath(id), { fillId: 't', step, size: '2', price: '60000' });
  await expectProblem(bad, 'fill_price_must_fit_step');
  await payIn(app, 'USDT', '699');
  // At the mark of 60,000 it would bring 700 less than it costs.
  const beyond = await post(fillPath(id), { fillId: 't', step, size: '2' });
  const { detail } = await expectProblem(beyond, 'fund_must_be_able_to_take_over');
  expect(detail).toContain('costs 700 USDT above the mark of BTCUSDT; USDT pays 699 (nothing-there)');
  await payIn(app, 'USDT', '3');
  const taken = await filled(id, { fillId: 't', step, size: '2' });
  expect(taken).toMatchObject({ received: '120700', fee: '0', deficit: '0', price: null, fund: 'USDT' });
  expect(await positions()).toEqual([{ contract: 'BTCUSDT', size: '2', cost: '120700', realizedPnl: '0' }]);
  // A loss of 598 keeps `adl` shut, one of 600 opens it, with money left in the fund.
  const isOn = async (markPrice: string) => {
    await runLoss(app, sampleLoss('1', { markPrice }));
    return app.dataSource.query<object[]>('select is_on from fund_switch');
  };
  expect(await isOn('60051')).toEqual([{ is_on: false }]);
  expect(await isOn('60050')).toEqual([{ is_on: true }]);
  const judged = await judge();
  expect(judged.status, await judged.clone().text()).toBe(200);
  const account = fundAccountResource.parse(await judged.json());
  expect(account).toMatchObject({
    balance: '700',
    unrealizedPnl: '-700',
    realizedPnl: '0',
    lossMax: '600',
    opensAdl: true,
  });
  const path = pathOf(paths.fundPositionFills, { id: 'USDT' });
  const sale = { fillId: 's-1', contract: 'BTCUSDT', size: '-1', price: '60400' };
  const gain = await post(path, sale);
  expect(fundFillResource.parse(await gain.json())).toMatchObject({ realizedPnl: '50', uncovered: '0' });
  expect((await post(path, sale)).status).toBe(200);
  expect(await balance()).toBe('750');
  await expectProblem(await post(path, { ...sale, price: '1' }), 'fill_must_be_recorded_once');
  await expectProblem(await post(path, { ...sale, fillId: 's-2', size: '-1.1' }), 'fund_fill_must_reduce');
  await expectProblem(await post(path, { ...sale, fillId: 's-2', size: '1' }), 'fund_fill_must_reduce');
  const lost = await post(path, { ...sale, fillId: 's-3', price: '59400' });
  expect(fundFillResource.parse(await lost.json())).toMatchObject({ realizedPnl: '-950', uncovered: '200' });
  expect(await balance()).toBe('0');
  const today = (await read(pathOf(paths.fund, { id: 'USDT' }), fundResource)).today;
  expect(today).toMatchObject({ in: { deposits: '702', positions: '50' }, out: '752', closing: '0' });
  // All is sold: what it lost is over for the limit of positions, and in the balance.
  const after = fundAccountResource.parse(await (await judge()).json());
  expect(after).toMatchObject({ realizedPnl: '0', unrealizedPnl: '0', opensAdl: false });
});

it('is sold even where no policy declares its compartment any more', async () => {
  await payIn(app, 'USDT', '800');
  const { id, steps } = await begun('-700');
  await filled(id, { fillId: 't', step: steps[0]?.step, size: '2' });
  now = Date.now();
  const funds = await read(paths.funds, fundResource.array());
  expect(funds.find((fund) => fund.id === 'USDT')?.policy).toBeNull();
  const sale = { fillId: 's', contract: 'BTCUSDT', size: '-2', price: '60000' };
  const sold = await post(pathOf(paths.fundPositionFills, { id: 'USDT' }), sale);
  expect(fundFillResource.parse(await sold.json())).toMatchObject({ realizedPnl: '-700', uncovered: '0' });
  await expectProblem(await post(pathOf(paths.fundPositionFills, { id: 'NOWHERE' }), sale), 'fund_not_found');
});
