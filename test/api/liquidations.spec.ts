import { liquidationPlanResponse, paths, type LiquidationPlanRequest } from '@backstop/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draft } from '../support/change-acts.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

/** Two BTC long at 60,000: 120,000 of notional with 550 of maintenance margin, and what the balance leaves of it. */
function asked(balance: string, more: Partial<LiquidationPlanRequest> = {}): LiquidationPlanRequest {
  return {
    account: {
      id: 'a-1',
      collateral: [{ asset: 'USDT', balance }],
      positions: [{ contract: 'BTCUSDT', size: '2', entryPrice: '60000', margin: 'cross' }],
      openOrders: [{ contract: 'BTCUSDT', side: 'buy', size: '0.1', price: '59000' }],
    },
    market: {
      asOf: '2026-03-20T08:00:00Z',
      contracts: { BTCUSDT: { markPrice: '60000' } },
      assets: { USDT: { price: '1' } },
    },
    ...more,
  };
}

function post(body: unknown, query = '?dryRun=true', by: Pick<TestApp, 'fetch'> = app): Promise<Response> {
  return by.fetch(`${paths.liquidations}${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function planned(body: LiquidationPlanRequest, query?: string, by?: Pick<TestApp, 'fetch'>) {
  const response = await post(body, query, by);
  expect(response.status, await response.clone().text()).toBe(200);
  const plan = liquidationPlanResponse.parse(await response.json());
  const [scope] = plan.scopes;
  if (scope === undefined) throw new Error('a plan without a scope');
  return { plan, scope };
}

describe('a liquidation plan', () => {
  it('cancels orders, reduces as far as restores the exit buffer, and says why it ends', async () => {
    const { plan, scope } = await planned(asked('500'));
    expect(plan.policySet.versions).toContainEqual({ policy: 'forced-liquidation.default', version: 1 });
    expect(scope.before).toMatchObject({ equity: '500', maintenanceMargin: '550', zone: 'liquidation' });
    expect(scope.steps).toMatchObject([
      { type: 'cancel-orders', orders: 1 },
      {
        type: 'reduce',
        contract: 'BTCUSDT',
        order: 'sell',
        sizeBy: 'shortage',
        atLimit: { fee: '0', after: { zone: 'liquidation' } },
      },
    ]);
    expect(scope.end).toMatchObject({ reason: 'restored', resumesAt: null, deficit: '0' });
    expect(scope.end.sentence).toMatch(/at or above the exit buffer 1\.1$/);
  });

  it('is empty where nothing is liquidated, and says so', async () => {
    const { scope } = await planned(asked('5000'));
    expect(scope.steps).toEqual([]);
    expect(scope.end.reason).toBe('not-liquidating');
  });

  it('takes over what no order can fill within its limit', async () => {
    const { scope } = await planned(asked('-700'));
    expect(scope.steps).toMatchObject([
      { type: 'cancel-orders' },
      { type: 'takeover', size: '2', bankruptcyAmount: '120700', after: { accountValue: '0' } },
    ]);
    expect(scope.end).toMatchObject({ reason: 'nothing-left', deficit: '0' });
  });

  it('has the same bytes whoever asks again, and another id after another history', async () => {
    const [one, other] = [await (await post(asked('500'))).text(), await (await post(asked('500'))).text()];
    expect(one).toBe(other);
    const { plan } = await planned(asked('500'));
    const history = { 'cross:USDT': { startedAt: '2026-03-20T07:59:00Z', reductions: [] } };
    const later = await planned(asked('500', { history }));
    expect(later.plan.planId).not.toBe(plan.planId);
    expect(later.plan.scopes).toEqual(plan.scopes);
  });

  it('is tried under a change, and waits where that lets an interval reduce no more', async () => {
    const ada = await app.signInAs('author');
    const document = {
      accountOrder: 'risk',
      step: { model: 'full' },
      interval: { seconds: 60, notionalMax: '30000' },
      exitBuffer: '2',
      limit: { model: 'bankruptcy-amount' },
      feeRate: '0',
      surplusTo: 'account',
      takeover: true,
    };
    const entry = { policy: 'forced-liquidation.default', title: 'Slower', scope: { contracts: '*' }, document };
    const { id } = await draft(ada, { reason: 'a thought', entries: [entry] });
    const { scope } = await planned(asked('300'), `?dryRun=true&change=${id}`, ada);
    expect(scope.steps).toMatchObject([{ type: 'cancel-orders' }, { type: 'reduce', size: '0.5', sizeBy: 'interval' }]);
    expect(scope.end).toMatchObject({ reason: 'interval', resumesAt: '2026-03-20T08:01:00Z' });
    const reductions = [{ at: '2026-03-20T07:59:30Z', notional: '24000' }];
    const after = await planned(
      asked('300', { history: { 'cross:USDT': { reductions } } }),
      `?dryRun=true&change=${id}`,
      ada,
    );
    expect(after.scope.steps).toMatchObject([{ type: 'cancel-orders' }, { type: 'reduce', size: '0.1' }]);
    expect(after.scope.end.resumesAt).toBe('2026-03-20T08:00:30Z');
  });

  it('refuses what an evaluation refuses, a history that cannot be, and a question that is not for a dry run', async () => {
    await expectProblem(await post(asked('500'), '?dryRun=maybe'), 'query_must_be_valid');
    await expectProblem(await post('no'), 'request_must_be_valid');
    const history = { 'cross:USDT': { reductions: [{ at: '2026-02-30T00:00:00Z', notional: '1' }] } };
    const refused = await post(asked('500', { history }));
    await expectProblem(refused, 'request_must_be_valid');
    await expectProblem(await post({ ...asked('500'), history: { x: { reductions: [{}] } } }), 'request_must_be_valid');
  });
});
