import { pathOf, paths, submissionTrial, type ChangeResource, type SubmissionTrial } from '@backstop/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, acted, digestOf, draft, read } from '../../support/change-acts.ts';
import { expectProblem } from '../../support/expect-problem.ts';
import { loosened, movedLadder, type LadderEntry } from '../../support/moved-ladder.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { signIn, type SignedIn } from '../../support/sign-in.ts';

const POLICY = 'margin-tiers.BTCUSDT';

let app: TestApp;
let ada: SignedIn;
let piet: SignedIn;
let emma: SignedIn;
let now = Date.parse('2026-06-01T00:00:00Z');

beforeAll(async () => {
  app = await startApp({ clock: () => now });
  [ada, piet, emma] = [await signIn(app.url, 'ada'), await signIn(app.url, 'piet'), await signIn(app.url, 'emma')];
});

afterAll(() => app.stop());

const drafted = (entries: readonly object[], beside: object = {}): Promise<ChangeResource> =>
  draft(ada, { reason: 'to be tried', entries, ...beside });

function asked(by: SignedIn, { id, revision }: Pick<ChangeResource, 'id' | 'revision'>): Promise<Response> {
  return by.fetch(`${pathOf(paths.changeSubmit, { id })}?dryRun=true`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'if-match': `"${String(revision)}"` },
    body: '{}',
  });
}

async function tried(change: ChangeResource, by = ada): Promise<SubmissionTrial> {
  const answer = await asked(by, change);
  expect(answer.status).toBe(200);
  return submissionTrial.parse(await answer.json());
}

const codesOf = ({ problems }: SubmissionTrial): string[] => problems.map(({ code }) => code);

/** A ladder whose first rate rises by a quarter: further than the guardrail lets it, and no further than its second. */
const tooFar = (policy = POLICY): Promise<LadderEntry> => movedLadder(ada, policy, 0.25);

async function rows(): Promise<readonly unknown[]> {
  return app.dataSource.query(
    `select (select count(*) from audit_entry) as acts, (select count(*) from change_evidence) as evidence`,
  );
}

describe('a submission that is only tried', () => {
  it('says that it would be accepted, with what reviewers would see, and leaves nothing behind', async () => {
    const change = await drafted([await loosened(ada, POLICY)]);
    const before = await rows();
    const trial = await tried(change);
    expect(trial).toMatchObject({ accepted: true, problems: [], evidence: { effect: 'loosens' } });
    expect(await rows()).toEqual(before);
    expect(await read(ada, change.id)).toMatchObject({ phase: 'draft', revision: change.revision, submission: null });
    expect(await acted(ada, 'changeSubmit', change)).toMatchObject({ phase: 'submitted' });
  });

  it('names what a guardrail forbids, as the submission itself then does', async () => {
    const change = await drafted([await tooFar()]);
    const trial = await tried(change);
    expect(trial.accepted).toBe(false);
    expect(trial.problems).toContainEqual(
      expect.objectContaining({
        code: 'change_rise_must_be_within_limit',
        pointer: `/${POLICY}/tiers/notionalFloor=0/maintenanceMarginRate`,
      }),
    );
    const refused = await act(ada, 'changeSubmit', change);
    expect(refused).toMatchObject({ status: 422, problem: { code: 'change_must_have_no_problems' } });
    expect(refused.problem?.errors).toEqual(trial.problems);
  });

  it('names what is wrong with the whole set and with no document of it', async () => {
    const { title, scope } = await loosened(ada, POLICY);
    const change = await drafted([{ policy: POLICY, title, scope, document: null }]);
    expect(change.problems).toEqual([]);
    const trial = await tried(change);
    expect(trial.problems.map(({ pointer }) => pointer)).toContainEqual(
      expect.stringMatching(/\/document\/contracts\/BTCUSDT$/),
    );
  });

  it('names what is missing beside what is wrong with the content', async () => {
    expect(codesOf(await tried(await drafted([await tooFar()], { reason: '' })))).toEqual(
      expect.arrayContaining(['change_must_have_reason', 'change_rise_must_be_within_limit']),
    );
    expect(codesOf(await tried(await drafted([])))).toEqual(['change_must_have_content']);
  });

  it('names a base that is no longer in force', async () => {
    const policy = 'margin-tiers.LTCUSDT';
    const entry = await loosened(ada, policy);
    const change = await drafted([entry]);
    const other = await acted(ada, 'changeSubmit', await drafted([await loosened(ada, policy)]));
    await acted(piet, 'changeApprove', other, { digest: digestOf(other) });
    now += 10_000;
    expect(codesOf(await tried(change))).toContain('change_base_must_be_current');
  });

  it('leaves out what an emergency overrides where whoever asks may act in one', async () => {
    const effectiveFrom = new Date(now + 60_000).toISOString();
    const change = await drafted([await movedLadder(ada, 'margin-tiers.ETHUSDT', 0.1)], { effectiveFrom });
    expect(codesOf(await tried(change))).toContain('change_notice_must_be_kept');
    expect(await tried(change, emma)).toMatchObject({ accepted: true, problems: [] });
  });

  it('is refused to who may not submit, and on a revision that is not the present one', async () => {
    const change = await drafted([await loosened(ada, POLICY)]);
    await expectProblem(await asked(piet, change), 'permission_denied');
    await expectProblem(await asked(ada, { ...change, revision: change.revision + 1 }), 'if_match_must_be_current');
  });
});
