import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  fundDepositResource,
  fundEntryResource,
  fundResource,
  fundStatement,
  pathOf,
  paths,
  type FundDepositResource,
} from '@backstop/contracts';
import { expectProblem } from '../support/expect-problem.ts';
import { asJson, payIn } from '../support/fund-acts.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;
let now: number;

beforeEach(async () => {
  now = Date.now();
  app = await startApp({ clock: () => now });
});

afterEach(() => app.stop());

const FUND = { id: 'USDT' };
const deposits = pathOf(paths.fundDeposits, FUND);

async function read<Resource>(path: string, schema: { parse: (json: unknown) => Resource }): Promise<Resource> {
  const response = await (await app.signInAs('viewer')).fetch(path);
  expect(response.status).toBe(200);
  return schema.parse(await response.json());
}

const fund = () => read(pathOf(paths.fund, FUND), fundResource);
const entries = (query = '') => read(pathOf(paths.fundEntries, FUND) + query, fundEntryResource.array());

async function ask(path: string, amount: string, headers: Record<string, string> = {}): Promise<Response> {
  return (await app.signInAs('author')).fetch(path, asJson({ amount, reason: 'why' }, headers));
}

async function asked(path: string, amount: string): Promise<FundDepositResource> {
  const response = await ask(path, amount);
  expect(response.status).toBe(201);
  return fundDepositResource.parse(await response.json());
}

describe('a compartment', () => {
  it('is there, and empty, as soon as a policy in force declares it', async () => {
    expect(await fund()).toMatchObject({
      ...{ id: 'USDT', asset: 'USDT', balance: '0', entries: 0, floor: '0', takesDeposits: true },
      policy: { policy: 'insurance-fund.default', version: 1 },
      today: { opening: '0', out: '0', closing: '0' },
    });
    const all = await read(paths.funds, fundResource.array());
    expect(all.map(({ id }) => id)).toContain('USDT');
    expect(await entries()).toEqual([]);
  });

  it('that nobody declares is not there', async () => {
    const viewer = await app.signInAs('viewer');
    for (const path of [paths.fund, paths.fundEntries, paths.fundStatements, paths.fundDeposits]) {
      await expectProblem(await viewer.fetch(pathOf(path, { id: 'NOPE' })), 'fund_not_found');
    }
    await expectProblem(await ask(pathOf(paths.fundDeposits, { id: 'NOPE' }), '1'), 'fund_not_found');
  });
});

describe('a deposit', () => {
  it('is in the balance once another person has approved it, and not before', async () => {
    const deposit = await asked(deposits, '1000.5');
    expect(deposit).toMatchObject({ amount: '1000.5', status: 'asked', decidedBy: null });
    expect((await fund()).balance).toBe('0');
    const approver = await app.signInAs('approver');
    const path = pathOf(paths.fundDepositApprove, { ...FUND, deposit: deposit.id });
    const approved = await approver.fetch(path, asJson({ comment: 'seen' }));
    expect(fundDepositResource.parse(await approved.json())).toEqual({
      ...deposit,
      ...{ status: 'approved', decidedBy: approver.person.id, decidedAt: deposit.askedAt, comment: 'seen' },
    });
    expect((await fund()).balance).toBe('1000.5');
    const [entry] = await entries();
    expect(entry).toMatchObject({
      ...{ sequence: 1, source: 'deposit', from: 'deposits', to: 'balance', amount: '1000.5', balance: '1000.5' },
      ...{ reference: deposit.id, account: null, recordedBy: approver.person.id },
    });
    await expectProblem(await approver.fetch(path, asJson({})), 'fund_deposit_must_be_undecided');
    expect(await entries()).toHaveLength(1);
    const acts = await app.dataSource.query<{ act: string }[]>(
      `select act from audit_entry where subject = 'fund:USDT' order by sequence`,
    );
    expect(acts).toEqual([{ act: 'fund_deposit.asked' }, { act: 'fund_deposit.approved' }]);
  });

  it('that is rejected never is in the balance', async () => {
    const { id } = await asked(deposits, '7');
    const approver = await app.signInAs('approver');
    const rejected = await approver.fetch(pathOf(paths.fundDepositReject, { ...FUND, deposit: id }), asJson({}));
    expect(await rejected.json()).toMatchObject({ status: 'rejected' });
    const path = pathOf(paths.fundDepositApprove, { ...FUND, deposit: id });
    await expectProblem(await approver.fetch(path, asJson({})), 'fund_deposit_must_be_undecided');
    expect(await entries()).toEqual([]);
    expect(await read(deposits, fundDepositResource.array())).toMatchObject([{ id, status: 'rejected' }]);
  });

  it('is never approved by who asked for it, whatever roles they hold', async () => {
    const author = await app.signInAs('abel');
    expect(author.person.roles).toEqual(['author', 'approver']);
    const response = await author.fetch(deposits, asJson({ amount: '7', reason: 'why' }));
    const { id } = fundDepositResource.parse(await response.json());
    const path = pathOf(paths.fundDepositApprove, { ...FUND, deposit: id });
    await expectProblem(await author.fetch(path, asJson({})), 'fund_deposit_must_be_decided_by_another');
    const decide = (by: string) =>
      app.dataSource.query(
        `update fund_deposit set status = 'approved', decided_by = $1, decided_at = now(), comment = ''`,
        [by],
      );
    await expect(decide(author.person.id)).rejects.toThrow('fund_deposit_must_be_decided_by_another');
    const viewer = await app.signInAs('viewer');
    await expect(decide(viewer.person.id)).rejects.toThrow('fund_deposit_must_be_decided_by_an_approver');
    expect(await entries()).toEqual([]);
  });

  it('is asked for once, however often its request is sent', async () => {
    const key = { 'idempotency-key': 'deposit-1' };
    const first = await ask(deposits, '5', key);
    const again = await ask(deposits, '5', key);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await again.json()).toEqual(await first.json());
    expect(await read(deposits, fundDepositResource.array())).toHaveLength(1);
  });

  it('of no whole number of units above zero is refused', async () => {
    for (const amount of ['0', '-1', '1e3', '0.0000000000000000001']) {
      await expectProblem(await ask(deposits, amount), 'request_must_be_valid');
    }
    expect(await read(deposits, fundDepositResource.array())).toEqual([]);
  });

  it('that is not there is not decided about', async () => {
    const approver = await app.signInAs('approver');
    for (const deposit of ['nothing', '00000000-0000-4000-8000-000000000000']) {
      const path = pathOf(paths.fundDepositApprove, { ...FUND, deposit });
      await expectProblem(await approver.fetch(path, asJson({})), 'fund_deposit_not_found');
    }
  });
});

