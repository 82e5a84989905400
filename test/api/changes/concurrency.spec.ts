import type { ChangeResource } from '@backstop/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, acted, digestOf, draft, edit, read, type ActAnswer } from '../../support/change-acts.ts';
import { databaseState, type DatabaseState } from '../../support/database-state.ts';
import { loosened, raised } from '../../support/moved-ladder.ts';
import { signIn, type SignedIn } from '../../support/sign-in.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const ROUNDS = 4;

let app: TestApp;
let beside: TestApp;
let state: DatabaseState;
let ada: SignedIn;
let piet: SignedIn;
let abel: SignedIn;
/** The same people at the second application. */
let adaBeside: SignedIn;
let abelBeside: SignedIn;

beforeAll(async () => {
  app = await startApp();
  beside = await startApp({ beside: app });
  state = await databaseState(app.databaseUrl);
  ada = await signIn(app.url, 'ada');
  piet = await signIn(app.url, 'piet');
  abel = await signIn(app.url, 'abel');
  adaBeside = await signIn(beside.url, 'ada');
  abelBeside = await signIn(beside.url, 'abel');
});

afterAll(async () => {
  await beside.stop();
  await state.stop();
  await app.stop();
});

/** A change that takes two approvals, under review; each round has a policy of its own. */
async function underReview(policy: string): Promise<ChangeResource> {
  return acted(ada, 'changeSubmit', await draft(ada, { reason: 'wilder', entries: [await raised(ada, policy)] }));
}

function codeOf({ status, problem }: ActAnswer): string {
  return problem === null ? String(status) : problem.code;
}

/** Approvals that the database has of a change, and how often it was approved and told so. */
async function approvalsOf(id: string): Promise<{ reviews: number; sequence: string | null; approved: number }> {
  const [row] = await state.query<{ reviews: number; sequence: string | null; approved: number }>(
    `select (select count(*)::integer from change_review r where r.change_id = c.id) as reviews,
       approval_sequence as sequence,
       (select count(*)::integer from audit_entry a where a.subject = 'change:' || c.id and a.act = 'change.approved') as approved
     from change c where c.id = $1`,
    [id],
  );
  if (row === undefined) throw new Error(`there is no change ${id}`);
  return row;
}

const LADDERS = ['BTC', 'ETH', 'SOL', 'XRP', 'ADA', 'DOGE', 'LTC', 'BNB', 'LINK', 'AVAX', 'DOT', 'TRX'].map(
  (asset) => `margin-tiers.${asset}USDT`,
);

/** Done by one after another, or by both at once: whoever read what the other has changed reads again and repeats. */
async function approveUntilTold(by: SignedIn, change: ChangeResource): Promise<ActAnswer> {
  const digest = digestOf(change);
  for (let known = change; ; known = await read(by, change.id)) {
    const answer = await act(by, 'changeApprove', known, { digest });
    if (answer.status !== 412) return answer;
  }
}

describe('two approvers at once', () => {
  it(
    'are both counted, and exactly one of them is the last: in one application and in two',
    { timeout: 60_000 },
    async () => {
      for (const policy of LADDERS.slice(0, ROUNDS)) {
        const submitted = await underReview(policy);
        const other = LADDERS.indexOf(policy) % 2 === 0 ? abel : abelBeside;
        const answers = await Promise.all([piet, other].map((by) => approveUntilTold(by, submitted)));
        expect(answers.map(codeOf)).toEqual(['200', '200']);
        expect(answers.map(({ change }) => change?.phase).sort()).toContain('scheduled');
        expect(await approvalsOf(submitted.id)).toMatchObject({ reviews: 2, approved: 1 });
        await acted(piet, 'changeCancel', await read(piet, submitted.id));
      }
      const gaps = await state.query('select approval_sequence from change where approval_sequence is not null');
      expect(gaps).toHaveLength(ROUNDS + 1);
    },
  );

  it('of whom both name the revision that they read: one is told to read again', { timeout: 60_000 }, async () => {
    for (const policy of LADDERS.slice(0, ROUNDS)) {
      const submitted = await underReview(policy);
      const body = { digest: digestOf(submitted) };
      const answers = await Promise.all([piet, abelBeside].map((by) => act(by, 'changeApprove', submitted, body)));
      expect(answers.map(codeOf).sort()).toEqual(['200', 'if_match_must_be_current']);
      expect(await approvalsOf(submitted.id)).toEqual({ reviews: 1, sequence: null, approved: 0 });
      await acted(ada, 'changeWithdraw', await read(ada, submitted.id));
    }
  });

  it('who are the same person count once', { timeout: 60_000 }, async () => {
    for (const policy of LADDERS.slice(0, ROUNDS)) {
      const submitted = await underReview(policy);
      const answers = await Promise.all([abel, abelBeside, abel].map((by) => approveUntilTold(by, submitted)));
      const codes = answers.map(codeOf).sort();
      expect(codes).toEqual(['200', 'change_must_be_approved_once_by_each', 'change_must_be_approved_once_by_each']);
      expect(await approvalsOf(submitted.id)).toEqual({ reviews: 1, sequence: null, approved: 0 });
      await acted(ada, 'changeWithdraw', await read(ada, submitted.id));
    }
  });
});

