import { fundDepositResource, impactReport, pathOf, paths, type ImpactReport } from '@backstop/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acted, draft } from '../../support/change-acts.ts';
import { bookAccount, bookLines, sendBook } from '../../support/sample-book.ts';
import type { SignedIn } from '../../support/sign-in.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

let app: TestApp;
let ada: SignedIn;

beforeAll(async () => {
  app = await startApp();
  ada = await app.signInAs('author');
  await deposited('10000');
  // At marks a quarter lower the long of one bitcoin loses 16,000.
  const sent = await sendBook(app.fetch, bookLines([bookAccount('poor', '4000'), bookAccount('rich', '90000')]));
  expect(sent.status).toBe(201);
});

afterAll(() => app.stop());

function posted(body: object): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** Two people pay into the fund. */
async function deposited(amount: string): Promise<void> {
  const path = pathOf(paths.fundDeposits, { id: 'USDT' });
  const asked = await ada.fetch(path, posted({ amount, reason: 'a start' }));
  const { id } = fundDepositResource.parse(await asked.json());
  const approver = await app.signInAs('approver');
  const approval = pathOf(paths.fundDepositApprove, { id: 'USDT', deposit: id });
  expect((await approver.fetch(approval, posted({}))).status).toBe(200);
}

async function compartments(): Promise<{ name: string; balanceFloor: string }[]> {
  const path = pathOf(paths.policyVersion, { id: 'insurance-fund.default', version: 1 });
  const { document } = (await (await ada.fetch(path)).json()) as {
    document: { compartments: { name: string; balanceFloor: string }[] };
  };
  return document.compartments;
}

async function impactOf(floor: string): Promise<ImpactReport> {
  const rows = (await compartments()).map((row) => (row.name === 'USDT' ? { ...row, balanceFloor: floor } : row));
  const entry = {
    ...{ policy: 'insurance-fund.default', title: 'Insurance fund', scope: { contracts: '*' } },
    document: { compartments: rows },
  };
  const drafted = await draft(ada, { reason: 'keep some back', entries: [entry] });
  const submitted = await acted(ada, 'changeSubmit', drafted);
  return impactReport.parse(submitted.evidence?.impact);
}

describe('the evidence of a change of the insurance fund', () => {
  it('says what the fund would pay, and what is left to others, before and after', async () => {
    const { shocks } = await impactOf('8000');
    const losses = shocks.find(({ shock }) => shock === '-0.25')?.losses;
    expect(losses?.before).toMatchObject([
      { asset: 'USDT', accounts: 1, deficit: '12000', fundDrawn: '10000', socialized: '0', uncovered: '2000' },
    ]);
    expect(losses?.after).toMatchObject([{ deficit: '12000', fundDrawn: '2000', uncovered: '10000' }]);
    expect(shocks[0]?.losses).toEqual({ before: [], after: [] });
  });
});