describe('an opening balance', () => {
  const opening = pathOf(paths.fundOpening, FUND);

  it('is taken over once, into an empty compartment, under four eyes', async () => {
    const { kind, amount } = await payIn(app, 'USDT', '250000', paths.fundOpening);
    expect([kind, amount]).toEqual(['opening', '250000']);
    expect(await entries()).toMatchObject([{ source: 'opening', from: 'opening', to: 'balance', balance: '250000' }]);
    await expectProblem(await ask(opening, '1'), 'fund_must_be_empty');
  });

  it('is not asked for twice, nor taken over where something came in meanwhile', async () => {
    const { id } = await asked(opening, '10');
    await expectProblem(await ask(opening, '10'), 'fund_must_be_empty');
    await payIn(app, 'USDT', '3');
    const approver = await app.signInAs('approver');
    const path = pathOf(paths.fundDepositApprove, { ...FUND, deposit: id });
    await expectProblem(await approver.fetch(path, asJson({})), 'fund_must_be_empty');
    expect((await fund()).balance).toBe('3');
  });
});

describe('statements', () => {
  it('close: opening + in − out = closing, and each day opens as the one before closed', async () => {
    // Ten minutes before a day ends, so that sessions outlive it.
    now = Math.floor(now / 86_400_000) * 86_400_000 - 600_000;
    await payIn(app, 'USDT', '100', paths.fundOpening);
    now += 1_200_000;
    await payIn(app, 'USDT', '20.25');
    await payIn(app, 'USDT', '0.75');
    await draw('40', 'loss-1');
    now += 3 * 86_400_000;
    await draw('1', 'loss-2');
    const path = pathOf(paths.fundStatements, FUND);
    const days = await read(path, fundStatement.array());
    expect(days.map(({ opening, out, closing }) => [opening, out, closing])).toEqual([
      ['0', '0', '100'],
      ['100', '40', '81'],
      ['81', '1', '80'],
    ]);
    expect(days[1]?.in).toEqual({ opening: '0', deposits: '21', surplus: '0', fees: '0', positions: '0' });
    expect((await fund()).today).toEqual(days[2]);
    const first = await (await app.signInAs('viewer')).fetch(`${path}?limit=2`);
    expect(await first.json()).toEqual(days.slice(0, 2));
    const [, next = ''] = /<([^>]+)>/.exec(first.headers.get('link') ?? '') ?? [];
    expect(await read(next, fundStatement.array())).toEqual(days.slice(2));
    expect(await entries('?after=3&limit=1')).toMatchObject([{ sequence: 4, source: 'draw', balance: '81' }]);
  });
});

/** What a loss books, by itself. */
async function draw(amount: string, reference: string): Promise<void> {
  await app.dataSource.query(
    `insert into fund_entry (compartment_id, sequence, at, source, from_account, to_account, units, balance, reference, recorded_by)
     select 'USDT', 1, $1, 'draw', 'balance', 'losses', $2::numeric * 10 ^ precision, 0, $3, 'key:test'
     from fund_compartment where id = 'USDT'`,
    [new Date(now), amount, reference],
  );
}