describe('an approval is bound to the digest, whatever is done at the same time', () => {
  it('approve while edited: never an approval of the edited content', { timeout: 60_000 }, async () => {
    for (const [round, policy] of LADDERS.slice(0, ROUNDS).entries()) {
      const entries = [await loosened(ada, policy)];
      const drafted = await draft(ada, { reason: 'calmer', entries, effectiveFrom: inAnHour() });
      const submitted = await acted(ada, 'changeSubmit', drafted);
      const [approval, edition] = await Promise.all([
        act(piet, 'changeApprove', submitted, { digest: digestOf(submitted) }),
        edit(round % 2 === 0 ? ada : adaBeside, submitted, { reason: 'not what was read' }),
      ]);
      const last = await read(ada, submitted.id);
      if (approval.status === 200) {
        expect(codeOf(edition)).toBe('if_match_must_be_current');
        expect(last).toMatchObject({ phase: 'scheduled', reason: 'calmer' });
        await acted(piet, 'changeCancel', last);
      } else {
        expect([codeOf(approval), edition.status]).toEqual(['if_match_must_be_current', 200]);
        expect(last).toMatchObject({ phase: 'draft', reason: 'not what was read' });
        expect((await approvalsOf(last.id)).reviews).toBe(0);
        await acted(ada, 'changeWithdraw', last);
      }
    }
  });

  it('approve and withdraw at once: one of the two, never both', { timeout: 60_000 }, async () => {
    for (const policy of LADDERS.slice(0, ROUNDS)) {
      const drafted = await draft(ada, {
        reason: 'calmer',
        entries: [await loosened(ada, policy)],
        effectiveFrom: inAnHour(),
      });
      const submitted = await acted(ada, 'changeSubmit', drafted);
      const answers = await Promise.all([
        act(piet, 'changeApprove', submitted, { digest: digestOf(submitted) }),
        act(adaBeside, 'changeWithdraw', submitted),
      ]);
      expect(answers.map(codeOf).sort()).toEqual(['200', 'if_match_must_be_current']);
      const last = await read(ada, submitted.id);
      expect(last.phase).toBe(answers[0].status === 200 ? 'scheduled' : 'withdrawn');
      if (last.phase === 'scheduled') await acted(piet, 'changeCancel', last);
    }
  });

  it(
    'approve and cancel at once: what was approved is cancelled or stands, and is told so',
    { timeout: 60_000 },
    async () => {
      for (const policy of LADDERS.slice(0, ROUNDS)) {
        const submitted = await underReview(policy);
        const one = await acted(piet, 'changeApprove', submitted, { digest: digestOf(submitted) });
        const [approval, cancellation] = await Promise.all([
          act(abel, 'changeApprove', one, { digest: digestOf(submitted) }),
          act(piet, 'changeCancel', { ...one, revision: one.revision + 1 }),
        ]);
        expect(codeOf(approval)).toBe('200');
        const last = await read(piet, submitted.id);
        // Before the approval there is no such revision yet; after it there is something to cancel.
        expect([codeOf(cancellation), last.phase]).toEqual(
          cancellation.status === 200 ? ['200', 'cancelled'] : ['if_match_must_be_current', 'scheduled'],
        );
        if (last.phase === 'scheduled') await acted(piet, 'changeCancel', last);
      }
    },
  );
});

describe('two changes of one policy approved at once', () => {
  it('one takes effect, the other is told that something stands against it', { timeout: 60_000 }, async () => {
    for (const policy of ['margin-tiers.UNIUSDT', 'margin-tiers.ETCUSDT']) {
      const both = [];
      const effectiveFrom = inAnHour();
      for (const reason of ['one', 'other']) {
        const entries = [await loosened(ada, policy)];
        both.push(await acted(ada, 'changeSubmit', await draft(ada, { reason, entries, effectiveFrom })));
      }
      const answers = await Promise.all(
        both.map((change, index) =>
          act(index === 0 ? piet : abelBeside, 'changeApprove', change, { digest: digestOf(change) }),
        ),
      );
      expect(answers.map(codeOf).sort()).toEqual(['200', 'change_base_must_be_current']);
      const phases = await Promise.all(both.map(async ({ id }) => (await read(ada, id)).phase));
      expect(phases.sort()).toEqual(['scheduled', 'submitted']);
    }
  });
});

describe('many at once', () => {
  it('more writers than the service has connections are each answered', { timeout: 60_000 }, async () => {
    const answers = await Promise.all(
      [...LADDERS, ...LADDERS].map(async (policy) => {
        const entries = [await loosened(ada, policy)];
        const drafted = await draft(ada, { reason: 'at once', entries });
        return drafted.phase;
      }),
    );
    expect(new Set(answers)).toEqual(new Set(['draft']));
    const submitted = [];
    for (const policy of LADDERS) submitted.push(await underReview(policy));
    const approvals = await Promise.all(
      submitted.flatMap((change) => [approveUntilTold(piet, change), approveUntilTold(abel, change)]),
    );
    expect(approvals.map(codeOf)).toEqual(approvals.map(() => '200'));
    for (const { id } of submitted) expect(await approvalsOf(id)).toMatchObject({ reviews: 2, approved: 1 });
  });
});

function inAnHour(): string {
  return new Date(Date.now() + 3_600_000).toISOString();
}
