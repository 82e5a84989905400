import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '@backstop/api/persistence/sha256';
import { canonicalJson } from '@backstop/core/canonical';
import {
  auditVerificationResource,
  batchLineResponse,
  decisionReplay,
  loggedDecision,
  loggedDecisionSummary,
  pathOf,
  paths,
  type EvaluationRequest,
} from '@backstop/contracts';
import { approveVersion } from '../support/approve-version.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { ask, decide, logOf, movedZone, withZones } from '../support/moved-zone.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

/** How many entries an act adds to the log. */
async function added(act: () => Promise<unknown>): Promise<number> {
  const count = async (): Promise<number> => {
    const [row] = await app.dataSource.query<{ count: string }[]>('select count(*) from decision_log');
    return Number(row?.count);
  };
  const before = await count();
  await act();
  return (await count()) - before;
}

function changed(request: EvaluationRequest, mark: string | null): EvaluationRequest {
  const { BTCUSDT: _mark, ...others } = request.market.contracts;
  const contracts = mark === null ? others : { ...others, BTCUSDT: { markPrice: mark } };
  return { ...request, market: { ...request.market, contracts } };
}

describe('a decision is in the log', () => {
  it.each<[string, EvaluationRequest, number]>([
    ['not where the request has no state', withZones(null, 'w-1'), 0],
    ['not where it has no zones and all is healthy', withZones({}, 'w-2'), 0],
    ['not where every zone is the one given', withZones({ 'cross:USDT': 'healthy' }, 'w-3'), 0],
    ['not where only a scope that is gone was given a zone', withZones({ 'cross:BTC': 'warning' }, 'w-4'), 0],
    ['not where a scope without a zone cannot be judged', changed(withZones({}, 'w-5'), null), 0],
    ['not where it has no state, whatever it comes to', changed(withZones(null, 'w-6'), '53000'), 0],
    ['where a zone is another than the one given', withZones({ 'cross:USDT': 'warning' }, 'w-7'), 1],
    ['where the first zone of a scope is not healthy', changed(withZones({}, 'w-8'), '53000'), 1],
    ['where a scope with a zone cannot be judged', changed(withZones({ 'cross:USDT': 'healthy' }, 'w-9'), null), 1],
    [
      'once where two scopes moved',
      withZones({ 'cross:USDT': 'warning', 'isolated:ETHUSDT:net': 'warning' }, 'w-10'),
      1,
    ],
  ])('%s', async (_name, request, count) => {
    expect(await added(() => decide(app, request))).toBe(count);
  });

  it('not where the request was refused', async () => {
    const request = movedZone('w-11');
    const refused = { ...request, account: { ...request.account, collateral: [{ asset: 'NOPE', balance: '1' }] } };
    expect(await added(() => ask(app, refused))).toBe(0);
  });

  it('once, whoever asks how often at once, and with or without a trace', async () => {
    const request = movedZone('o-1');
    let texts: string[] = [];
    const count = await added(async () => {
      const asked = await Promise.all([
        decide(app, request, '?explain=full'),
        ...Array.from({ length: 20 }, () => decide(app, request)),
        decide(await app.signInAs('viewer'), request),
      ]);
      texts = asked.slice(1).map(({ text }) => text);
    });
    expect(count).toBe(1);
    expect(new Set(texts).size).toBe(1);
    const [entry] = await logOf(app, '?account=o-1');
    expect(entry?.decisionDigest).toBe(sha256(texts[0] ?? ''));
  });
});

