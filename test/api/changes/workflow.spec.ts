import { paths, pathOf, noticeDocument, policyVersionResource, type ChangeResource } from '@backstop/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { act, acted, digestOf, draft, edit, read } from '../../support/change-acts.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { signIn, type SignedIn } from '../../support/sign-in.ts';

const POLICY = 'margin-tiers.BTCUSDT';

let app: TestApp;
let ada: SignedIn;
let abel: SignedIn;
let piet: SignedIn;
let now = Date.parse('2026-06-01T00:00:00Z');

beforeAll(async () => {
  app = await startApp({ clock: () => now });
  await signAllIn();
});

/** Sessions end while the clock is moved by hours. */
async function signAllIn(): Promise<void> {
  [ada, abel, piet] = [await signIn(app.url, 'ada'), await signIn(app.url, 'abel'), await signIn(app.url, 'piet')];
}

afterAll(() => app.stop());

interface Tier {
  maintenanceMarginRate: string;
  maintenanceDeduction: string | null;
}

function rate({ maintenanceMarginRate }: Tier, change: (was: number) => number): string {
  return change(Number(maintenanceMarginRate)).toFixed(6);
}

/** The ladder in force with its first maintenance rate multiplied. */
async function ladderWith(change: (tiers: Tier[]) => void, policy = POLICY) {
  const rows = (await (await app.fetch(`${pathOf(paths.policyVersions, { id: policy })}?limit=100`)).json()) as {
    version: number;
    status: string;
  }[];
  const current = rows.find(({ status }) => status === 'active');
  const path = pathOf(paths.policyVersion, { id: policy, version: current?.version ?? 1 });
  const version = policyVersionResource.parse(await (await app.fetch(path)).json());
  const document = version.document as { tiers: Tier[] };
  change(document.tiers);
  // What tiers state of their own deduction follows from the rates.
  for (const tier of document.tiers) tier.maintenanceDeduction = null;
  return { policy, title: version.title, scope: version.scope, document };
}

async function loosening(reason = 'BTC is calmer than it was', policy = POLICY): Promise<ChangeResource> {
  const entry = await ladderWith((tiers) => {
    const first = tiers[0];
    if (first !== undefined) first.maintenanceMarginRate = rate(first, (was) => was - 0.0001);
  }, policy);
  return draft(ada, { reason, entries: [entry] });
}

async function setHash(): Promise<string> {
  const set = (await (await app.fetch(paths.currentPolicySet)).json()) as { hash: string };
  return set.hash;
}

