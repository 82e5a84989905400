import type { ChangeResource } from '@backstop/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verified } from '../../support/audited-app.ts';
import { act, acted, digestOf, draft, edit, read, type ActAnswer, type ActPath } from '../../support/change-acts.ts';
import { cuttingRelay, type CuttingRelay } from '../../support/cutting-relay.ts';
import { databaseState, type DatabaseState } from '../../support/database-state.ts';
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database.ts';
import { loosened, raised } from '../../support/moved-ladder.ts';
import { signIn, type SignedIn } from '../../support/sign-in.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

let database: FreshDatabase;
let relay: CuttingRelay;
let state: DatabaseState;
let app: TestApp;
let ada: SignedIn;
let abel: SignedIn;
let piet: SignedIn;
let emma: SignedIn;
let now = Date.now();

beforeAll(async () => {
  database = await freshDatabase('shipped');
  relay = await cuttingRelay(database.url);
  state = await databaseState(database.url);
  app = await startApp({ beside: { databaseUrl: relay.url }, clock: () => now });
  ada = await signIn(app.url, 'ada');
  abel = await signIn(app.url, 'abel');
  piet = await signIn(app.url, 'piet');
  emma = await signIn(app.url, 'emma');
});

afterAll(async () => {
  await app.stop();
  await relay.stop();
  await state.stop();
  await database.drop();
});

/**
 * Does an act again and again, cut after its first statement, after its second, and so on. Until its transaction is
 * committed nothing of it may be there, and the same act must still be possible; gives back its statements.
 */
async function cutEverywhere(attempt: () => Promise<ActAnswer>): Promise<readonly string[]> {
  const before = await state.read();
  for (let after = 1; ; after += 1) {
    const armed = relay.cutAfter(after);
    const answer = await attempt();
    armed.disarm();
    await state.quiet();
    expect({ isCut: armed.isCut(), seen: armed.seen().length }).toEqual({ isCut: true, seen: after });
    // Nobody told the service what came of it, so it does not say that it went well.
    expect(answer.status).toBeGreaterThanOrEqual(500);
    const isCommitted = armed.seen().at(-1) === 'COMMIT';
    if (isCommitted) {
      expect(await state.read()).not.toEqual(before);
      return armed.seen();
    }
    expect(await state.read()).toEqual(before);
  }
}

/** The acts of a change that the audit tells, in order. */
async function told({ id }: ChangeResource): Promise<string[]> {
  const rows = await state.query<{ act: string }>('select act from audit_entry where subject = $1 order by sequence', [
    `change:${id}`,
  ]);
  return rows.map((row) => row.act);
}

async function versionsOf({ id }: ChangeResource): Promise<string[]> {
  const rows = await state.query<{ policy_id: string }>(
    'select policy_id from policy_version where change_id = $1 order by policy_id',
    [id],
  );
  return rows.map((row) => row.policy_id);
}

/** Does the very same once more: whoever was not told what came of it is told that it is done. */
async function isToldThatItIsDone(by: SignedIn, path: ActPath, change: ChangeResource, body: object): Promise<void> {
  expect(await act(by, path, change, body)).toMatchObject({
    status: 412,
    problem: { code: 'if_match_must_be_current' },
  });
}

async function chainHolds(): Promise<void> {
  expect(await verified(app)).toMatchObject({ ok: true, fault: null });
}

