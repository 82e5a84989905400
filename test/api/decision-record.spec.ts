import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '@backstop/api/persistence/sha256';
import { canonicalJson } from '@backstop/core/canonical';
import {
  auditVerificationResource,
  decisionReplay,
  decisionResponse,
  liquidationPlanResponse,
  loggedDecision,
  lossResource,
  pathOf,
  paths,
  type LoggedDecision,
  type LossResource,
} from '@backstop/contracts';
import { asOwner } from '../support/audited-app.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { asJson, payIn } from '../support/fund-acts.ts';
import { makeKey } from '../support/make-key.ts';
import { ask, decide, logOf, withZones } from '../support/moved-zone.ts';
import { runLoss, sampleLoss } from '../support/sample-loss.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

const RECORD = '?record=true';

async function entryOf(id: string): Promise<LoggedDecision> {
  const response = await (await app.signInAs('viewer')).fetch(pathOf(paths.decision, { id }));
  expect(response.status, await response.clone().text()).toBe(200);
  return loggedDecision.parse(await response.json());
}

async function replayed(id: string, query = '') {
  const response = await (
    await app.signInAs('viewer')
  ).fetch(pathOf(paths.decisionReplay, { id }) + query, {
    method: 'POST',
  });
  expect(response.status, await response.clone().text()).toBe(200);
  return decisionReplay.parse(await response.json());
}

/** An account that is liquidated, with what was done to it before. */
function planRequest(id: string): object {
  return {
    account: {
      id,
      collateral: [{ asset: 'USDT', balance: '500' }],
      positions: [{ contract: 'BTCUSDT', size: '2', entryPrice: '60000', margin: 'cross' }],
      openOrders: [{ contract: 'ETHUSDT', side: 'buy', size: '0.1', price: '2000' }],
    },
    market: {
      asOf: '2026-03-20T08:00:00Z',
      contracts: { BTCUSDT: { markPrice: '60000' }, ETHUSDT: { markPrice: '2600' } },
      assets: { USDT: { price: '1' } },
    },
    history: {
      'cross:USDT': {
        startedAt: '2026-03-20T07:00:00Z',
        reductions: [{ at: '2026-03-20T07:00:00Z', notional: '10.5' }],
      },
      'isolated:ETHUSDT:net': {},
    },
  };
}

async function plan(body: object, query: string): Promise<{ readonly text: string; readonly planId: string }> {
  const response = await app.fetch(`${paths.liquidations}?dryRun=true${query}`, asJson(body));
  const text = await response.text();
  expect(response.status, text).toBe(200);
  return { text, planId: liquidationPlanResponse.parse(JSON.parse(text)).planId };
}

