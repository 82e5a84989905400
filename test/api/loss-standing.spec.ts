import { lossResource, lossStanding, paths } from '@backstop/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem } from '../support/expect-problem.ts';
import { asJson, payIn } from '../support/fund-acts.ts';
import { sampleLoss, winner } from '../support/sample-loss.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  await payIn(app, 'USDT', '100');
});

afterAll(() => app.stop());

async function ask(body: unknown, account: string) {
  const viewer = await app.signInAs('viewer');
  const response = await viewer.fetch(`${paths.lossStanding}?account=${account}`, asJson(body));
  expect(response.status).toBe(200);
  return lossStanding.parse(await response.json());
}

/** What an account bears of a deficit, in a run that is undone. */
async function shareOf(account: string, amount: string): Promise<string> {
  const response = await app.fetch(`${paths.losses}?dryRun=true`, asJson(sampleLoss(amount)));
  const { allocations } = lossResource.parse(await response.json());
  return allocations.find((row) => row.account === account)?.amount ?? '0';
}

/** A short that gains at 64,000, entered at a price, on so much. */
function short(id: string, entryPrice: string, accountValue: string): object {
  const position = { scope: 'cross:USDT:net', size: '-1', entryPrice, accountValue, notional: '64000' };
  return { ...winner(id, '1000'), accountValue, notional: '64000', positions: [position] };
}

describe('where an account stands', () => {
  it('is the deficit from which on it bears something: what the fund pays, and then its first unit', async () => {
    const { deficit, isCandidate, adl } = await ask(sampleLoss('1'), 'a');
    expect({ isCandidate, adl }).toEqual({ isCandidate: true, adl: [] });
    const from = deficit.touchedFrom ?? '';
    expect(from).toMatch(/^100\.0/);
    expect(Number(await shareOf('a', from))).toBeGreaterThan(0);
    expect(await shareOf('a', '100')).toBe('0');
  });

  it('is its rank in the queue, the size that touches it and the leverage that would spare it', async () => {
    const loss = {
      ...sampleLoss('1', { candidates: [short('far', '70000', '8000'), short('near', '65000', '64000')] }),
      openPosition: { size: '0.5', closePrice: '63500' },
    };
    const [first] = (await ask(loss, 'far')).adl;
    expect(first).toMatchObject({ rank: 1, lotsBefore: '0', touchedFromSize: '0.00000001' });
    expect(Number(first?.outAtLeverage)).toBeLessThan(8);
    const [second] = (await ask(loss, 'near')).adl;
    expect(second).toMatchObject({ rank: 2, touchedFromSize: '1.00000001', outAtLeverage: null });
  });

  it('is nowhere for an account that is no candidate', async () => {
    expect(await ask(sampleLoss('1'), 'stranger')).toEqual({
      ...{ account: 'stranger', isCandidate: false, adl: [] },
      deficit: { asset: 'USDT', touchedFrom: null },
    });
  });

  it('stores nothing, and refuses what a run refuses', async () => {
    const viewer = await app.signInAs('viewer');
    expect(await (await viewer.fetch(paths.losses)).json()).toEqual([]);
    await expectProblem(await viewer.fetch(paths.lossStanding, asJson(sampleLoss('1'))), 'query_must_be_valid');
    const unknown = sampleLoss('1', { contract: 'NOSUCH' });
    await expectProblem(
      await viewer.fetch(`${paths.lossStanding}?account=a`, asJson(unknown)),
      'request_must_be_valid',
    );
  });
});