describe('killed between any two statements, nothing of an act is there, or all of it', () => {
  it('an approval that puts several policies on the timeline', { timeout: 60_000 }, async () => {
    const entries = [await loosened(ada, 'margin-tiers.BTCUSDT'), await loosened(ada, 'margin-tiers.ETHUSDT')];
    const submitted = await acted(ada, 'changeSubmit', await draft(ada, { reason: 'both', entries }));
    const body = { digest: digestOf(submitted) };
    const statements = await cutEverywhere(() => act(piet, 'changeApprove', submitted, body));
    expect(statements.filter((text) => /insert into "?policy_version/i.test(text))).toHaveLength(2);
    expect(await read(piet, submitted.id)).toMatchObject({ phase: 'scheduled', reviews: [{ by: piet.person.id }] });
    expect(await versionsOf(submitted)).toEqual(['margin-tiers.BTCUSDT', 'margin-tiers.ETHUSDT']);
    expect(await told(submitted)).toEqual(['change.created', 'change.submitted', 'change.approved']);
    await isToldThatItIsDone(piet, 'changeApprove', submitted, body);
    await chainHolds();
  });

  it('an approval that is not the last', { timeout: 60_000 }, async () => {
    const entries = [await raised(ada, 'margin-tiers.SOLUSDT')];
    const submitted = await acted(ada, 'changeSubmit', await draft(ada, { reason: 'wilder', entries }));
    const body = { digest: digestOf(submitted) };
    await cutEverywhere(() => act(piet, 'changeApprove', submitted, body));
    const one = await read(piet, submitted.id);
    expect(one).toMatchObject({ phase: 'submitted', missing: { approvals: 1 }, reviews: [{ by: piet.person.id }] });
    await isToldThatItIsDone(piet, 'changeApprove', submitted, body);
    expect((await acted(abel, 'changeApprove', one, body)).phase).toBe('scheduled');
  });

  it('a submission', { timeout: 60_000 }, async () => {
    const drafted = await draft(ada, { reason: 'calmer', entries: [await loosened(ada, 'margin-tiers.XRPUSDT')] });
    await cutEverywhere(() => act(ada, 'changeSubmit', drafted));
    const submitted = await read(ada, drafted.id);
    expect(submitted).toMatchObject({ phase: 'submitted', evidence: { problems: [] } });
    expect(await told(drafted)).toEqual(['change.created', 'change.submitted']);
    await isToldThatItIsDone(ada, 'changeSubmit', drafted, {});
    expect((await acted(piet, 'changeApprove', submitted, { digest: digestOf(submitted) })).phase).toBe('scheduled');
  });

  it('an edit that voids an approval', { timeout: 60_000 }, async () => {
    const entries = [await raised(ada, 'margin-tiers.ADAUSDT')];
    const submitted = await acted(ada, 'changeSubmit', await draft(ada, { reason: 'first', entries }));
    const one = await acted(piet, 'changeApprove', submitted, { digest: digestOf(submitted) });
    const other = [await raised(ada, 'margin-tiers.DOGEUSDT')];
    await cutEverywhere(() => edit(ada, one, { reason: 'second', entries: other }));
    const edited = await read(ada, one.id);
    expect(edited).toMatchObject({ phase: 'draft', submission: null, entries: [{ policy: 'margin-tiers.DOGEUSDT' }] });
    expect((await edit(ada, one, { reason: 'second', entries: other })).status).toBe(412);
  });

  it('an emergency that calls off what was scheduled, and its confirmation', { timeout: 60_000 }, async () => {
    const policy = 'margin-tiers.LINKUSDT';
    const entries = [await raised(ada, policy)];
    const planned = await acted(ada, 'changeSubmit', await draft(ada, { reason: 'planned', entries }));
    const one = await acted(piet, 'changeApprove', planned, { digest: digestOf(planned) });
    const scheduled = await acted(abel, 'changeApprove', one, { digest: digestOf(planned) });
    expect(scheduled.phase).toBe('scheduled');
    const urgent = await draft(emma, { reason: 'it closes accounts', entries: [await loosened(emma, policy)] });
    const submitted = await acted(emma, 'changeSubmit', urgent);
    const body = { digest: digestOf(submitted), reason: 'now' };
    await cutEverywhere(() => act(emma, 'changeEmergency', submitted, body));
    const active = await read(emma, submitted.id);
    expect(active).toMatchObject({ phase: 'scheduled', emergency: { by: emma.person.id, confirmed: null } });
    expect((await read(emma, scheduled.id)).phase).toBe('cancelled');
    expect((await told(scheduled)).at(-1)).toBe('change.cancelled');
    await isToldThatItIsDone(emma, 'changeEmergency', submitted, body);
    await cutEverywhere(() => act(piet, 'changeConfirm', active));
    expect((await read(piet, active.id)).emergency?.confirmed).toMatchObject({ by: piet.person.id });
    await isToldThatItIsDone(piet, 'changeConfirm', active, {});
    await chainHolds();
  });

  it('a cancellation', { timeout: 60_000 }, async () => {
    const from = new Date(now + 3_600_000).toISOString();
    const entries = [await loosened(ada, 'margin-tiers.LTCUSDT'), await loosened(ada, 'margin-tiers.BNBUSDT')];
    const drafted = await draft(ada, { reason: 'later', entries, effectiveFrom: from });
    const submitted = await acted(ada, 'changeSubmit', drafted);
    const scheduled = await acted(piet, 'changeApprove', submitted, { digest: digestOf(submitted) });
    await cutEverywhere(() => act(piet, 'changeCancel', scheduled));
    expect((await read(piet, scheduled.id)).phase).toBe('cancelled');
    expect((await told(scheduled)).slice(-2)).toEqual(['change.approved', 'change.cancelled']);
    await isToldThatItIsDone(piet, 'changeCancel', scheduled, {});
    now += 3_700_000;
    expect((await read(piet, scheduled.id)).phase).toBe('cancelled');
  });

  it('a rejection, and a withdrawal', { timeout: 60_000 }, async () => {
    const entries = [await loosened(ada, 'margin-tiers.TRXUSDT')];
    const submitted = await acted(ada, 'changeSubmit', await draft(ada, { reason: 'why not', entries }));
    const body = { digest: digestOf(submitted), comment: 'why?' };
    await cutEverywhere(() => act(piet, 'changeReject', submitted, body));
    const rejected = await read(piet, submitted.id);
    expect(rejected).toMatchObject({ phase: 'rejected', reviews: [{ verdict: 'reject' }] });
    await isToldThatItIsDone(piet, 'changeReject', submitted, body);
    await cutEverywhere(() => act(ada, 'changeWithdraw', rejected));
    expect((await read(ada, rejected.id)).phase).toBe('withdrawn');
    await chainHolds();
  });
});
