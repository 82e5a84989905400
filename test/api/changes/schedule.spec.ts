import { pathOf, paths, policyVersionResource, type ChangeResource } from '@backstop/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { act, acted, digestOf, draft, edit, read, type ActAnswer } from '../../support/change-acts.ts';
import { loosened, movedLadder, raised } from '../../support/moved-ladder.ts';
import { bookAccount, bookLines, sendBook } from '../../support/sample-book.ts';
import { signIn, type SignedIn } from '../../support/sign-in.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

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
beforeEach(signAllIn);

async function signAllIn(): Promise<void> {
  if (now - signedInAt < 4 * HOUR) return;
  [ada, piet] = [await signIn(app.url, 'ada'), await signIn(app.url, 'piet')];
  [abel, emma] = [await signIn(app.url, 'abel'), await signIn(app.url, 'emma')];
  signedInAt = now;
}

async function later(milliseconds: number): Promise<void> {
  now += milliseconds;
  await signAllIn();
}

async function submit(entries: readonly object[], beside: object = {}, by = ada): Promise<ChangeResource> {
  return acted(by, 'changeSubmit', await draft(by, { reason: 'a test', entries, ...beside }));
}

function approve(by: SignedIn, change: ChangeResource): Promise<ChangeResource> {
  return acted(by, 'changeApprove', change, { digest: digestOf(change) });
}

function tryToApprove(by: SignedIn, change: ChangeResource): Promise<ActAnswer> {
  return act(by, 'changeApprove', change, { digest: digestOf(change) });
}

function codesOf({ problem }: ActAnswer): string[] {
  return problem === null ? [] : [problem.code, ...problem.errors.map(({ code }) => code)];
}

function inHours(hours: number): { effectiveFrom: string } {
  return { effectiveFrom: new Date(now + hours * HOUR).toISOString() };
}

async function setHash(): Promise<string> {
  return ((await (await app.fetch(paths.currentPolicySet)).json()) as { hash: string }).hash;
}

describe('what is said beside a change', () => {
  it('who wrote it last, and until when an approval keeps its notice: then it is in time, and after it too late', async () => {
    const [first, second] = [
      await submit([await raised(ada, 'margin-tiers.ATOMUSDT')], inHours(26)),
      await submit([await raised(ada, 'margin-tiers.AAVEUSDT')], inHours(26)),
    ];
    expect([first.updatedBy, first.approveBy]).toEqual([ada.person.id, second.approveBy]);
    const last = Date.parse(first.approveBy ?? '');
    const notice = first.submission?.requirement.noticeSeconds ?? 0;
    expect(Date.parse(first.effectiveFrom ?? '') - last).toBe(notice * 1000);
    const edited = await edit(abel, await draft(ada, { reason: 'by two' }), { reason: 'by Abel' });
    expect(edited.change).toMatchObject({ updatedBy: abel.person.id, approveBy: null });
    // What may liquidate takes two of them, and the last is the one that counts.
    const [one, other] = [await approve(piet, first), await approve(piet, second)];
    await later(last - now);
    const inTime = { phase: 'scheduled', updatedBy: abel.person.id, approveBy: null };
    expect(await approve(abel, one)).toMatchObject(inTime);
    await later(1);
    expect(codesOf(await tryToApprove(abel, other))).toContain('change_notice_must_be_kept');
  });

  it('requested approvers are asked, comments stand at a row, and a shadow version is never in force', async () => {
    const policy = 'margin-tiers.LTCUSDT';
    const entries = [{ ...(await raised(ada, policy)), mode: 'shadow' }];
    const drafted = await draft(ada, { reason: 'try it', entries, requestedApprovers: [piet.person.id] });
    expect(drafted.requestedApprovers).toEqual([piet.person.id]);
    const comment = { text: 'why so much?', policy, path: '/document/tiers/notionalFloor=0/maintenanceMarginRate' };
    const post = (body: object): Promise<Response> =>
      piet.fetch(pathOf(paths.changeComments, { id: drafted.id }), {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
      });
    expect((await post(comment)).status).toBe(201);
    expect((await post({ ...comment, policy: 'margin-tiers.NOPE' })).status).toBe(422);
    expect((await read(ada, drafted.id)).comments).toBe(1);
    const hash = await setHash();
    let last = await acted(ada, 'changeSubmit', await read(ada, drafted.id));
    for (const by of [piet, abel].slice(0, last.submission?.requirement.approvals ?? 1)) last = await approve(by, last);
    expect(last.phase).toBe('scheduled');
    await later(Math.max(0, Date.parse(last.effectiveFrom ?? '') - now) + 1000);
    expect((await read(ada, drafted.id)).phase).toBe('active');
    expect(await setHash()).toBe(hash);
    const edited = await edit(ada, await read(ada, drafted.id), { reason: 'another' });
    expect(codesOf(edited)).toEqual(['change_must_be_open']);
  });
});

