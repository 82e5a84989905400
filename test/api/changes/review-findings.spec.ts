import { pathOf, paths, policyVersionResource, type ChangeResource } from '@backstop/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { act, acted, digestOf, draft, edit, read, type ActAnswer } from '../../support/change-acts.ts';
import { expectProblem } from '../../support/expect-problem.ts';
import { loosened, raised } from '../../support/moved-ladder.ts';
import { signIn, type SignedIn } from '../../support/sign-in.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const HOUR = 3_600_000;

let app: TestApp;
let ada: SignedIn;
let piet: SignedIn;
let abel: SignedIn;
let emma: SignedIn;
let now = Date.now();
let signedInAt = -Infinity;

beforeAll(async () => {
  app = await startApp({ clock: () => now });
});

afterAll(() => app.stop());

/** Sessions end while the clock is moved by hours. */
beforeEach(async () => {
  if (now - signedInAt < 4 * HOUR) return;
  signedInAt = now;
  [ada, piet] = [await signIn(app.url, 'ada'), await signIn(app.url, 'piet')];
  [abel, emma] = [await signIn(app.url, 'abel'), await signIn(app.url, 'emma')];
});

function instant(inMilliseconds: number): string {
  return new Date(now + inMilliseconds).toISOString();
}

async function submit(entries: readonly object[], beside: object = {}, by = ada): Promise<ChangeResource> {
  return acted(by, 'changeSubmit', await draft(by, { reason: 'a test', entries, ...beside }));
}

function post(path: string, body: object, by = ada): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return by.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** What a draft is refused with: the code and place of each mistake. */
async function mistakesOf(body: object): Promise<string[]> {
  const { errors } = await expectProblem(await post(paths.changes, body), 'request_must_be_valid');
  return errors.map(({ code, pointer }) => `${code} ${pointer}`);
}

function codeOf({ problem }: ActAnswer): string | undefined {
  return problem?.code;
}

describe('the span of a change', () => {
  it('that ends as it begins, or before, is no draft', async () => {
    for (const effectiveUntil of [instant(HOUR), instant(HOUR - 1)]) {
      expect(await mistakesOf({ effectiveFrom: instant(HOUR), effectiveUntil })).toEqual([
        'change_must_end_after_it_begins /effectiveUntil',
      ]);
    }
    await draft(ada, { effectiveFrom: instant(HOUR), effectiveUntil: instant(HOUR + 1) });
  });

  it('is compared with the side that an edit leaves as it is', async () => {
    const drafted = await draft(ada, { effectiveFrom: instant(HOUR) });
    const refused = await edit(ada, drafted, { effectiveUntil: instant(HOUR) });
    expect(refused).toMatchObject({ status: 422, problem: { errors: [{ code: 'change_must_end_after_it_begins' }] } });
    const edited = await edit(ada, drafted, { effectiveUntil: instant(2 * HOUR) });
    expect(edited.status).toBe(200);
    const moved = await edit(ada, edited.change ?? drafted, { effectiveFrom: instant(2 * HOUR) });
    expect(moved).toMatchObject({ status: 422, problem: { errors: [{ code: 'change_must_end_after_it_begins' }] } });
  });

  it('that is over before its notice is kept is not submitted', async () => {
    const entries = [await raised(ada, 'margin-tiers.BTCUSDT')];
    const drafted = await draft(ada, { reason: 'for an hour', entries, effectiveUntil: instant(HOUR) });
    expect(codeOf(await act(ada, 'changeSubmit', drafted))).toBe('change_must_end_after_it_begins');
  });

  it('that is over when the last approval is given is not approved', async () => {
    const until = { effectiveUntil: instant(HOUR) };
    const submitted = await submit([await loosened(emma, 'margin-tiers.BTCUSDT')], until, emma);
    const digest = digestOf(submitted);
    const one = await acted(piet, 'changeApprove', submitted, { digest });
    expect(one.missing?.approvals).toBe(1);
    now += HOUR - 3000;
    expect(codeOf(await act(abel, 'changeApprove', one, { digest }))).toBe('change_must_end_after_it_begins');
    expect((await read(piet, submitted.id)).phase).toBe('submitted');
  });

  it('that is over when an emergency begins is not activated', async () => {
    const until = { effectiveUntil: instant(HOUR) };
    const submitted = await submit([await loosened(emma, 'margin-tiers.BTCUSDT')], until, emma);
    now += HOUR;
    const answer = await act(emma, 'changeEmergency', submitted, { digest: digestOf(submitted), reason: 'now' });
    expect(codeOf(answer)).toBe('change_must_end_after_it_begins');
  });
});

/** Does something once the act that is begun waits for the audit, which is written last. */
async function beforeCommit<Result>(begin: () => Promise<Result>, meanwhile: () => void): Promise<Result> {
  const runner = app.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query('lock table audit_entry in exclusive mode');
  const begun = begin();
  for (let waits = 0; waits === 0;) {
    const rows = (await runner.query(
      `select count(*)::int as waits from pg_locks where not granted and relation = 'audit_entry'::regclass`,
    )) as { waits: number }[];
    waits = rows[0]?.waits ?? 0;
  }
  meanwhile();
  await runner.rollbackTransaction();
  await runner.release();
  return begun;
}

