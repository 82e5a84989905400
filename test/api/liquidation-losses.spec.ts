import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import {
  fundResource,
  liquidationFillResource,
  liquidationResource,
  pathOf,
  paths,
  type LiquidationFillResource,
  type LiquidationResource,
} from '@backstop/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveVersion } from '../support/approve-version.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { asJson, payIn } from '../support/fund-acts.ts';
import { LIQUIDATION_MARKET, liquidationOf } from '../support/sample-liquidation.ts';
import { runLoss } from '../support/sample-loss.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const FUND = {
  compartments: [
    {
      ...{ name: 'USDT', groups: null, asset: 'USDT', surplusShare: '0.5', feeShare: '1', takesDeposits: true },
      ...{ balanceFloor: '0', lossDrawnMax: null, accountDrawnMax: null, periodDrawnMax: null, periodSeconds: null },
      ...{ adlSwitch: null, takeover: null },
    },
  ],
};

let app: TestApp;

/** The reference profile closes at once what it closes; first the account keeps the surplus, from April the fund has half. */
beforeAll(async () => {
  const file = new URL('../../rules/perp-linear-reference/forced-liquidation/default.json', import.meta.url);
  const { document } = JSON.parse(readFileSync(file, 'utf8')) as { document: object };
  const whole = { ...document, step: { model: 'full' } };
  app = await startApp({
    fill: async (dataSource) => {
      await approveVersion(dataSource, {
        ...{ policy: 'insurance-fund.default', document: FUND, effectiveFrom: new Date('2026-03-01T00:00:00Z') },
      });
      await approveVersion(dataSource, {
        ...{ policy: 'forced-liquidation.default', effectiveFrom: new Date('2026-03-01T00:00:00Z') },
        document: { ...whole, surplusTo: 'account' },
      });
      await approveVersion(dataSource, {
        ...{ policy: 'forced-liquidation.default', effectiveFrom: new Date('2026-04-01T00:00:00Z') },
        document: { ...whole, surplusTo: 'fund' },
      });
    },
  });
});

afterAll(() => app.stop());

const post = (path: string, body: object) => app.fetch(path, asJson(body, { 'idempotency-key': randomUUID() }));

async function begun(id: string, asOf: string): Promise<LiquidationResource> {
  const asked = { ...liquidationOf('500', id), market: { ...LIQUIDATION_MARKET, asOf } };
  const response = await post(paths.liquidations, asked);
  expect(response.status, await response.clone().text()).toBe(201);
  return liquidationResource.parse(await response.json());
}

/** One BTC at each price, at no fee. */
async function filledAt(
  { id, steps }: LiquidationResource,
  prices: readonly string[],
): Promise<readonly LiquidationFillResource[]> {
  expect(steps).toMatchObject([{ type: 'reduce', size: '2' }]);
  const fills = [];
  for (const price of prices) {
    const fill = { fillId: price, step: steps[0]?.step, size: '1', price, fee: '0' };
    const response = await post(pathOf(paths.liquidationFills, { id }), fill);
    expect(response.status, await response.clone().text()).toBe(201);
    fills.push(liquidationFillResource.parse(await response.json()));
  }
  return fills;
}

async function read<Resource>(path: string, schema: { parse: (json: unknown) => Resource }): Promise<Resource> {
  const response = await (await app.signInAs('viewer')).fetch(path);
  expect(response.status, await response.clone().text()).toBe(200);
  return schema.parse(await response.json());
}

const fundBalance = async () => (await read(pathOf(paths.fund, { id: 'USDT' }), fundResource)).balance;

// 500 of equity, two BTC at 60,000: each has to bring 59,750.
const LOW = '59000';

