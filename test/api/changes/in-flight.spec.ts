import { decisionResponse, paths } from '@backstop/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acted, digestOf, draft } from '../../support/change-acts.ts';
import { loosened } from '../../support/moved-ladder.ts';
import { sampleEvaluation } from '../../support/sample-evaluation.ts';
import { signIn, type SignedIn } from '../../support/sign-in.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

let app: TestApp;
let beside: TestApp;
let ada: SignedIn;
let piet: SignedIn;

beforeAll(async () => {
  app = await startApp();
  beside = await startApp({ beside: app });
  ada = await signIn(app.url, 'ada');
  // Approves through the other application.
  piet = await signIn(beside.url, 'piet');
});

afterAll(async () => {
  await beside.stop();
  await app.stop();
});

/** By which set an account was judged as of an instant, and by which rates. */
async function decide({ fetch }: TestApp, asOf: number): Promise<{ readonly hash: string; readonly rates: string }> {
  const response = await fetch(`${paths.evaluations}?asOf=${new Date(asOf).toISOString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sampleEvaluation()),
  });
  expect(response.status).toBe(200);
  const { policySet, scopes } = decisionResponse.parse(await response.json());
  const rates = scopes.flatMap(({ positions }) => positions.map(({ tier }) => tier?.maintenanceMarginRate));
  return { hash: policySet.hash, rates: rates.join(' ') };
}

describe('a change takes effect at one instant, together or not at all', () => {
  it(
    'evaluations at every instant, in two applications, see the whole set before or the whole set after',
    { timeout: 60_000 },
    async () => {
      const policies = ['margin-tiers.BTCUSDT', 'margin-tiers.ETHUSDT', 'margin-tiers.UNIUSDT', 'margin-tiers.ETCUSDT'];
      const before = await decide(app, Date.now());
      const entries = await Promise.all(policies.map((policy) => loosened(ada, policy)));
      const drafted = await draft(ada, { reason: 'together', entries, effectiveFrom: soon() });
      const submitted = await acted(ada, 'changeSubmit', drafted);
      const approved = await acted(piet, 'changeApprove', submitted, { digest: digestOf(submitted) });
      const from = Date.parse(approved.effectiveFrom ?? '');
      const seen = new Map<string, Set<string>>();
      while (Date.now() < from + 500) {
        const asOf = Date.now();
        const decisions = await Promise.all([decide(app, asOf), decide(beside, asOf)]);
        for (const { hash, rates } of decisions) {
          expect(hash === before.hash).toBe(asOf < from);
          seen.set(hash, (seen.get(hash) ?? new Set()).add(rates));
        }
      }
      expect([...seen.keys()]).toHaveLength(2);
      expect([...seen.values()].map((rates) => rates.size)).toEqual([1, 1]);
      for (const each of [app, beside]) {
        expect((await decide(each, from - 1)).hash).toBe(before.hash);
        expect((await decide(each, from)).hash).not.toBe(before.hash);
      }
    },
  );

  it('a batch in flight uses the one set that it began with', { timeout: 60_000 }, async () => {
    const submitted = await acted(
      ada,
      'changeSubmit',
      await draft(ada, {
        reason: 'meanwhile',
        effectiveFrom: soon(),
        entries: [await loosened(ada, 'margin-tiers.ATOMUSDT')],
      }),
    );
    const approved = await acted(piet, 'changeApprove', submitted, { digest: digestOf(submitted) });
    const from = Date.parse(approved.effectiveFrom ?? '');
    const { account, market } = sampleEvaluation();
    const lines = async function* (): AsyncGenerator<Uint8Array> {
      const encode = (line: object): Uint8Array => new TextEncoder().encode(`${JSON.stringify(line)}\n`);
      yield encode({ market });
      while (Date.now() < from + 300) {
        yield encode({ account });
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    const response = await app.fetch(paths.evaluationBatch, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: lines() as unknown as BodyInit,
      duplex: 'half',
    } as RequestInit);
    const answers = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { decision?: { policySet: { hash: string } } });
    const hashes = new Set(
      answers.flatMap(({ decision }) => (decision === undefined ? [] : [decision.policySet.hash])),
    );
    expect(answers.length).toBeGreaterThan(5);
    expect(hashes.size).toBe(1);
    expect(hashes).not.toContain((await decide(app, Date.now())).hash);
  });
});

/** Time for a submission and an approval, even where neither service has judged anything yet. */
function soon(): string {
  return new Date(Date.now() + 10_000).toISOString();
}
