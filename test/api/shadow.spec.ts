import { decisionResponse, paths, type DecisionResponse } from '@backstop/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveVersion } from '../support/approve-version.ts';
import { oneTier } from '../support/ladder.ts';
import { sampleEvaluation } from '../support/sample-evaluation.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const POLICY = 'margin-tiers.BTCUSDT';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

async function evaluate(query = ''): Promise<string> {
  const body = JSON.stringify(sampleEvaluation());
  const headers = { 'content-type': 'application/json' };
  const response = await app.fetch(`${paths.evaluations}${query}`, { method: 'POST', headers, body });
  expect(response.status).toBe(200);
  return response.text();
}

async function batch(): Promise<string> {
  const { market, account } = sampleEvaluation();
  const body = [{ market }, { account }].map((line) => `${JSON.stringify(line)}\n`).join('');
  const headers = { 'content-type': 'application/x-ndjson' };
  return (await app.fetch(paths.evaluationBatch, { method: 'POST', headers, body })).text();
}

interface Judgement {
  readonly decisionId: string;
  readonly shadows: unknown;
  readonly shadowOutcome: string;
  readonly scopes: readonly { readonly zone: string; readonly shadowZone: string }[];
  readonly judged: number;
  readonly moved: number;
}

/** What the log says of shadows, in order. */
function judgements(message = 'shadow judgement'): Judgement[] {
  const lines = app.logged.map((line) => JSON.parse(line) as Judgement & { message: string });
  return lines.filter((line) => line.message === message);
}

/** A shadow of the ladder from 2024-10-24T11:00Z on, which is before the sample's instant. */
async function cast(document: object | null, hour = 11): Promise<void> {
  const effectiveFrom = new Date(Date.UTC(2024, 9, 24, hour));
  const known = (): number => app.logged.filter((line) => line.includes('policy timeline read')).length;
  const before = known();
  await approveVersion(app.dataSource, { policy: POLICY, document, effectiveFrom, mode: 'shadow' });
  await expect.poll(known, { timeout: 5000 }).toBeGreaterThan(before);
}

describe('a policy in shadow', () => {
  let alone: string;
  let aloneInBatch: string;

  it('costs nothing and says nothing while there is none', async () => {
    [alone, aloneInBatch] = [await evaluate(), await batch()];
    expect(judgements()).toEqual([]);
  });

  it('leaves the live decision as it is, to the byte, and says beside it what it would have made of it', async () => {
    // At half of the notional as maintenance, the position cannot be held.
    await cast(oneTier('0.5', '1'));
    expect(await evaluate()).toBe(alone);
    const live = decisionResponse.parse(JSON.parse(alone) as DecisionResponse);
    expect(judgements()).toMatchObject([
      {
        decisionId: live.decisionId,
        shadows: [{ policy: POLICY, version: 2 }],
        shadowOutcome: 'breach',
        scopes: [
          { zone: 'healthy', shadowZone: 'liquidation' },
          { zone: 'healthy', shadowZone: 'healthy' },
        ],
        ...{ judged: 1, moved: 1 },
      },
    ]);
  });

  it('does the same for each line of a batch', async () => {
    expect(await batch()).toBe(aloneInBatch);
    expect(judgements().at(-1)).toMatchObject({ judged: 2, moved: 2 });
  });

  it('triggers nothing: no decision of it is logged', async () => {
    expect(await app.dataSource.query('select 1 from decision_log')).toEqual([]);
  });

  it('judges only instants at which it stands, by what is known now', async () => {
    const before = judgements().length;
    await evaluate('?asOf=2024-10-24T10:59:59Z');
    await evaluate(`?recordedAt=${new Date().toISOString()}`);
    expect(judgements()).toHaveLength(before);
  });

  it('is followed by the next shadow of its policy', async () => {
    await cast(oneTier('0.005', '100'), 12);
    expect(await evaluate()).toBe(alone);
    expect(judgements().at(-1)).toMatchObject({
      shadows: [{ version: 3 }],
      scopes: [{ zone: 'healthy', shadowZone: 'healthy' }, {}],
      ...{ judged: 3, moved: 2 },
    });
  });

  it('that makes no sound set is told to the log, and the decision stands', async () => {
    const before = judgements().length;
    const effectiveFrom = new Date(Date.UTC(2024, 9, 24, 11, 30));
    await approveVersion(app.dataSource, {
      ...{ policy: 'contract-specification.default', document: null, effectiveFrom, mode: 'shadow' },
    });
    await expect
      .poll(async () => (await evaluate(), judgements('shadow cannot judge').length), { timeout: 5000 })
      .toBeGreaterThan(0);
    expect(await evaluate()).toBe(alone);
    expect(judgements().length).toBeGreaterThanOrEqual(before);
  });
});
