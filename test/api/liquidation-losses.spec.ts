import {
  askedLossResource,
  fundEntryResource,
  fundResource,
  liquidationResource,
  lossResource,
  pathOf,
  paths,
  solvencyResource,
  type LiquidationFillResource,
  type LiquidationResource,
} from '@backstop/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveVersion } from '../support/approve-version.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { payIn } from '../support/fund-acts.ts';
import { liquidationActs } from '../support/liquidation-acts.ts';
import { hoursAgo, LIQUIDATION_MARKET, liquidationOf } from '../support/sample-liquidation.ts';
import { runLoss } from '../support/sample-loss.ts';
import { shippedDocument, shippedFund } from '../support/shipped-document.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const FUND = { groups: null, surplusShare: '0.5', feeShare: '1', adlSwitch: null };

/** Of each of three sets a moment at which it is in force. */
const [FIRST, SECOND, THIRD] = [hoursAgo(15), hoursAgo(10), hoursAgo(5)];

/** A policy is in force some time before it is asked. */
const from = (moment: string) => new Date(Date.parse(moment) - 3_600_000);

let app: TestApp;

/** The reference profile closes at once what it closes; first the account keeps the surplus, then the fund has half of it, then the venue keeps all fees. */
beforeAll(async () => {
  const whole = { ...shippedDocument('forced-liquidation'), step: { model: 'full' } };
  app = await startApp({
    fill: async (dataSource) => {
      await approveVersion(dataSource, {
        ...{ policy: 'insurance-fund.default', document: shippedFund(FUND), effectiveFrom: from(FIRST) },
      });
      await approveVersion(dataSource, {
        ...{ policy: 'forced-liquidation.default', effectiveFrom: from(FIRST) },
        document: { ...whole, surplusTo: 'account' },
      });
      await approveVersion(dataSource, {
        ...{ policy: 'forced-liquidation.default', effectiveFrom: from(SECOND) },
        document: { ...whole, surplusTo: 'fund' },
      });
      await approveVersion(dataSource, {
        ...{ policy: 'forced-liquidation.default', effectiveFrom: from(THIRD) },
        document: { ...whole, surplusTo: 'account' },
      });
      await approveVersion(dataSource, {
        ...{ policy: 'insurance-fund.default', effectiveFrom: from(THIRD) },
        document: shippedFund({ ...FUND, feeShare: '0' }),
      });
    },
  });
});

afterAll(() => app.stop());

const { post, begun: begunWith, filled, read, balance: fundBalance } = liquidationActs(() => app);
const begun = (id: string, asOf: string) =>
  begunWith({ ...liquidationOf('500', id), market: { ...LIQUIDATION_MARKET, asOf } });

/** One BTC at each price, at no fee unless the policy is to say. */
async function filledAt(
  { id, steps }: LiquidationResource,
  prices: readonly string[],
  fee: { readonly fee?: string } = { fee: '0' },
): Promise<readonly LiquidationFillResource[]> {
  expect(steps).toMatchObject([{ type: 'reduce', size: '2' }]);
  const fills = [];
  for (const price of prices) {
    fills.push(await filled(id, { fillId: price, step: steps[0]?.step, size: '1', price, ...fee }));
  }
  return fills;
}

// 500 of equity, two BTC at 60,000: each has to bring 59,750.
const LOW = '59000';

describe('where the account keeps the surplus of a fill', () => {
  const inFirst = (id: string) => begun(id, FIRST);

  it.each([
    { order: 'low first', prices: [LOW, '60500'] },
    { order: 'high first', prices: ['60500', LOW] },
  ])('it pays what another fill is short of with it, $order', async ({ order, prices }) => {
    const liquidation = await inFirst(order);
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
    const liquidation = await inFirst(order);
    const [first, last] = await filledAt(liquidation, prices);
    expect(first?.losses).toEqual([]);
    const [event, ...more] = last?.losses ?? [];
    // 500 − 1,000 + 400.
    expect(event).toMatchObject({ account: order, contract: 'BTCUSDT', deficit: { asset: 'USDT', amount: '100' } });
    expect(more).toEqual([]);
    const path = pathOf(paths.liquidation, { id: liquidation.id });
    expect((await read(path, liquidationResource)).losses).toEqual([{ scope: 'cross:USDT', event, lossId: null }]);
    const waiting = async () =>
      (await read(`${paths.lossesAsked}?limit=1000`, askedLossResource.array())).filter(
        (row) => row.liquidation === liquidation.id,
      );
    expect(await waiting()).toMatchObject([{ scope: 'cross:USDT', event }]);
    const [asked] = (await read(paths.solvency, solvencyResource)).assets.map((row) => row.asked);
    expect(asked).toBe('100');
    const again = { fillId: prices[1], step: liquidation.steps[0]?.step, size: '1', price: prices[1], fee: '0' };
    const told = await post(pathOf(paths.liquidationFills, { id: liquidation.id }), again);
    expect([told.status, await told.json()]).toEqual([200, last]);
    if (event === undefined) throw new Error('no loss');
    const loss = await runLoss(app, { ...event, candidates: [] });
    expect(loss.layers.find(({ type }) => type === 'insurance-fund')?.drawn).toBe('100');
    expect((await read(path, liquidationResource)).losses).toMatchObject([{ lossId: loss.id }]);
    expect(await waiting()).toEqual([]);
    expect((await read(paths.losses + '?order=desc&limit=1', lossResource.array()))[0]?.id).toBe(loss.id);
    await expectProblem(await post(paths.losses, { ...event, candidates: [] }), 'loss_event_must_be_recorded_once');
    expect(Number(await fundBalance())).toBe(Number(start) - 100);
  });
});

