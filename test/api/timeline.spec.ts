import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionResponse, pathOf, paths, type PolicyVersionSummary } from '@backstop/contracts';
import { oneTier } from '../support/ladder.ts';
import { approveVersion } from '../support/approve-version.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { sampleEvaluation } from '../support/sample-evaluation.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const POLICY = 'margin-tiers.BTCUSDT';
const DAY = 86_400_000;

let app: TestApp;
/** What the application takes for now; tests move it. */
let now = Date.parse('2030-01-01T00:00:00Z');

beforeAll(async () => {
  app = await startApp({ clock: () => now });
});

afterAll(() => app.stop());

function at(instant: number): Date {
  return new Date(instant);
}

/** The rate that a position is judged by as of an instant; null where it cannot be judged. */
async function rateAt(asOf: number, recordedAt?: number): Promise<string | null> {
  const recorded = recordedAt === undefined ? '' : `&recordedAt=${at(recordedAt).toISOString()}`;
  const response = await app.fetch(`${paths.evaluations}?asOf=${at(asOf).toISOString()}${recorded}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sampleEvaluation()),
  });
  expect(response.status).toBe(200);
  const { scopes } = decisionResponse.parse(await response.json());
  return scopes[0]?.positions[0]?.tier?.maintenanceMarginRate ?? null;
}

async function statuses(): Promise<[number, string][]> {
  const response = await app.fetch(`${pathOf(paths.policyVersions, { id: POLICY })}?order=asc`);
  const rows = (await response.json()) as PolicyVersionSummary[];
  return rows.map(({ version, status }) => [version, status]);
}

/** Longer than the service takes to notice an approval. */
async function untilNoticed(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 700));
}

describe('a further version', () => {
  const first = now + 10 * DAY;
  let change: string;

  it('is scheduled until its instant and decides from it on, inclusive', async () => {
    expect(await rateAt(now)).toBe('0.005');
    change = await approveVersion(app.dataSource, {
      policy: POLICY,
      document: oneTier('0.02'),
      effectiveFrom: at(first),
      effectiveUntil: at(first + 5 * DAY),
    });
    await untilNoticed();
    expect(await statuses()).toEqual([
      [1, 'active'],
      [2, 'scheduled'],
    ]);
    const set = await app.fetch(paths.currentPolicySet);
    expect(await set.json()).toMatchObject({ nextChangeAt: '2030-01-11T00:00:00Z' });
    expect(await rateAt(now)).toBe('0.005');

    now = first;
    expect(await rateAt(first - 1)).toBe('0.005');
    expect(await rateAt(first)).toBe('0.02');
    expect(await statuses()).toEqual([
      [1, 'superseded'],
      [2, 'active'],
    ]);
  });

  it('gives way again where its end comes', async () => {
    now = first + 5 * DAY;
    expect(await rateAt(now - 1)).toBe('0.02');
    expect(await rateAt(now)).toBe('0.005');
    expect(await statuses()).toEqual([
      [1, 'active'],
      [2, 'expired'],
    ]);
  });

  it('is nothing that had been known before it was approved', async () => {
    const [imported] = await app.dataSource.query<{ approved_at: Date }[]>(
      'select approved_at from change where approval_sequence = 1',
    );
    const knownThen = (imported?.approved_at.getTime() ?? 0) + 1;
    expect(await rateAt(first, knownThen)).toBe('0.005');
    expect(await rateAt(first, now)).toBe('0.02');
  });

  it('never decides while it is a shadow', async () => {
    await approveVersion(app.dataSource, {
      policy: POLICY,
      document: oneTier('0.03'),
      effectiveFrom: at(now),
      mode: 'shadow',
    });
    await untilNoticed();
    expect(await rateAt(now)).toBe('0.005');
    expect((await statuses()).at(-1)).toEqual([3, 'shadow']);
  });

  it('is gone from all time where its change is cancelled', async () => {
    await app.dataSource.query(`update change set status = 'cancelled', cancelled_at = now() where id = $1`, [change]);
    await untilNoticed();
    expect(await rateAt(first)).toBe('0.005');
    expect((await statuses())[1]).toEqual([2, 'cancelled']);
  });

  it('wins a tie of instants by the later approval', async () => {
    const tie = now + DAY;
    await approveVersion(app.dataSource, { policy: POLICY, document: oneTier('0.04'), effectiveFrom: at(tie) });
    await approveVersion(app.dataSource, { policy: POLICY, document: oneTier('0.05'), effectiveFrom: at(tie) });
    await untilNoticed();
    now = tie;
    expect(await rateAt(now)).toBe('0.05');
    expect((await statuses()).slice(-2)).toEqual([
      [4, 'superseded'],
      [5, 'active'],
    ]);
  });
});

describe('a set that does not pass its checks', () => {
  it('decides nothing, and the service says that it is not ready', async () => {
    const broken = now + DAY;
    await approveVersion(app.dataSource, { policy: POLICY, document: null, effectiveFrom: at(broken) });
    await untilNoticed();
    expect((await app.fetch(paths.ready)).status).toBe(200);
    now = broken;
    const { errors } = await expectProblem(await app.fetch(paths.ready), 'not_ready');
    expect(errors.length).toBeGreaterThan(0);
    const response = await app.fetch(paths.evaluations, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...sampleEvaluation(),
        market: { ...sampleEvaluation().market, asOf: at(now).toISOString() },
      }),
    });
    await expectProblem(response, 'policy_set_must_be_valid');
    // What was in force before still is sound.
    expect(await rateAt(now - 1)).toBe('0.05');
  });

  it('shows its policy as ended', async () => {
    const policy = await app.fetch(pathOf(paths.policy, { id: POLICY }));
    expect(await policy.json()).toMatchObject({ status: 'ended', version: 6, versions: 4 });
    expect((await statuses()).at(-1)).toEqual([6, 'active']);
  });
});