describe('an evaluation that is recorded', () => {
  it('is in the log whatever it moved, once, and is decided again to the byte, with a trace for who asks', async () => {
    const request = withZones(null, 'rec-1');
    const { text, decisionId } = await decide(app, request, RECORD);
    expect(await decide(app, request, RECORD)).toEqual({ text, decisionId });
    expect(await decide(app, request)).toEqual({ text, decisionId });
    expect(await logOf(app, '?account=rec-1')).toHaveLength(1);
    const entry = await entryOf(decisionId);
    expect(entry).toMatchObject({ type: 'evaluation', decision: text, moves: [], loss: null, outcome: 'pass' });
    expect(entry).toMatchObject({ contracts: ['BTCUSDT', 'ETHUSDT'], zones: ['healthy'] });
    const again = await replayed(decisionId, '?explain=full');
    expect(again).toMatchObject({ same: true, fault: null, decisionDigest: sha256(text), type: 'evaluation' });
    expect(again.replayed).toMatchObject({ decision: text, decisionDigest: sha256(text) });
    const explained = await decide(app, request, '?explain=full');
    expect(again.replayed?.explained).toBe(explained.text);
    expect(decisionResponse.parse(JSON.parse(explained.text)).scopes[0]?.trace?.length).toBeGreaterThan(0);
    expect((await replayed(decisionId)).replayed?.explained).toBeNull();
  });

  it('moved what it moved', async () => {
    const { decisionId } = await decide(app, withZones({ 'cross:USDT': 'warning' }, 'rec-2'), RECORD);
    expect((await entryOf(decisionId)).moves).toEqual([{ scope: 'cross:USDT', from: 'warning', to: 'healthy' }]);
  });

  it('is every line of a batch, in their order', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `line-${String(index)}`);
    const { market } = withZones(null);
    const lines = [{ market }, ...ids.map((id) => ({ account: withZones(null, id).account }))];
    const response = await app.fetch(paths.evaluationBatch + RECORD, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: lines.map((line) => JSON.stringify(line)).join('\n'),
    });
    expect((await response.text()).match(/"decision":/g)).toHaveLength(30);
    const logged = (await logOf(app, '?limit=1000')).filter(({ account }) => account.startsWith('line-'));
    expect(logged.map(({ account }) => account)).toEqual(ids);
  });

  it('takes the permission to record, alone, in a batch and of a plan; asking does not', async () => {
    const key = await makeKey(app.dataSource, { scopes: ['evaluate'], at: Date.now() });
    const recorder = await makeKey(app.dataSource, { scopes: ['decision:record'], at: Date.now() });
    const by = (token: string) => ({
      fetch: (path: string, init: RequestInit = {}) =>
        fetch(app.url + path, {
          ...init,
          headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` },
        }),
    });
    const request = withZones(null, 'rec-3');
    for (const who of [by(key), await app.signInAs('viewer')]) {
      expect((await ask(who, request)).status).toBe(200);
      await expectProblem(await ask(who, request, RECORD), 'permission_denied');
      const batch = { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body: '' };
      await expectProblem(await who.fetch(paths.evaluationBatch + RECORD, batch), 'permission_denied');
      const dry = `${paths.liquidations}?dryRun=true&record=true`;
      await expectProblem(await who.fetch(dry, asJson(planRequest('rec-3'))), 'permission_denied');
    }
    expect(await logOf(app, '?account=rec-3')).toEqual([]);
    expect((await ask(by(recorder), request, RECORD)).status).toBe(200);
    expect((await ask(await app.signInAs('auditor'), request, RECORD)).status).toBe(200);
    expect(await logOf(app, '?account=rec-3')).toHaveLength(1);
  });

  it('is one under the set in force: what another set would say is not recorded', async () => {
    const [row] = await logOf(app, '?limit=1');
    for (const query of [`policySet=${row?.policySet ?? ''}`, 'change=00000000-0000-4000-8000-000000000000']) {
      const problem = await expectProblem(
        await ask(app, withZones(null, 'rec-4'), `${RECORD}&${query}`),
        'query_must_be_valid',
      );
      expect(problem.errors).toMatchObject([{ code: 'record_must_be_under_the_set_in_force', pointer: '/record' }]);
    }
    expect(await logOf(app, '?account=rec-4')).toEqual([]);
  });
});

describe('a plan that is recorded', () => {
  it('is in the log with what had been done before, and is planned again to the byte', async () => {
    const { text, planId } = await plan(planRequest('plan-1'), '&record=true');
    expect(await plan(planRequest('plan-1'), '')).toEqual({ text, planId });
    const entry = await entryOf(planId);
    expect(entry).toMatchObject({ type: 'plan', decision: text, decisionDigest: sha256(text), outcome: 'breach' });
    expect(entry).toMatchObject({
      contracts: ['BTCUSDT', 'ETHUSDT'],
      zones: ['liquidation'],
      moves: [],
      account: 'plan-1',
    });
    const { history, ...read } = entry.input as { history: unknown };
    expect(sha256(`${canonicalJson(read)}\n${canonicalJson(history)}`)).toBe(entry.inputHash);
    expect(await replayed(planId)).toMatchObject({ same: true, type: 'plan', replayed: { decision: text } });
    expect(await logOf(app, '?type=plan')).toHaveLength(1);
  });

  it('is not where it was not asked for, nor where a scope has no printable name', async () => {
    await plan(planRequest('plan-2'), '');
    const odd = { ...planRequest('plan-2'), history: { 'a\u0000': {} } };
    const response = await app.fetch(`${paths.liquidations}?dryRun=true&record=true`, asJson(odd));
    await expectProblem(response, 'request_must_be_valid');
    expect(await logOf(app, '?account=plan-2')).toEqual([]);
  });
});

describe('a loss', () => {
  const deleveraging = {
    openPosition: { size: '1', closePrice: '63000' },
    candidates: ['s-1', 's-2'].map((id, index) => ({
      ...{ id, accountValue: '5000', notional: '64000', positivePnl: '6000' },
      positions: [
        {
          scope: 'cross:USDT',
          size: `-${String(1 + index)}`,
          entryPrice: '70000',
          accountValue: '5000',
          notional: '64000',
        },
      ],
    })),
  };

  async function recorded(values: object, amount = '150.5'): Promise<{ loss: LossResource; entry: LoggedDecision }> {
    const loss = await runLoss(app, sampleLoss(amount, values));
    return { loss, entry: await entryOf(loss.decisionId) };
  }

  it('is in the log when it is committed, and nothing of a dry run is', async () => {
    await payIn(app, 'USDT', '100');
    await runLoss(app, sampleLoss('150.5', { account: 'tried' }), { query: '?dryRun=true' });
    expect(await logOf(app, '?account=tried')).toEqual([]);
    const { loss, entry } = await recorded({ account: 'lost-1' });
    expect(entry).toMatchObject({
      type: 'loss',
      loss: loss.id,
      outcome: 'covered',
      contracts: ['BTCUSDT'],
      input: null,
    });
    expect(entry).toMatchObject({ inputHash: loss.inputHash, asOf: loss.at, actor: loss.recordedBy, zones: [] });
    const { id: _id, sequence: _sequence, recordedAt: _at, recordedBy: _by, allocations: _rows, ...told } = loss;
    expect(lossResource.partial().parse(JSON.parse(entry.decision))).toEqual(told);
    expect(await logOf(app, '?policy=loss-waterfall.default&version=1&outcome=covered')).toHaveLength(1);
  });

  it.each([
    ['that the fund and the winners pay', {}, 'covered'],
    ['that nobody can bear', { candidates: [] }, 'uncovered'],
    ['that closes others', { ...deleveraging, deficit: undefined }, 'covered'],
    [
      'with facts, tags and owners',
      { tags: ['retail'], ownerId: 'o', treasury: [{ asset: 'USDT', amount: '3' }] },
      'covered',
    ],
  ])('%s is run once more on what the ledger said then, to the byte', async (name, values, outcome) => {
    const { loss, entry } = await recorded({ account: `again ${name}`, ...values });
    expect(entry.outcome).toBe(outcome);
    // The ledger has gone on since.
    await payIn(app, 'USDT', '7');
    const again = await replayed(loss.decisionId);
    expect(again).toMatchObject({ same: true, fault: null, type: 'loss', decisionDigest: sha256(entry.decision) });
    expect(again.replayed?.decision).toBe(entry.decision);
  });

  it.each([
    ['what it read', 'input = replace(input, \'"300"\', \'"301"\')', 'loss', 'input_must_match_its_hash'],
    [
      'what it came to',
      "outcome = replace(outcome, 'waterfall', 'receivable')",
      'loss',
      'loss_must_be_what_was_logged',
    ],
    ['who bears it', 'units = units + 1', 'loss_allocation', 'allocation_must_be_what_was_decided'],
    ['a proof', `proof = replace(proof, '"cap"', '"cup"')`, 'loss_allocation', 'allocation_must_be_what_was_decided'],
  ])('tells where somebody edited %s past the triggers', async (name, set, table, code) => {
    const { loss } = await recorded({ account: `edited ${name}` });
    const key = table === 'loss' ? 'id' : 'loss_id';
    await asOwner(app.dataSource, [`update ${table} set ${set} where ${key} = $1`, [loss.id]]);
    expect(await replayed(loss.decisionId)).toMatchObject({ same: false, fault: { code } });
  });

  it('tells where it is gone', async () => {
    const { loss } = await recorded({ account: 'gone' });
    for (const [table, key] of [
      ['loss_allocation', 'loss_id'],
      ['loss_layer', 'loss_id'],
      ['loss', 'id'],
    ] as const) {
      await asOwner(app.dataSource, [`delete from ${table} where ${key} = $1`, [loss.id]]);
    }
    const again = await replayed(loss.decisionId);
    expect(again).toMatchObject({ same: false, replayed: null, fault: { code: 'loss_must_be_what_was_logged' } });
  });

  it('is not in the log where its transaction ends otherwise', async () => {
    const before = await logOf(app, '?limit=1000');
    await app.dataSource.query('alter table audit_entry rename to moved_away');
    await expect(runLoss(app, sampleLoss('1', { account: 'cut' }))).rejects.toThrow('internal_error');
    await app.dataSource.query('alter table moved_away rename to audit_entry');
    expect(await logOf(app, '?limit=1000')).toEqual(before);
  });
});

it('the log of all types is one chain', async () => {
  const auditor = await app.signInAs('auditor');
  const response = await auditor.fetch(paths.decisionVerification, { method: 'POST' });
  const logged = await logOf(app, '?limit=1000');
  expect(new Set(logged.map(({ type }) => type))).toEqual(new Set(['evaluation', 'plan', 'loss']));
  expect(auditVerificationResource.parse(await response.json())).toMatchObject({ ok: true, entries: logged.length });
});