describe('a change from draft to in force', () => {
  it('takes effect by the approval of another, after its notice, and not before', async () => {
    const before = await setHash();
    const drafted = await loosening();
    expect(drafted).toMatchObject({
      phase: 'draft',
      contributors: [ada.person.id],
      entries: [{ base: 1, effect: 'loosens' }],
    });
    const submitted = await acted(ada, 'changeSubmit', drafted);
    expect(submitted).toMatchObject({
      phase: 'submitted',
      effect: 'loosens',
      missing: { approvals: 1, roles: ['approver'] },
      evidence: { problems: [], impact: null, requirement: { approvals: 1, noticeSeconds: 2 } },
    });
    const approved = await acted(piet, 'changeApprove', submitted, { digest: digestOf(submitted) });
    expect(approved).toMatchObject({ phase: 'scheduled', entries: [{ version: 2 }] });
    expect(await setHash()).toBe(before);
    now += 10_000;
    expect((await read(piet, approved.id)).phase).toBe('active');
    expect(await setHash()).not.toBe(before);
  });

  it('an approval is bound to the digest: an edit makes another one and voids what was said', async () => {
    const submitted = await acted(ada, 'changeSubmit', await loosening('once', 'margin-tiers.ETHUSDT'));
    const answer = await edit(ada, submitted, { reason: 'twice' });
    expect(answer.change).toMatchObject({ phase: 'draft', submission: null, revision: submitted.revision + 1 });
    if (answer.change === null) throw new Error('the edit was refused');
    const again = await acted(ada, 'changeSubmit', answer.change);
    const refused = await act(piet, 'changeApprove', again, { digest: digestOf(submitted) });
    expect(refused).toMatchObject({ status: 409, problem: { code: 'change_must_be_as_reviewed' } });
  });

  it('nobody who wrote any of it approves it, not even as a second author who holds the role', async () => {
    const drafted = await loosening('mine', 'margin-tiers.SOLUSDT');
    const edited = await edit(abel, drafted, { reason: 'ours' });
    if (edited.change === null) throw new Error('the edit was refused');
    const submitted = await acted(ada, 'changeSubmit', edited.change);
    expect(submitted.acts.find((one) => one.act === 'approve')).toMatchObject({ allowed: false });
    const digest = digestOf(submitted);
    expect(await act(abel, 'changeApprove', submitted, { digest })).toMatchObject({
      status: 403,
      problem: { code: 'change_contributor_must_not_approve' },
    });
    expect(await act(ada, 'changeApprove', submitted, { digest })).toMatchObject({
      status: 403,
      problem: { code: 'permission_denied' },
    });
  });

  it('a standing rejection blocks, until an edit answers it', async () => {
    const submitted = await acted(ada, 'changeSubmit', await loosening('no', 'margin-tiers.XRPUSDT'));
    const rejected = await acted(piet, 'changeReject', submitted, { digest: digestOf(submitted), comment: 'why now?' });
    expect(rejected).toMatchObject({ phase: 'rejected', reviews: [{ verdict: 'reject', counts: true }] });
    const digest = digestOf(submitted);
    expect(await act(piet, 'changeApprove', rejected, { digest })).toMatchObject({
      status: 409,
      problem: { code: 'change_must_be_submitted' },
    });
    const edited = await edit(ada, rejected, { reason: 'because' });
    expect(edited.change).toMatchObject({ phase: 'draft' });
  });

  it('a write names the revision that it is based on, and an outdated one is refused', async () => {
    const drafted = await loosening('first', 'margin-tiers.ADAUSDT');
    await edit(ada, drafted, { reason: 'second' });
    expect(await edit(ada, drafted, { reason: 'third' })).toMatchObject({
      status: 412,
      problem: { code: 'if_match_must_be_current' },
    });
    const bare = await ada.fetch(pathOf(paths.changeSubmit, { id: drafted.id }), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(bare.status).toBe(428);
  });
});

describe('guardrails', () => {
  it('refuse the whole change with every reason, and clamp nothing', async () => {
    const entry = await ladderWith((tiers) => {
      for (const tier of tiers) tier.maintenanceMarginRate = rate(tier, (was) => was * 1.3);
    }, 'margin-tiers.DOGEUSDT');
    const drafted = await draft(ada, { reason: 'a storm', entries: [entry] });
    const answer = await act(ada, 'changeSubmit', drafted);
    expect(answer).toMatchObject({ status: 422, problem: { code: 'change_must_have_no_problems' } });
    const codes = (answer.problem?.errors ?? []).map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(1);
    expect(await read(ada, drafted.id)).toMatchObject({ phase: 'draft', submission: null });
  });

  it('a raise that can liquidate takes two people and a day', async () => {
    const entry = await ladderWith((tiers) => {
      const first = tiers[0];
      if (first !== undefined) first.maintenanceMarginRate = rate(first, (was) => was * 1.1);
    }, 'margin-tiers.LTCUSDT');
    const submitted = await acted(ada, 'changeSubmit', await draft(ada, { reason: 'wilder', entries: [entry] }));
    expect(submitted).toMatchObject({
      effect: 'can-liquidate',
      submission: { requirement: { approvals: 2, noticeSeconds: 86_400 } },
    });
    const digest = digestOf(submitted);
    const one = await acted(piet, 'changeApprove', submitted, { digest });
    expect(one).toMatchObject({ phase: 'submitted', missing: { approvals: 1, roles: [] } });
    expect(await act(piet, 'changeApprove', one, { digest })).toMatchObject({
      status: 409,
      problem: { code: 'change_must_be_approved_once_by_each' },
    });
    const two = await acted(abel, 'changeApprove', one, { digest });
    expect(two.phase).toBe('scheduled');
    expect(Date.parse(two.effectiveFrom ?? '') - now).toBe(86_400_000);
    const cancelled = await acted(piet, 'changeCancel', two, { reason: 'calm again' });
    expect(cancelled.phase).toBe('cancelled');
  });
});

describe('an emergency', () => {
  beforeEach(signAllIn);

  it('takes one holder of the role, stands for its hours, and for good once a second person has confirmed it', async () => {
    const emma = await signIn(app.url, 'emma');
    const drafted = await loosening('a wrong rate', 'margin-tiers.LINKUSDT');
    const submitted = await acted(ada, 'changeSubmit', drafted);
    const digest = digestOf(submitted);
    const active = await acted(emma, 'changeEmergency', submitted, { digest, reason: 'accounts are being closed' });
    expect(active.emergency).toMatchObject({ by: emma.person.id, confirmed: null });
    expect(Date.parse(active.effectiveFrom ?? '') - now).toBe(3000);
    expect(await act(emma, 'changeConfirm', active)).toMatchObject({ status: 403 });
    expect(await act(ada, 'changeConfirm', active)).toMatchObject({ status: 403 });
    const waiting = (await (await piet.fetch(`${paths.changes}?waiting=true&limit=100`)).json()) as { id: string }[];
    expect(waiting.map(({ id }) => id)).toContain(active.id);
    const confirmed = await acted(piet, 'changeConfirm', active, { reason: 'seen' });
    expect(confirmed.emergency?.confirmed).toMatchObject({ by: piet.person.id });
    now += 5 * 3_600_000;
    expect((await read(piet, active.id)).phase).toBe('active');
  });

  it('ends by itself where nobody confirms it, and what was before is in force again', async () => {
    const emma = await signIn(app.url, 'emma');
    const before = await setHash();
    const submitted = await acted(ada, 'changeSubmit', await loosening('a wrong rate', 'margin-tiers.BNBUSDT'));
    const active = await acted(emma, 'changeEmergency', submitted, { digest: digestOf(submitted), reason: 'now' });
    now += 10_000;
    expect(await setHash()).not.toBe(before);
    now += 4 * 3_600_000;
    expect((await read(piet, active.id)).phase).toBe('expired');
    expect(await setHash()).toBe(before);
    expect(await act(piet, 'changeConfirm', active)).toMatchObject({
      status: 409,
      problem: { code: 'emergency_must_not_have_expired' },
    });
  });
});

describe('roll back', () => {
  beforeAll(signAllIn);

  it('drafts a change to what was in force, which is always allowed within the window', async () => {
    const at = now;
    const before = await setHash();
    const submitted = await acted(ada, 'changeSubmit', await loosening('too much', 'margin-tiers.DOTUSDT'));
    await acted(piet, 'changeApprove', submitted, { digest: digestOf(submitted) });
    now += 10_000;
    expect(await setHash()).not.toBe(before);
    const response = await ada.fetch(paths.changeRollBack, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ asOf: new Date(at).toISOString() }),
    });
    expect(response.status).toBe(201);
    const drafted = await read(ada, ((await response.json()) as { id: string }).id);
    expect(drafted.entries).toMatchObject([{ policy: 'margin-tiers.DOTUSDT', base: 2 }]);
    const back = await acted(ada, 'changeSubmit', drafted);
    const digest = digestOf(back);
    expect(back.effect).toBe('can-liquidate');
    const one = await acted(piet, 'changeApprove', back, { digest });
    const two = await acted(abel, 'changeApprove', one, { digest });
    now = Date.parse(two.effectiveFrom ?? '') + 1;
    expect(await setHash()).toBe(before);
  });
});

