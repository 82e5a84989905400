import { randomUUID } from 'node:crypto';
import { decisionResponse, paths, type ChangeResource, type DecisionResponse } from '@backstop/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveVersion } from '../support/approve-version.ts';
import { draft } from '../support/change-acts.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { oneTier } from '../support/ladder.ts';
import { sampleEvaluation } from '../support/sample-evaluation.ts';
import type { SignedIn } from '../support/sign-in.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const POLICY = 'margin-tiers.BTCUSDT';
const DAY = 86_400_000;

let app: TestApp;
let ada: SignedIn;
/** What the application takes for now. */
const now = Date.parse('2030-01-01T00:00:00Z');

beforeAll(async () => {
  app = await startApp({ clock: () => now });
  ada = await app.signInAs('author');
});

afterAll(() => app.stop());

function asked(body: unknown = sampleEvaluation()): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function evaluate(query: string, by: Pick<SignedIn, 'fetch'> = ada, body?: unknown): Promise<Response> {
  return by.fetch(`${paths.evaluations}${query}`, asked(body));
}

async function decide(query: string, by?: Pick<SignedIn, 'fetch'>): Promise<DecisionResponse> {
  const response = await evaluate(query, by);
  expect(response.status).toBe(200);
  return decisionResponse.parse(await response.json());
}

function rateOf({ scopes }: DecisionResponse): string | undefined {
  return scopes[0]?.positions[0]?.tier?.maintenanceMarginRate;
}

function ladder(rate: string, more: object = {}): object {
  return { policy: POLICY, title: 'BTC', scope: { contracts: ['BTCUSDT'] }, document: oneTier(rate), ...more };
}

function drafted(...entries: object[]): Promise<ChangeResource> {
  return draft(ada, { reason: 'a thought', entries });
}

