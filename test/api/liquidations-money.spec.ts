import { randomUUID } from 'node:crypto';
import {
  decisionReplay,
  fundEntryResource,
  fundFillResource,
  liquidationResource,
  loggedDecision,
  pathOf,
  paths,
  solvencyResource,
  type LiquidationResource,
} from '@backstop/contracts';
import { formatDecimal, multiply, round, sum } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { approveVersion } from '../support/approve-version.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { asJson, payIn } from '../support/fund-acts.ts';
import { liquidationActs } from '../support/liquidation-acts.ts';
import { hoursAgo, LIQUIDATION_MARKET, liquidationOf } from '../support/sample-liquidation.ts';
import { shippedDocument, shippedFund } from '../support/shipped-document.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const FUND = shippedFund({
  ...{ groups: null, surplusShare: '0.5', feeShare: '0.5', balanceFloor: '100', adlSwitch: null },
  takeover: { lossMax: '100000' },
});

/** Decimals of the asset that all is settled in. */
const PRECISION = 8;

let app: TestApp;
/** Another service on the same database. */
let beside: TestApp;

beforeAll(async () => {
  app = await startApp({
    fill: async (dataSource) => {
      await approveVersion(dataSource, {
        ...{ policy: 'insurance-fund.default', document: FUND, effectiveFrom: new Date(hoursAgo(20)) },
      });
      await approveVersion(dataSource, {
        ...{ policy: 'forced-liquidation.default', effectiveFrom: new Date(hoursAgo(10)) },
        document: {
          ...shippedDocument('forced-liquidation'),
          step: { model: 'fraction', fraction: '0.5' },
          surplusTo: 'fund',
        },
      });
    },
  });
  beside = await startApp({ beside: app });
});

afterAll(async () => {
  await beside.stop();
  await app.stop();
});

/** What begins a liquidation whose surplus the fund has a share of. */
const sharedWithFund = (id: string) => ({
  ...liquidationOf('500', id),
  market: { ...LIQUIDATION_MARKET, asOf: hoursAgo(5) },
});

/** Both services know the one key. */
const post = (path: string, body: object, { url }: TestApp = app) => {
  const { headers, ...init } = asJson(body, {
    ...{ authorization: `Bearer ${app.key}`, 'idempotency-key': randomUUID() },
  });
  return fetch(url + path, { ...init, ...(headers === undefined ? {} : { headers }) });
};

const { begun, filled: filledOf, read, balance } = liquidationActs(() => app);
const filled = ({ id, steps }: LiquidationResource, fill: object) => filledOf(id, { step: steps[0]?.step, ...fill });
const entries = () => read(`${pathOf(paths.fundEntries, { id: 'USDT' })}?limit=1000`, fundEntryResource.array());
const total = (amounts: readonly string[]) => formatDecimal(sum(amounts.map(decimalOf)));

async function detailsOf(act: string, fill: string): Promise<unknown> {
  const [row] = await app.dataSource.query<{ details: unknown }[]>(
    `select body::jsonb -> 'details' as details from audit_entry where act = $1 and body::jsonb -> 'details' ->> 'fill' = $2`,
    [act, fill],
  );
  return row?.details;
}

it('fills sent through two services at once are booked once each, and never beyond the step', async () => {
  const liquidation = await begun(sharedWithFund('two'));
  const [step] = liquidation.steps;
  if (step === undefined) throw new Error('no step');
  const path = pathOf(paths.liquidationFills, { id: liquidation.id });
  const size = formatDecimal(round(multiply(decimalOf(step.size), decimalOf('0.3')), 3, 'floor'));
  const answers = await Promise.all(
    ['f-0', 'f-1', 'f-2', 'f-3'].flatMap((fillId) =>
      [app, beside].map((service) => post(path, { fillId, step: step.step, size, price: '60000' }, service)),
    ),
  );
  const statuses = answers.map(({ status }) => status).toSorted();
  expect(statuses.filter((status) => status === 201)).toHaveLength(3);
  expect(statuses.filter((status) => status === 200)).toHaveLength(3);
  const refused = answers.filter(({ ok }) => !ok);
  for (const answer of refused) await expectProblem(answer, 'fill_must_not_exceed_step');
  const { fills, steps } = await read(pathOf(paths.liquidation, { id: liquidation.id }), liquidationResource);
  expect(fills).toHaveLength(3);
  expect(steps[0]?.filled).toBe(total([size, size, size]));
  expect(total((await entries()).map(({ amount }) => amount))).toBe(
    total(fills.flatMap(({ bookedFees, bookedSurplus }) => [bookedFees, bookedSurplus])),
  );
  // Half of it is the fund's.
  for (const { fee, fundFee, surplus, bookedFees, bookedSurplus } of fills) {
    const half = (amount: string) => round(multiply(decimalOf(amount), decimalOf('0.5')), PRECISION, 'floor');
    expect(surplus).not.toBe('0');
    expect(bookedSurplus).toBe(formatDecimal(half(surplus)));
    expect(bookedFees).toBe(formatDecimal(sum([half(fee), decimalOf(fundFee)])));
  }
});