describe('what is written too late to be known everywhere', () => {
  it('is no cancellation, neither when it is asked for nor when it is written', async () => {
    const entries = [await loosened(ada, 'margin-tiers.ETHUSDT')];
    const submitted = await submit(entries, { effectiveFrom: instant(HOUR) });
    const scheduled = await acted(piet, 'changeApprove', submitted, { digest: digestOf(submitted) });
    const begins = Date.parse(scheduled.effectiveFrom ?? '');
    now = begins - 2000;
    const late = await beforeCommit(
      () => act(piet, 'changeCancel', scheduled),
      () => (now += 1),
    );
    expect(codeOf(late)).toBe('change_must_not_have_begun');
    expect(codeOf(await act(piet, 'changeCancel', scheduled))).toBe('change_must_not_have_begun');
    expect((await read(piet, scheduled.id)).phase).toBe('scheduled');
    now = begins - 2000;
    expect((await acted(piet, 'changeCancel', scheduled)).phase).toBe('cancelled');
  });

  it('is no confirmation; until then its versions say when they end', async () => {
    const policy = 'margin-tiers.SOLUSDT';
    const submitted = await submit([await loosened(emma, policy)], {}, emma);
    const active = await acted(emma, 'changeEmergency', submitted, { digest: digestOf(submitted), reason: 'now' });
    const expiresAt = active.emergency?.expiresAt ?? '';
    now += 5000;
    const version = active.entries[0]?.version ?? 0;
    const shown = async () => {
      const answer = await app.fetch(pathOf(paths.policyVersion, { id: policy, version }));
      return policyVersionResource.parse(await answer.json());
    };
    const emergency = { expiresAt, confirmed: false };
    expect(await shown()).toMatchObject({ status: 'active', effectiveUntil: expiresAt, emergency });
    now = Date.parse(expiresAt) - 2000;
    const late = await beforeCommit(
      () => act(piet, 'changeConfirm', active),
      () => (now += 1),
    );
    expect(codeOf(late)).toBe('emergency_must_not_have_expired');
    expect(codeOf(await act(piet, 'changeConfirm', active))).toBe('emergency_must_not_have_expired');
    now += 2000;
    expect(await shown()).toMatchObject({ status: 'expired', effectiveUntil: expiresAt, emergency });
    now -= 2001;
    await acted(piet, 'changeConfirm', active);
    expect(await shown()).toMatchObject({ status: 'active', effectiveUntil: null, emergency: { confirmed: true } });
  });
});

describe('an approval', () => {
  it.each(['disabled_at = now()', `roles = '{viewer}'`])('counts no longer after %s', async (columns) => {
    const submitted = await submit([await raised(ada, 'margin-tiers.XRPUSDT')]);
    const digest = digestOf(submitted);
    const one = await acted(piet, 'changeApprove', submitted, { digest });
    expect(one).toMatchObject({ missing: { approvals: 1 }, reviews: [{ counts: true }] });
    await app.dataSource.query(`update person set ${columns} where id = $1`, [piet.person.id]);
    expect(await read(ada, one.id)).toMatchObject({ missing: { approvals: 2 }, reviews: [{ counts: false }] });
    const two = await acted(abel, 'changeApprove', one, { digest });
    expect(two).toMatchObject({ phase: 'submitted', missing: { approvals: 1 } });
    await app.dataSource.query(`update person set disabled_at = null, roles = '{viewer, approver}' where id = $1`, [
      piet.person.id,
    ]);
    expect((await read(ada, one.id)).missing?.approvals).toBe(0);
    await acted(ada, 'changeWithdraw', two);
  });
});

describe('what a draft names', () => {
  it('is a version that was approved', async () => {
    const entry = await loosened(ada, 'margin-tiers.BTCUSDT');
    expect(await mistakesOf({ entries: [{ ...entry, base: 99 }] })).toEqual(['unknown_version /entries/0/base']);
    const [tooMuch, ...others] = await mistakesOf({ entries: [{ ...entry, base: 2 ** 31 }] });
    expect(tooMuch).toMatch(/ \/entries\/0\/base$/);
    expect(others).toEqual([]);
    const drafted = await draft(ada, { entries: [{ ...entry, base: 1 }] });
    const edited = await edit(ada, drafted, { entries: [{ ...entry, base: 2 }] });
    expect(edited).toMatchObject({ status: 422, problem: { errors: [{ code: 'unknown_version' }] } });
  });

  it('is people', async () => {
    const nobody = ['piet', '00000000-0000-4000-8000-000000000000'];
    expect(await mistakesOf({ requestedApprovers: [piet.person.id, ...nobody] })).toEqual([
      'unknown_person /requestedApprovers/1',
      'unknown_person /requestedApprovers/2',
    ]);
    const edited = await edit(ada, await draft(ada, {}), { requestedApprovers: ['piet'] });
    expect(edited).toMatchObject({ status: 422, problem: { errors: [{ code: 'unknown_person' }] } });
  });

  it('is an instant at which something was in force', async () => {
    await expectProblem(await post(paths.changeRollBack, { asOf: '2009-01-03T00:00:00Z' }), 'no_policy_set_in_force');
  });
});