describe('an entry', () => {
  it('tells what was asked, what was decided, and what moved; the decision itself has no link', async () => {
    const before = Date.now();
    const request = changed(withZones({ 'cross:USDT': 'healthy' }, 'e-1'), '53000');
    const { text, decisionId } = await decide(app, request, '?recordedAt=2999-01-01T00:00:00Z');
    const response = await (await app.signInAs('viewer')).fetch(pathOf(paths.decision, { id: decisionId }));
    const entry = loggedDecision.parse(await response.json());
    const { decision, input, ...summary } = entry;
    expect(decision).toBe(text);
    expect(entry).toMatchObject({
      ...{ decisionId, asOf: '2024-10-24T12:00:00Z', account: 'e-1', outcome: 'breach' },
      ...{ knownAt: '2999-01-01T00:00:00Z', decisionDigest: sha256(text), inputHash: sha256(canonicalJson(input)) },
      moves: [{ scope: 'cross:USDT', from: 'healthy', to: 'liquidation' }],
    });
    expect(entry.actor).toMatch(/^key:/);
    expect(Date.parse(entry.recordedAt)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(entry.recordedAt)).toBeLessThanOrEqual(Date.now());
    expect((await logOf(app, '?order=desc&limit=1'))[0]).toEqual(loggedDecisionSummary.parse(summary));
    expect(text).not.toContain(entry.hash);
    expect(text).not.toContain(entry.previous);
  });

  it('that is not there is said to be so', async () => {
    const viewer = await app.signInAs('viewer');
    for (const id of ['0'.repeat(64), 'nothing']) {
      await expectProblem(await viewer.fetch(`${paths.decisions}/${id}`), 'decision_not_found');
    }
    const replay = pathOf(paths.decisionReplay, { id: 'nothing' });
    await expectProblem(await viewer.fetch(replay, { method: 'POST' }), 'decision_not_found');
  });
});

describe('the list', () => {
  it('goes on where its link says, in either order, each entry once', async () => {
    for (const id of ['l-1', 'l-2', 'l-3', 'l-4', 'l-5']) await decide(app, movedZone(id));
    const viewer = await app.signInAs('viewer');
    for (const order of ['asc', 'desc']) {
      const whole = (await logOf(app, `?order=${order}&limit=1000`)).map(({ sequence }) => sequence);
      const found: number[] = [];
      let next: string | null = `${paths.decisions}?order=${order}&limit=2`;
      while (next !== null) {
        const response: Response = await viewer.fetch(next);
        const rows = loggedDecisionSummary.array().parse(await response.json());
        found.push(...rows.map(({ sequence }) => sequence));
        next = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1] ?? null;
      }
      expect(found).toEqual(whole);
      expect(found.toSorted((a, b) => a - b)).toEqual(found.map((_, index) => index + 1));
    }
  });

  it('has what is asked for, and nothing else', async () => {
    await decide(app, changed(withZones({ 'cross:USDT': 'healthy' }, 'f-1'), '53000'));
    await decide(app, movedZone('f-1'), '?asOf=2025-06-01T00:00:00Z');
    const [breach, pass] = await logOf(app, '?account=f-1');
    expect([breach?.outcome, pass?.outcome]).toEqual(['breach', 'pass']);
    const of = async (query: string) => (await logOf(app, `?account=f-1&${query}`)).map(({ outcome }) => outcome);
    expect(await of('outcome=breach')).toEqual(['breach']);
    expect(await of('outcome=indeterminate')).toEqual([]);
    expect(await of(`policySet=${pass?.policySet ?? ''}`)).toContain('pass');
    expect(await of(`policySet=${'0'.repeat(64)}`)).toEqual([]);
    expect(await of('from=2024-10-24T12:00:00.001Z')).toEqual(['pass']);
    expect(await of('to=2025-06-01T00:00:00Z')).toEqual(['breach']);
    expect(await of('from=2024-10-24T12:00:00Z&to=2025-06-01T00:00:00.001Z')).toEqual(['breach', 'pass']);
    expect(await logOf(app, '?account=nobody')).toEqual([]);
  });

  it.each(['limit=0', 'policySet=x', 'outcome=fine', 'from=yesterday', 'to=2024-02-30T00:00:00Z', 'accounts=a'])(
    'is refused for %s',
    async (query) => {
      const viewer = await app.signInAs('viewer');
      await expectProblem(await viewer.fetch(`${paths.decisions}?${query}`), 'query_must_be_valid');
    },
  );
});