describe('where the account keeps the surplus of a fill', () => {
  const inMarch = (id: string) => begun(id, '2026-03-20T08:00:00Z');

  it.each([
    { order: 'low first', prices: [LOW, '60500'] },
    { order: 'high first', prices: ['60500', LOW] },
  ])('it pays what another fill is short of with it, $order', async ({ order, prices }) => {
    const liquidation = await inMarch(order);
    const [first, last] = await filledAt(liquidation, prices);
    expect([first?.losses, last?.losses]).toEqual([[], []]);
    const low = [first, last].find((fill) => fill?.price === LOW);
    expect(low).toMatchObject({ deficit: '750', surplus: '0' });
    const whole = await read(pathOf(paths.liquidation, { id: liquidation.id }), liquidationResource);
    expect(whole).toMatchObject({ state: 'done', losses: [] });
  });

  it.each([
    { order: 'the low fill first', prices: [LOW, '60400'] },
    { order: 'the high fill first', prices: ['60400', LOW] },
  ])('the fund is asked for what the account is short of, once, $order', async ({ order, prices }) => {
    await payIn(app, 'USDT', '100');
    const start = await fundBalance();
    const liquidation = await inMarch(order);
    const [first, last] = await filledAt(liquidation, prices);
    expect(first?.losses).toEqual([]);
    const [event, ...more] = last?.losses ?? [];
    // 500 − 1,000 + 400.
    expect(event).toMatchObject({ account: order, contract: 'BTCUSDT', deficit: { asset: 'USDT', amount: '100' } });
    expect(more).toEqual([]);
    const path = pathOf(paths.liquidation, { id: liquidation.id });
    expect((await read(path, liquidationResource)).losses).toEqual([{ scope: 'cross:USDT', event, lossId: null }]);
    const again = { fillId: prices[1], step: liquidation.steps[0]?.step, size: '1', price: prices[1], fee: '0' };
    const told = await post(pathOf(paths.liquidationFills, { id: liquidation.id }), again);
    expect([told.status, await told.json()]).toEqual([200, last]);
    if (event === undefined) throw new Error('no loss');
    const loss = await runLoss(app, { ...event, candidates: [] });
    expect(loss.layers.find(({ type }) => type === 'insurance-fund')?.drawn).toBe('100');
    expect((await read(path, liquidationResource)).losses).toMatchObject([{ lossId: loss.id }]);
    await expectProblem(await post(paths.losses, { ...event, candidates: [] }), 'loss_event_must_be_recorded_once');
    expect(Number(await fundBalance())).toBe(Number(start) - 100);
  });
});

describe('what would never come right again is refused', () => {
  it('a fill of dust: neither whole lots nor all that is left', async () => {
    const { id, steps } = await begun('dust', '2026-03-20T08:00:00Z');
    const fill = (size: string) =>
      post(pathOf(paths.liquidationFills, { id }), { fillId: size, step: steps[0]?.step, size, price: LOW, fee: '0' });
    await expectProblem(await fill(`0.${'0'.repeat(61)}1`), 'fill_must_be_whole_lots');
    expect((await fill('0.00000001')).status).toBe(201);
    expect((await fill('1.99999999')).status).toBe(201);
    expect((await read(pathOf(paths.liquidation, { id }), liquidationResource)).state).toBe('done');
  });

  it('another loss under the id of what a liquidation asked for', async () => {
    const liquidation = await begun('asked', '2026-03-20T08:00:00Z');
    const [event] = (await filledAt(liquidation, [LOW, '60400'])).flatMap(({ losses }) => losses);
    if (event === undefined) throw new Error('no loss');
    const recorded = async (other: object) => post(paths.losses, { ...event, candidates: [], ...other });
    for (const other of [
      { account: 'somebody-else' },
      { contract: 'ETHUSDT' },
      { deficit: { asset: 'USDT', amount: '0.01' } },
      { deficit: { asset: 'USDT', amount: '100.01' } },
      { eventId: 'liquidation:none:1' },
    ]) {
      await expectProblem(await recorded(other), 'loss_event_must_be_as_asked');
    }
    expect((await recorded({ deficit: { asset: 'USDT', amount: '100.00' } })).status).toBe(201);
  });
});

describe('where the fund has half of the surplus', () => {
  it.each([
    { order: 'short, then over', prices: [LOW, '60500'] },
    { order: 'over, then short', prices: ['60500', LOW] },
  ])('it pays no more than what the account is short of, $order', async ({ order, prices }) => {
    const fills = await filledAt(await begun(order, '2026-04-20T08:00:00Z'), prices);
    expect(fills.map(({ bookedSurplus }) => bookedSurplus).toSorted()).toEqual(['0', '375']);
    // The account is where its equity was spent exactly, but for the half that the fund has.
    expect(fills[0]?.losses).toEqual([]);
    expect(fills[1]?.losses).toMatchObject([{ deficit: { asset: 'USDT', amount: '375' } }]);
  });
});