describe('what would never come right again is refused', () => {
  it('a fill of dust: neither whole lots nor all that is left', async () => {
    const { id, steps } = await begun('dust', FIRST);
    const fill = (size: string) =>
      post(pathOf(paths.liquidationFills, { id }), { fillId: size, step: steps[0]?.step, size, price: LOW, fee: '0' });
    await expectProblem(await fill(`0.${'0'.repeat(61)}1`), 'fill_must_be_whole_lots');
    expect((await fill('0.00000001')).status).toBe(201);
    expect((await fill('1.99999999')).status).toBe(201);
    expect((await read(pathOf(paths.liquidation, { id }), liquidationResource)).state).toBe('done');
  });

  it('another loss under the id of what a liquidation asked for', async () => {
    const liquidation = await begun('asked', FIRST);
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
  ])('it gives back what another fill of the scope is short of, $order', async ({ order, prices }) => {
    const before = await fundBalance();
    const liquidation = await begun(order, SECOND);
    const [first, last] = await filledAt(liquidation, prices);
    const over = [first, last].find((fill) => fill?.price === '60500');
    expect(over?.bookedSurplus).toBe('375');
    // The account is where its equity was spent exactly: nobody is asked.
    expect([first?.losses, last?.losses, first?.returns]).toEqual([[], [], []]);
    const given = { fill: over?.id, source: 'surplus', fund: 'USDT', asset: 'USDT', amount: '375' };
    expect(last?.returns).toEqual([given]);
    expect(await fundBalance()).toBe(before);
    const whole = await read(pathOf(paths.liquidation, { id: liquidation.id }), liquidationResource);
    expect(whole).toMatchObject({ losses: [], returns: [given] });
    const entries = await read(`${pathOf(paths.fundEntries, { id: 'USDT' })}?limit=1000`, fundEntryResource.array());
    expect(entries.at(-1)).toMatchObject({
      ...{ source: 'surplus-return', from: 'balance', to: 'surplus', amount: '375', reference: over?.id },
      ...{ account: order, contract: 'BTCUSDT' },
    });
    const days = await read(pathOf(paths.fundStatements, { id: 'USDT' }), fundResource.shape.today.array());
    expect(days.at(-1)?.closing).toBe(before);
  });

  it('it is asked only for what is missing beyond what it gave back', async () => {
    const liquidation = await begun('far short', SECOND);
    const [, last] = await filledAt(liquidation, ['60500', '58000']);
    // 500 + 500 − 2,000, and half of the surplus of 750 given back.
    expect(last?.returns).toMatchObject([{ source: 'surplus', amount: '375' }]);
    expect(last?.losses).toMatchObject([{ deficit: { asset: 'USDT', amount: '1000' } }]);
  });
});

describe('a fee', () => {
  it('that the fund had is given back where the scope ends short, so that it makes no account negative', async () => {
    const [first, last] = await filledAt(await begun('fees', FIRST), ['60400', LOW], {});
    expect(first?.fee).not.toBe('0');
    expect(last?.returns).toEqual([
      { fill: first?.id, source: 'fee', fund: 'USDT', asset: 'USDT', amount: first?.bookedFees },
    ]);
    // 500 − 1,000 + 400, as if no fee had been taken.
    expect(last?.losses).toMatchObject([{ deficit: { asset: 'USDT', amount: '100' }, fees: [] }]);
  });

  it('that the venue kept is stated with the loss, and pays first where the policy says so', async () => {
    const [first, last] = await filledAt(await begun('kept', THIRD), ['60400', LOW], {});
    expect(first).toMatchObject({ bookedFees: '0' });
    expect(last?.returns).toEqual([]);
    const kept = { asset: 'USDT', amount: first?.fee };
    const [event] = last?.losses ?? [];
    expect(event).toMatchObject({ fees: [kept] });
    const loss = await runLoss(app, { ...event, candidates: [] });
    expect(loss.layers.find(({ type }) => type === 'fee-buffer')).toMatchObject({ drawn: kept.amount });
  });
});