describe('an approval counts for so long', () => {
  it('a stale approval is none: the last one finds it missing, and the same person may approve anew', async () => {
    const submitted = await submit([await raised(ada, 'margin-tiers.BTCUSDT')]);
    const one = await approve(piet, submitted);
    await later(7 * DAY + 1000);
    expect(await read(ada, one.id)).toMatchObject({ missing: { approvals: 2 }, reviews: [{ counts: false }] });
    const again = await approve(abel, one);
    expect(again).toMatchObject({ phase: 'submitted', missing: { approvals: 1 } });
    // Nothing is approved on evidence of last week, whoever asks.
    expect(codesOf(await tryToApprove(piet, again))).toEqual(['change_evidence_must_be_fresh']);
  });

  it('an old report must be refreshed before approval, which voids what was said of it', async () => {
    const submitted = await submit([await loosened(ada, 'margin-tiers.ETHUSDT')]);
    await later(DAY + 1000);
    expect(codesOf(await tryToApprove(piet, submitted))).toEqual(['change_evidence_must_be_fresh']);
    const refreshed = await acted(ada, 'changeSubmit', submitted);
    expect(digestOf(refreshed)).not.toBe(digestOf(submitted));
    expect((await approve(piet, refreshed)).phase).toBe('scheduled');
  });
});

describe('a clash shows when it is made, never at the hour', () => {
  it('is reported when the second is submitted: before a scheduled one, and after it', async () => {
    const policy = 'margin-tiers.SOLUSDT';
    const scheduled = await approve(piet, await submit([await loosened(ada, policy)], inHours(2)));
    expect(scheduled.phase).toBe('scheduled');
    const before = await draft(ada, { reason: 'before', entries: [await loosened(ada, policy)], ...inHours(1) });
    expect(codesOf(await act(ada, 'changeSubmit', before))).toContain('change_must_not_clash_with_scheduled');
    const entry = { ...(await loosened(ada, policy)), base: 1 };
    const after = await draft(ada, { reason: 'after', entries: [entry], ...inHours(3) });
    expect(codesOf(await act(ada, 'changeSubmit', after))).toEqual(['change_base_must_be_current']);
    const byItsNotice = await draft(ada, { reason: 'in a day', entries: [await raised(ada, policy)] });
    expect(codesOf(await act(ada, 'changeSubmit', byItsNotice))).toEqual(['change_base_must_be_current']);
  });

  it('is found again at approval, where another change came in between', async () => {
    const policy = 'margin-tiers.XRPUSDT';
    const one = await submit([await loosened(ada, policy)], inHours(1));
    const other = await submit([await movedLadder(ada, policy, -0.02)], inHours(2));
    expect((await approve(piet, other)).phase).toBe('scheduled');
    expect(codesOf(await tryToApprove(piet, one))).toContain('change_must_not_clash_with_scheduled');
    expect((await read(piet, one.id)).phase).toBe('submitted');
  });

  it('an emergency that breaks a scheduled change cancels it with the reason; an ordinary one is refused', async () => {
    const policy = 'margin-tiers.LINKUSDT';
    const scheduled = await approve(piet, await submit([await loosened(ada, policy)], inHours(2)));
    const entries = [await movedLadder(ada, policy, -0.05)];
    const ordinary = await draft(ada, { reason: 'now', entries });
    expect(codesOf(await act(ada, 'changeSubmit', ordinary))).toContain('change_must_not_clash_with_scheduled');
    const urgent = await submit(entries, {}, emma);
    const active = await acted(emma, 'changeEmergency', urgent, { digest: digestOf(urgent), reason: 'a wrong rate' });
    expect((await read(piet, scheduled.id)).phase).toBe('cancelled');
    const rows = await app.dataSource.query<{ act: string; body: string }[]>(
      'select act, body from audit_entry where subject = $1 order by sequence desc limit 1',
      [`change:${scheduled.id}`],
    );
    expect(rows).toMatchObject([{ act: 'change.cancelled' }]);
    expect(rows[0]?.body).toContain(`the emergency ${active.id} takes its place: a wrong rate`);
  });
});