it('a surplus that the account keeps is not booked', async () => {
  const liquidation = await begun(liquidationOf('500', 'keeps'));
  const before = await entries();
  const fill = await filled(liquidation, { fillId: 'f', size: '0.1', price: '60000', fee: '0' });
  expect(fill).toMatchObject({ fee: '0', bookedSurplus: '0' });
  expect(fill.surplus).not.toBe('0');
  const after = await entries();
  expect(total(after.map(({ amount }) => amount))).toBe(
    total([...before.map(({ amount }) => amount), fill.bookedFees]),
  );
});

it('a price worse than the limit is booked and told', async () => {
  const liquidation = await begun(liquidationOf('500', 'beyond'));
  const reduce = liquidation.plan.scopes[0]?.steps.find(({ type }) => type === 'reduce');
  if (reduce?.type !== 'reduce' || reduce.limitPrice === null) throw new Error('no limit');
  const atLimit = await filled(liquidation, { fillId: 'at', size: '0.001', price: reduce.limitPrice });
  expect(atLimit.isBeyondLimit).toBe(false);
  const worse = await filled(liquidation, { fillId: 'worse', size: '0.001', price: '50000' });
  expect(worse.isBeyondLimit).toBe(true);
  expect(await detailsOf('liquidation.filled', worse.id)).toMatchObject({ isBeyondLimit: true, isBelowFloor: false });
});

it('the plan that was begun is in the log and is planned again to the byte', async () => {
  const { plan, account } = await begun(liquidationOf('499', 'logged'));
  const entry = await read(pathOf(paths.decision, { id: plan.planId }), loggedDecision);
  expect(entry).toMatchObject({ type: 'plan', account, inputHash: plan.inputHash });
  expect(JSON.parse(entry.decision)).toEqual(plan);
  const path = pathOf(paths.decisionReplay, { id: plan.planId });
  const response = await (await app.signInAs('viewer')).fetch(path, { method: 'POST' });
  const replayed = decisionReplay.parse(await response.json());
  expect(replayed).toMatchObject({ same: true, fault: null });
  expect(replayed.replayed?.decision).toBe(entry.decision);
});

it('sales through two services at once never sell twice, and what the fund cannot pay is missing at the venue', async () => {
  const held = await balance();
  // The floor of 100 is kept back from a takeover: at the mark it loses 700.
  await payIn(app, 'USDT', '800');
  const start = total([held, '800']);
  const liquidation = await begun(liquidationOf('-700', 'taken'));
  await filled(liquidation, { fillId: 't', size: '2' });
  const path = pathOf(paths.fundPositionFills, { id: 'USDT' });
  const sale = { contract: 'BTCUSDT', size: '-0.3', price: '55000' };
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      post(path, { ...sale, fillId: `s-${String(index)}` }, index % 2 === 0 ? app : beside),
    ),
  );
  const sold = answers.filter(({ status }) => status === 201);
  expect(sold).toHaveLength(6);
  for (const answer of answers.filter(({ ok }) => !ok)) await expectProblem(answer, 'fund_fill_must_reduce');
  const fills = await Promise.all(sold.map(async (answer) => fundFillResource.parse(await answer.json())));
  // 0.3 of 120,700 ÷ 2 is 18,105: each loses 1,605.
  expect(fills.map(({ realizedPnl }) => realizedPnl)).toEqual(Array.from({ length: 6 }, () => '-1605'));
  const uncovered = total(fills.map((fill) => fill.uncovered));
  expect(total([start, uncovered])).toBe('9630');
  expect(await balance()).toBe('0');
  // A realized loss is paid in the market already: the floor of 100 does not keep it back, and that is told.
  const lowest = fills.find((fill) => fill.uncovered !== '0');
  expect(lowest?.isBelowFloor).toBe(true);
  expect(await detailsOf('fund_position.sold_uncovered', lowest?.id ?? '')).toMatchObject({ isBelowFloor: true });
  const { assets } = await read(paths.solvency, solvencyResource);
  expect(assets.find(({ asset }) => asset === 'USDT')).toMatchObject({ fundBalance: '0', uncovered });
  await payIn(app, 'USDT', '800');
  const above = await post(path, { ...sale, fillId: 'above', size: '-0.1' });
  expect(fundFillResource.parse(await above.json())).toMatchObject({ realizedPnl: '-535', isBelowFloor: false });
  expect(await balance()).toBe('265');
});