describe('a replay', () => {
  /** Lets a ladder with so many tiers take effect, at whatever instant. */
  const shortenLadder = async (effectiveFrom: string, tiers: number): Promise<void> => {
    const [stored] = await app.dataSource.query<{ document: { tiers: object[] } }[]>(
      `select document from policy_version where policy_id = 'margin-tiers.BTCUSDT' and version = 1`,
    );
    const document = { ...stored?.document, tiers: stored?.document.tiers.slice(0, tiers) ?? [] };
    await approveVersion(app.dataSource, {
      ...{ policy: 'margin-tiers.BTCUSDT', document, effectiveFrom: new Date(effectiveFrom) },
    });
  };
  const replayed = async (id: string) => {
    const path = pathOf(paths.decisionReplay, { id });
    const response = await (await app.signInAs('viewer')).fetch(path, { method: 'POST' });
    expect(response.status).toBe(200);
    return decisionReplay.parse(await response.json());
  };

  it('gives the same bytes, also once policies have changed since', async () => {
    const { text, decisionId } = await decide(app, movedZone('r-1'));
    const same = {
      ...{ decisionId, same: true, fault: null, decisionDigest: sha256(text) },
      replayed: { decisionDigest: sha256(text), decision: text },
    };
    expect(await replayed(decisionId)).toMatchObject(same);
    await shortenLadder('2025-01-01T00:00:00Z', 3);
    // Once the approval is known: the same account under what is in force now is another decision.
    await expect
      .poll(async () => (await decide(app, movedZone('r-1'), '?asOf=2025-02-01T00:00:00Z')).text)
      .not.toContain((JSON.parse(text) as { policySet: { hash: string } }).policySet.hash);
    expect(await replayed(decisionId)).toMatchObject(same);
  });

  it('says so where the set that decided is not to be had any more', async () => {
    const { decisionId } = await decide(app, movedZone('r-2'));
    await shortenLadder('2024-10-24T06:00:00Z', 4);
    await expect
      .poll(() => replayed(decisionId), { timeout: 5000 })
      .toMatchObject({ decisionId, same: false, fault: { code: 'policy_set_must_be_found' }, replayed: null });
  });
});

describe('a batch', () => {
  it('keeps the order of its lines, those that moved a zone and those that did not, and of the log', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => `b-${String(index)}`);
    const requests = ids.map((id, index) => (index % 3 === 0 ? movedZone(id) : withZones({}, id)));
    const [first] = requests;
    const lines = [{ market: first?.market }, ...requests.map(({ account }) => ({ account }))];
    const response = await app.fetch(paths.evaluationBatch, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: lines.map((line) => JSON.stringify(line)).join('\n'),
    });
    const text = await response.text();
    const answered = text.trimEnd().split('\n');
    const told = answered.map((line) => batchLineResponse.parse(JSON.parse(line)));
    expect(told.map((line) => ('decision' in line ? line.line : null))).toEqual([...ids.map((_, at) => at + 2), null]);
    const logged = (await logOf(app, '?limit=1000')).filter(({ account }) => account.startsWith('b-'));
    expect(logged.map(({ account }) => account)).toEqual(ids.filter((_, index) => index % 3 === 0));
    // The decision of a line is the one that its account gets alone.
    expect(answered[3]).toBe(`{"line":5,"decision":${(await decide(app, requests[3]!)).text}}`);
    expect(logged[1]?.decisionDigest).toBe(sha256((await decide(app, requests[3]!)).text));
  });
});

describe('the log as a chain', () => {
  it('is whole, however many write to it from however many processes', async () => {
    const other = await startApp({ beside: app });
    const ids = Array.from({ length: 60 }, (_, index) => `c-${String(index)}`);
    await Promise.all(ids.map((id, index) => decide(index % 2 === 0 ? app : other, movedZone(id))));
    await other.stop();
    const logged = await logOf(app, '?limit=1000');
    expect(logged.filter(({ account }) => account.startsWith('c-'))).toHaveLength(60);
    const auditor = await app.signInAs('auditor');
    const response = await auditor.fetch(paths.decisionVerification, { method: 'POST' });
    expect(auditVerificationResource.parse(await response.json())).toMatchObject({
      ...{ ok: true, entries: logged.length, fault: null },
      head: { sequence: logged.length, hash: logged.at(-1)?.hash },
    });
  });
});