describe('guardrails over time', () => {
  /** The guardrail in force with some of its document another. */
  async function guardrail(change: object): Promise<object> {
    const id = 'change-guardrail.default';
    const versions = (await (await app.fetch(`${pathOf(paths.policyVersions, { id })}?limit=100`)).json()) as {
      version: number;
      status: string;
    }[];
    const version = versions.find(({ status }) => status === 'active')?.version ?? 1;
    const found = await app.fetch(pathOf(paths.policyVersion, { id, version }));
    const { title, scope, document } = policyVersionResource.parse(await found.json());
    return { policy: id, title, scope, document: { ...(document as object), ...change } };
  }

  it('changing the guardrail takes the stricter of the old one and the new one', async () => {
    const effects = ['can-liquidate', 'blocks-new-risk', 'costs', 'loosens', 'none'];
    const requirementsOf = (approvals: number): object => ({
      requirements: effects.map((effect) => ({ effect, approvals, roles: ['approver'], noticeSeconds: 2 })),
    });
    const tighter = await submit([await guardrail(requirementsOf(3))]);
    expect(tighter.submission?.requirement.approvals).toBe(3);
    const looser = await submit([await guardrail(requirementsOf(1))]);
    const asked = looser.submission?.requirement;
    const before = (await submit([await guardrail({ evidenceAgeMaxSeconds: 86_401 })])).submission?.requirement;
    expect(asked?.approvals).toBeGreaterThanOrEqual(before?.approvals ?? Infinity);
    expect(asked?.noticeSeconds).toBeGreaterThanOrEqual(before?.noticeSeconds ?? Infinity);
  });

  it('nothing takes effect within a freeze of its effect, unless it undoes a mistake', async () => {
    const before = now;
    const mistake = await submit([await raised(ada, 'margin-tiers.DOGEUSDT')]);
    const freeze = {
      ...{ from: new Date(now + 25 * HOUR).toISOString(), until: new Date(now + 30 * DAY).toISOString() },
      ...{ effects: ['loosens', 'can-liquidate'], reason: 'the end of the year' },
    };
    const frozen = await submit([await guardrail({ freezes: [freeze] })]);
    for (const change of [mistake, frozen]) {
      let last = change;
      for (const by of [piet, abel].slice(0, change.submission?.requirement.approvals)) last = await approve(by, last);
      expect(last.phase).toBe('scheduled');
    }
    await later(26 * HOUR);
    for (const { id } of [mistake, frozen]) expect((await read(ada, id)).phase).toBe('active');
    const ordinary = await draft(ada, { reason: 'calmer', entries: [await loosened(ada, 'margin-tiers.ADAUSDT')] });
    expect(codesOf(await act(ada, 'changeSubmit', ordinary))).toContain('change_must_not_fall_into_freeze');
    // What was in force before the raise harms nobody: within its window one approval undoes it.
    const roll = await ada.fetch(paths.changeRollBack, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ asOf: new Date(before).toISOString(), policies: ['margin-tiers.DOGEUSDT'] }),
    });
    const drafted = await read(ada, ((await roll.json()) as { id: string }).id);
    const undone = await acted(ada, 'changeSubmit', drafted);
    expect(undone.submission?.requirement).toMatchObject({ approvals: 1, noticeSeconds: 2 });
    expect((await approve(piet, undone)).phase).toBe('scheduled');
  });
});

// Last: what is judged from here on is judged on the book.
describe('evidence', () => {
  it('a book older than the declared age does not count as evidence', async () => {
    const response = await sendBook(app.fetch, bookLines([bookAccount('a-1', '10000')]));
    expect(response.status).toBe(201);
    const submitted = await submit([await movedLadder(ada, 'margin-tiers.BNBUSDT', 0)]);
    expect(submitted.evidence?.impact?.snapshot.asOf).toBe('2024-10-24T12:00:00Z');
    expect(codesOf(await tryToApprove(piet, submitted))).toEqual(['change_evidence_must_be_fresh']);
  });
});