describe('rebase', () => {
  beforeAll(signAllIn);

  it('brings a draft up to what is in force by row identity, and asks where both sides changed the same', async () => {
    const policy = 'margin-tiers.AVAXUSDT';
    const mine = await ladderWith((tiers) => {
      const [first, second] = tiers;
      if (first !== undefined) first.maintenanceMarginRate = rate(first, (was) => was - 0.0002);
      if (second !== undefined) second.maintenanceMarginRate = rate(second, (was) => was - 0.0001);
    }, policy);
    const drafted = await draft(ada, { reason: 'mine', entries: [mine] });
    const other = await acted(ada, 'changeSubmit', await loosening('theirs', policy));
    await acted(piet, 'changeApprove', other, { digest: digestOf(other) });
    now += 10_000;
    expect(await act(ada, 'changeSubmit', drafted)).toMatchObject({
      status: 409,
      problem: { code: 'change_base_must_be_current' },
    });
    const conflicted = await act(ada, 'changeRebase', drafted);
    expect(conflicted).toMatchObject({ status: 409, problem: { code: 'change_has_conflicts' } });
    const conflicts = (conflicted.problem as unknown as { conflicts: { path: string }[] }).conflicts;
    expect(conflicts.map(({ path }) => path)).toEqual(['/document/tiers/notionalFloor=0/maintenanceMarginRate']);
    const resolutions = conflicts.map(({ path }) => ({ policy, path, take: 'theirs' }));
    const rebased = await acted(ada, 'changeRebase', drafted, { resolutions });
    expect(rebased.entries).toMatchObject([{ base: 2, current: 2 }]);
    const paths_ = rebased.entries[0]?.differences.map(({ path }) => path) ?? [];
    expect(paths_).toHaveLength(1);
    expect(paths_[0]).toContain('maintenanceMarginRate');
    expect((await acted(ada, 'changeSubmit', rebased)).phase).toBe('submitted');
  });
});

describe('the notice', () => {
  it('says by machine what was, what will be, from when, and who is affected', async () => {
    const submitted = await acted(ada, 'changeSubmit', await loosening('a notice', 'margin-tiers.TRXUSDT'));
    const notice = noticeDocument.parse(
      await (await ada.fetch(pathOf(paths.changeNotice, { id: submitted.id }))).json(),
    );
    expect(notice).toMatchObject({ digest: digestOf(submitted), effect: 'loosens', affected: null });
    expect(notice.policies).toMatchObject([{ policy: 'margin-tiers.TRXUSDT', scope: { contracts: ['TRXUSDT'] } }]);
    expect(notice.policies[0]?.before).not.toEqual(notice.policies[0]?.after);
  });
});