describe('an evaluation under a change', () => {
  it('judges by the set in force with the draft on it, and leaves what is in force alone', async () => {
    const before = await (await evaluate('')).text();
    const { id } = await drafted(ladder('0.02'));
    const tried = await decide(`?change=${id}`);
    expect(rateOf(tried)).toBe('0.02');
    expect(tried.policySet.versions).toContainEqual({ policy: POLICY, version: 2 });
    expect(await (await evaluate('')).text()).toBe(before);
  });

  it('has the decision, to the byte, that the change once in force would make', async () => {
    const { id } = await drafted(ladder('0.03'));
    const tried = await (await evaluate(`?change=${id}`)).text();
    await approveVersion(app.dataSource, {
      ...{ policy: POLICY, document: oneTier('0.03'), effectiveFrom: new Date('2024-10-24T11:00:00Z') },
      effectiveUntil: new Date('2024-10-25T00:00:00Z'),
    });
    await expect.poll(async () => rateOf(await decide('')), { timeout: 5000 }).toBe('0.03');
    const live = decisionResponse.parse(await (await evaluate('')).json());
    const { scopes, decisionId } = decisionResponse.parse(JSON.parse(tried));
    expect({ scopes, decisionId }).toEqual({ scopes: live.scopes, decisionId: live.decisionId });
  });

  it('never lends its number to the version that comes to say the same', async () => {
    const { id } = await drafted(ladder('0.06'));
    const query = '?asOf=2024-10-26T12:00:00Z';
    expect((await decide(`${query}&change=${id}`)).policySet.versions).toContainEqual({ policy: POLICY, version: 2 });
    await approveVersion(app.dataSource, {
      ...{ policy: POLICY, document: oneTier('0.06'), effectiveFrom: new Date('2024-10-26T11:00:00Z') },
      effectiveUntil: new Date('2024-10-27T00:00:00Z'),
    });
    await expect.poll(async () => rateOf(await decide(query)), { timeout: 5000 }).toBe('0.06');
    expect((await decide(query)).policySet.versions).toContainEqual({ policy: POLICY, version: 3 });
  });

  it('leaves out what the change ends, and what it only logs beside', async () => {
    const ended = await drafted(ladder('0', { policy: 'margin-tiers.DOGEUSDT', document: null }));
    // A contract without a ladder: the set does not pass its checks.
    const { errors } = await expectProblem(await evaluate(`?change=${ended.id}`), 'change_must_have_no_problems');
    expect(errors.length).toBeGreaterThan(0);
    const shadow = await drafted(ladder('0.09', { mode: 'shadow' }));
    expect(rateOf(await decide(`?change=${shadow.id}`))).toBe(rateOf(await decide('')));
  });

  it('refuses a draft whose documents have problems, with the problems', async () => {
    const broken = await drafted(ladder('0.2'));
    const { errors } = await expectProblem(await evaluate(`?change=${broken.id}`), 'change_must_have_no_problems');
    expect(errors[0]?.pointer).toContain(`/${POLICY}/document`);
  });

  it('takes the permission to read changes beside the one to evaluate', async () => {
    const { id } = await drafted(ladder('0.02'));
    await expectProblem(await evaluate(`?change=${id}`, app), 'permission_denied');
    // Neither whether there is such a change is told.
    await expectProblem(await evaluate(`?change=${randomUUID()}`, app), 'permission_denied');
    await expectProblem(await evaluate(`?change=${randomUUID()}`), 'change_not_found');
  });

  it('judges the question first: a body with problems is told so', async () => {
    const { id } = await drafted(ladder('0.02'));
    await expectProblem(await evaluate(`?change=${id}`, ada, { account: {} }), 'request_must_be_valid');
  });

  it('moves nothing: no decision of it is in the log', async () => {
    const { id } = await drafted(ladder('0.02'));
    const request = sampleEvaluation();
    const moved = {
      ...request,
      account: { ...request.account, state: { zones: { 'cross:USDT': 'margin-call' }, shortfalls: [] } },
    };
    const count = async (): Promise<unknown> => app.dataSource.query('select count(*) from decision_log');
    const before = await count();
    expect((await evaluate(`?change=${id}`, ada, moved)).status).toBe(200);
    expect(await count()).toEqual(before);
    expect((await evaluate('', ada, moved)).status).toBe(200);
    expect(await count()).not.toEqual(before);
  });
});

describe('an evaluation under a set', () => {
  it('judges by a set that is scheduled, by its hash, and by the one in force', async () => {
    const current = (await decide(`?asOf=2030-01-01T00:00:00Z`)).policySet.hash;
    expect((await decide(`?policySet=${current}`)).policySet.hash).toBe(current);
    await approveVersion(app.dataSource, {
      ...{ policy: POLICY, document: oneTier('0.04'), effectiveFrom: new Date(now + DAY) },
    });
    const set = (): Promise<unknown> => app.fetch(paths.currentPolicySet).then((answer) => answer.json());
    await expect.poll(set, { timeout: 5000 }).toMatchObject({ nextChangeAt: '2030-01-02T00:00:00Z' });
    const { id } = await drafted(ladder('0.04'));
    const { hash } = (await decide(`?change=${id}&asOf=2030-01-01T00:00:00Z`)).policySet;
    expect(hash).not.toBe(current);
    expect(rateOf(await decide(`?policySet=${hash}`, app))).toBe('0.04');
  });

  it('refuses a set that is on no timeline', async () => {
    await expectProblem(await evaluate(`?policySet=${'ab'.repeat(32)}`), 'policy_set_must_be_known');
  });

  it.each([
    ['two sets', `?change=x&policySet=${'ab'.repeat(32)}`, '/policySet'],
    ['a set and what was known when', `?policySet=${'ab'.repeat(32)}&recordedAt=2030-01-01T00:00:00Z`, '/recordedAt'],
  ])('refuses %s at once', async (_what, query, pointer) => {
    const { errors } = await expectProblem(await evaluate(query), 'query_must_be_valid');
    expect(errors).toMatchObject([{ code: 'policy_set_must_be_named_once', pointer }]);
  });
});
