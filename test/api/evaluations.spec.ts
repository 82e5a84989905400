import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionResponse, paths, type EvaluationRequest } from '@backstop/contracts';
import { expectProblem } from '../support/expect-problem.ts';
import { sampleEvaluation } from '../support/sample-evaluation.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

function evaluate(request: unknown, query = ''): Promise<Response> {
  return app.fetch(`${paths.evaluations}${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
}

/** The sample with something changed. */
function changed(change: (request: DeepMutable<EvaluationRequest>) => void): unknown {
  const request = structuredClone(sampleEvaluation()) as DeepMutable<EvaluationRequest>;
  change(request);
  return request;
}

type DeepMutable<Value> = { -readonly [Key in keyof Value]: DeepMutable<Value[Key]> };

async function problemsOf(request: unknown): Promise<[string, string][]> {
  const { errors } = await expectProblem(await evaluate(request), 'request_must_be_valid');
  return errors.map(({ code, pointer }) => [code, pointer]);
}

describe('a decision', () => {
  it('has the pinned shape and nothing else', async () => {
    const response = await evaluate(sampleEvaluation());
    expect(response.status).toBe(200);
    const decision = decisionResponse.parse(await response.json());
    expect(decision.asOf).toBe('2024-10-24T12:00:00Z');
    expect(decision.outcome).toBe('pass');
    expect(decision.scopes.map(({ scope, asset }) => [scope, asset])).toEqual([
      ['cross', 'USDT'],
      ['isolated', 'USDT'],
    ]);
    expect(decision.policySet.versions).toContainEqual({ policy: 'margin-tiers.BTCUSDT', version: 1 });
  });

  it('computes the figures of the account under the real ladders', async () => {
    const decision = decisionResponse.parse(await (await evaluate(sampleEvaluation())).json());
    // BTCUSDT: 1.5 × 64000 = 96000 in the tier 50000 to 600000 at 0.5 %, deduction 50; unrealized 1.5 × 4000.
    expect(decision.scopes[0]).toMatchObject({
      equity: '16000',
      accountValue: '16000',
      maintenanceMargin: '430',
      liquidatable: false,
      positions: [{ contract: 'BTCUSDT', notional: '96000', unrealizedPnl: '6000', maintenanceMargin: '430' }],
    });
    // ETHUSDT: 10 × 2600 = 26000 in the first tier at 0.4 %; margin 1500 less 10 × 100 lost.
    expect(decision.scopes[1]).toMatchObject({ contract: 'ETHUSDT', equity: '500', maintenanceMargin: '104' });
  });

  it('is the same to the byte for the same question, in whatever order it is asked', async () => {
    const first = await (await evaluate(sampleEvaluation())).text();
    const again = await (await evaluate(sampleEvaluation())).text();
    expect(again).toBe(first);
    const { account, market } = sampleEvaluation();
    const shuffled = { market, account: Object.fromEntries(Object.entries(account).reverse()) };
    expect(await (await evaluate(shuffled)).text()).toBe(first);
    const contracts = Object.fromEntries(Object.entries(market.contracts).reverse());
    expect(await (await evaluate({ account, market: { ...market, contracts } })).text()).toBe(first);
  });

  it('carries the trace only where it is asked for', async () => {
    const plain = decisionResponse.parse(await (await evaluate(sampleEvaluation())).json());
    const full = decisionResponse.parse(await (await evaluate(sampleEvaluation(), '?explain=full')).json());
    expect(plain.scopes.every(({ trace }) => trace === undefined)).toBe(true);
    expect(full.scopes.every(({ trace }) => trace !== undefined && trace.length > 0)).toBe(true);
    expect(full.decisionId).toBe(plain.decisionId);
  });

  it('is a breach where a scope is liquidated', async () => {
    const request = changed(({ market }) => {
      market.contracts['BTCUSDT'] = { markPrice: '53000' };
    });
    expect(await (await evaluate(request)).json()).toMatchObject({
      outcome: 'breach',
      scopes: [{ liquidatable: true }, { liquidatable: false }],
    });
  });

  it('is indeterminate where a mark is missing, never a pass', async () => {
    const request = changed(({ market }) => {
      delete market.contracts['ETHUSDT'];
    });
    expect(await (await evaluate(request)).json()).toMatchObject({
      outcome: 'indeterminate',
      scopes: [{ zone: 'healthy' }, { zone: null, equity: null, liquidatable: null }],
    });
  });

  it('takes an account without positions', async () => {
    const request = changed(({ account }) => {
      account.positions = [];
      delete account.openOrders;
    });
    expect(await (await evaluate(request)).json()).toMatchObject({ outcome: 'pass', scopes: [{ zone: 'healthy' }] });
  });

  it('takes what may be left out as left out', async () => {
    const { account, market } = sampleEvaluation();
    const { id, collateral } = account;
    const response = await evaluate({ account: { id, collateral, positions: [] }, market });
    expect(response.status).toBe(200);
  });
});

describe('the instant', () => {
  it('chooses the set: asOf before the market’s own', async () => {
    const later = await evaluate(sampleEvaluation(), '?asOf=2025-06-01T00:00:00Z');
    expect(await later.json()).toMatchObject({ asOf: '2025-06-01T00:00:00Z' });
    const before = await evaluate(sampleEvaluation(), '?asOf=2019-01-01T00:00:00Z');
    await expectProblem(before, 'no_policy_set_in_force');
    const known = await evaluate(sampleEvaluation(), '?recordedAt=2024-10-24T12:00:00Z');
    await expectProblem(known, 'no_policy_set_in_force');
  });

  it('must not lie in the future, but clocks may differ by less than the notice of a change', async () => {
    const inOneSecond = new Date(Date.now() + 1000).toISOString();
    const inAMinute = new Date(Date.now() + 60_000).toISOString();
    expect((await evaluate(sampleEvaluation(), `?asOf=${inOneSecond}`)).status).toBe(200);
    const future = await evaluate(sampleEvaluation(), `?asOf=${inAMinute}`);
    await expectProblem(future, 'as_of_must_not_be_in_the_future');
    const market = changed((request) => {
      request.market.asOf = inAMinute;
    });
    await expectProblem(await evaluate(market), 'as_of_must_not_be_in_the_future');
  });

  it('must exist', async () => {
    const response = await evaluate(sampleEvaluation(), '?asOf=2024-02-30T00:00:00Z&explain=none');
    await expectProblem(response, 'query_must_be_valid');
    const request = changed(({ market }) => {
      market.asOf = '2024-02-30T00:00:00Z';
    });
    expect(await problemsOf(request)).toEqual([['instant_must_exist', '/market/asOf']]);
  });
});

describe('bad input', () => {
  it('is told with every problem at once', async () => {
    const request = changed(({ account, market }) => {
      Object.assign(account, { note: 'x' });
      account.collateral.push({ asset: 'USDT', balance: '1' });
      Object.assign(account.positions[0]!, { size: 1.5 });
      account.positions[1]!.size = '0';
      account.positions.push({ ...account.positions[0]!, size: '1', side: 'short' });
      market.contracts['BTCUSDT']!.markPrice = '-64000';
      market.contracts['ETHUSDT']!.markPrice = '1e3';
      market.assets!['USDT']!.price = 'NaN';
    });
    expect(new Set(await problemsOf(request))).toEqual(
      new Set([
        ['wrong_type', '/account/positions/0/size'],
        ['invalid_text', '/account/positions/1/size'],
        ['unknown_field', '/account/note'],
        ['invalid_text', '/market/contracts/BTCUSDT/markPrice'],
        ['invalid_text', '/market/contracts/ETHUSDT/markPrice'],
        ['invalid_text', '/market/assets/USDT/price'],
        ['collateral_asset_must_be_unique', '/account/collateral/1/asset'],
        ['position_size_must_match_its_side', '/account/positions/2/size'],
      ]),
    );
  });

  it.each<[string, (request: DeepMutable<EvaluationRequest>) => void, [string, string]]>([
    ['a duplicated position', duplicatePosition, ['position_must_be_unique', '/account/positions/2']],
    [
      'an isolated position without its margin',
      ({ account }) => delete account.positions[1]!.isolatedMargin,
      ['isolated_margin_must_be_present', '/account/positions/1/isolatedMargin'],
    ],
    [
      'a cross position with isolated margin',
      ({ account }) => (account.positions[0]!.isolatedMargin = '1'),
      ['isolated_margin_must_be_absent', '/account/positions/0/isolatedMargin'],
    ],
    [
      'an unknown contract',
      ({ account }) => (account.positions[0]!.contract = 'NOPEUSDT'),
      ['contract_not_in_policy_set', '/account/positions/0/contract'],
    ],
    [
      'a contract that every object has by inheritance',
      ({ account }) => (account.positions[0]!.contract = 'constructor'),
      ['contract_not_in_policy_set', '/account/positions/0/contract'],
    ],
    [
      'an unknown asset',
      ({ account }) => (account.collateral[0]!.asset = 'NOPE'),
      ['asset_not_in_policy_set', '/account/collateral/0/asset'],
    ],
    [
      'an amount of 65 characters',
      ({ account }) => (account.collateral[0]!.balance = '1'.repeat(65)),
      ['too_long', '/account/collateral/0/balance'],
    ],
    [
      'leverage zero',
      ({ account }) => (account.positions[0]!.leverage = '0'),
      ['invalid_text', '/account/positions/0/leverage'],
    ],
    [
      'an order of size below zero',
      ({ account }) => (account.openOrders![0]!.size = '-1'),
      ['invalid_text', '/account/openOrders/0/size'],
    ],
    ['an id with a line feed', ({ account }) => (account.id = 'a\nb'), ['invalid_text', '/account/id']],
    [
      'half a surrogate pair in a fact',
      ({ account }) => Object.assign(account, { facts: { note: '\ud800' } }),
      ['invalid_text', '/account/facts/note'],
    ],
  ])('is refused for %s', async (_name, change, problem) => {
    expect(await problemsOf(changed(change))).toContainEqual(problem);
  });

  it('is refused for more rows than an account may have', async () => {
    const request = changed(({ account }) => {
      const [position] = account.positions;
      account.positions = Array.from({ length: 501 }, () => position!);
    });
    expect(await problemsOf(request)).toContainEqual(['too_many', '/account/positions']);
  });

  it('lists no more than a hundred problems', async () => {
    const request = changed(({ account }) => {
      account.positions = Array.from({ length: 400 }, () => ({}) as never);
    });
    expect(await problemsOf(request)).toHaveLength(100);
  });

  it('is refused without reading on where it is nested too deeply', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const body = `{"account":{"id":"a","collateral":[],"positions":[],"facts":{"x":${deep}}},"market":null}`;
    const response = await app.fetch(paths.evaluations, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { errors } = await expectProblem(response, 'request_must_be_valid');
    expect(errors.map(({ code }) => code)).toEqual(['nested_too_deeply']);
  });
});

function duplicatePosition({ account }: DeepMutable<EvaluationRequest>): void {
  account.positions.push(account.positions[0]!);
}
