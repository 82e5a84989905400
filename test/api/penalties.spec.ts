import { paths, penaltiesResponse, type EvaluationRequest } from '@backstop/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draft } from '../support/change-acts.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

type State = NonNullable<EvaluationRequest['account']['state']>;

/** One BTC long at 65,000 whose margin is 275: 0.5 % of 65,000 less the deduction of its tier. */
function asked(balance: string, state: Partial<State> = {}, markPrice: string | null = '65000'): EvaluationRequest {
  return {
    account: {
      id: 'a-1',
      tags: [],
      collateral: [{ asset: 'USDT', balance }],
      positions: [{ contract: 'BTCUSDT', size: '1', entryPrice: '65000', leverage: '20', margin: 'cross' }],
      state: { zones: {}, ...state },
    },
    market: {
      asOf: '2026-03-20T08:00:00Z',
      contracts: markPrice === null ? {} : { BTCUSDT: { markPrice } },
      assets: { USDT: { price: '1' } },
    },
  };
}

function post(body: unknown, query = '', by: Pick<TestApp, 'fetch'> = app): Promise<Response> {
  return by.fetch(`${paths.penalties}${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function penalties(body: EvaluationRequest, query?: string, by?: Pick<TestApp, 'fetch'>) {
  const response = await post(body, query, by);
  expect(response.status).toBe(200);
  return penaltiesResponse.parse(await response.json());
}

const on = (...days: readonly string[]): Pick<State, 'shortfalls'> => ({
  shortfalls: days.map((day) => ({ scope: 'cross:USDT', day: `2026-03-${day}` })),
});

describe('the penalty for a margin shortfall', () => {
  it('is none without a shortfall', async () => {
    const { scopes, day, snapshotAt, policy } = await penalties(asked('5000'));
    expect({ day, snapshotAt }).toEqual({ day: '2026-03-20', snapshotAt: '2026-03-20T00:00:00Z' });
    expect(policy).toEqual({ policy: 'shortfall-penalty.default', version: 1 });
    expect(scopes).toMatchObject([
      { scope: 'cross:USDT', shortfall: '0', assessment: { reason: 'no-shortfall', penalty: '0' } },
    ]);
  });

  it('is graded by the shortfall and its share of the margin', async () => {
    const small = await penalties(asked('255'));
    expect(small.scopes).toMatchObject([
      {
        shortfall: '20',
        margin: '275',
        assessment: { reason: 'graded', rate: '0.005', penalty: '0.1', charged: '0.1' },
      },
    ]);
    const large = await penalties(asked('200'));
    expect(large.scopes).toMatchObject([{ shortfall: '75', assessment: { rate: '0.01', penalty: '0.75' } }]);
  });

  it('is dearer where it goes on, and where it came too often in a month', async () => {
    const row = await penalties(asked('255', on('17', '18', '19')));
    expect(row.scopes).toMatchObject([
      { assessment: { reason: 'consecutive-days', consecutiveDays: 4, penalty: '1' } },
    ]);
    const often = await penalties(asked('255', on('02', '04', '06', '08', '10')));
    expect(often.scopes).toMatchObject([
      { assessment: { reason: 'instances-in-month', instancesInMonth: 6, penalty: '1' } },
    ]);
  });

  it('is none on the day of a balance reset', async () => {
    const shortfalls = [{ scope: 'cross:USDT', day: '2026-03-20', event: 'balance-reset' as const }];
    const { scopes } = await penalties(asked('255', { shortfalls }));
    expect(scopes).toMatchObject([{ assessment: { reason: 'balance-reset', penalty: '0' } }]);
  });

  it('charges no more than the account is worth', async () => {
    const { scopes } = await penalties(asked('0.5', on('17', '18', '19')));
    expect(scopes[0]?.assessment).toMatchObject({ penalty: '13.725', charged: '0.5' });
    const { owed, waived } = scopes[0]?.assessment ?? { owed: '', waived: '' };
    expect([owed, waived].toSorted()).toEqual(['0', '13.225']);
  });

  it('is not assessed where the scope cannot be judged', async () => {
    const { scopes } = await penalties(asked('255', {}, null));
    expect(scopes).toMatchObject([
      { shortfall: null, assessment: null, indeterminate: [{ code: 'mark_price_missing' }] },
    ]);
  });

  it('is tried under a change', async () => {
    const ada = await app.signInAs('author');
    const document = { base: 'initial', snapshotTime: '00:00', grades: [{ rate: '0.001' }] };
    const entry = { policy: 'shortfall-penalty.default', title: 'Penalty', scope: { contracts: '*' }, document };
    const { id } = await draft(ada, { reason: 'a thought', entries: [entry] });
    const { scopes } = await penalties(asked('1250'), `?change=${id}`, ada);
    expect(scopes).toMatchObject([{ shortfall: '2000', margin: '3250', assessment: { rate: '0.001', penalty: '2' } }]);
  });

  it('refuses what an evaluation refuses, and days that do not exist', async () => {
    const body = asked('255', { shortfalls: [{ scope: 'cross:USDT', day: '2026-02-30' }] });
    await expectProblem(await post(body), 'request_must_be_valid');
    await expectProblem(await post(asked('255'), '?policySet=x'), 'query_must_be_valid');
    await expectProblem(await post('no'), 'request_must_be_valid');
  });
});
