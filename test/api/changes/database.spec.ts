import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { triedActs } from '../../support/tried-acts.ts';
import { type Act, DONE } from '../../support/undone.ts';
import {
  IN_EMERGENCY,
  WRITTEN_DIGEST,
  WRITTEN_REQUIREMENT,
  setColumns,
  writeApprovable,
  writeApproval,
  writeApproved,
  writeDraft,
  writeEmergency,
  writeReview,
  writeSubmission,
  writeVersions,
} from '../../support/written-change.ts';
import { reviewerId } from '../../support/write-reviewer.ts';

const tried = triedActs();

describe('the database says it again: what goes through where nothing stands against it', () => {
  it.each<[string, Act]>([
    ['an approval by two people who wrote none of it', writeApproved],
    [
      'a review by somebody who wrote none of it',
      async (m) => writeReview(m, await writeSubmission(m), { by: 'cleo' }),
    ],
    [
      'an edit of a draft',
      async (m): Promise<unknown> =>
        m.query(`update change_entry set title = 'x' where change_id = $1`, [await writeDraft(m)]),
    ],
    [
      'an emergency, confirmed by a second person',
      async (m) =>
        setColumns(m, await writeEmergency(m), `emergency_confirmed_by = 'cleo', emergency_confirmed_at = now()`),
    ],
    [
      'a cancellation',
      async (m) => setColumns(m, await writeApproved(m), `status = 'cancelled', cancelled_at = now()`),
    ],
  ])('%s', async (_name, act) => {
    expect(await tried(act)).toBe(DONE);
  });
});

describe('the database says it again: nobody who contributed to any version in the change approves it', () => {
  it.each<[string, string]>([
    ['its author', 'ann'],
    ['somebody who wrote an entry', 'ben'],
  ])('no review by %s', async (_name, by) => {
    expect(await tried(async (m) => writeReview(m, await writeSubmission(m), { by }))).toBe(
      'change_contributor_must_not_approve',
    );
  });

  it('no approval by the review of somebody who contributed after it', async () => {
    const act: Act = async (m) => {
      const id = await writeApprovable(m);
      await setColumns(m, id, `contributors = contributors || '{${reviewerId('dora')}}'`);
      await writeApproval(m, id);
    };
    expect(await tried(act)).toBe('change_must_have_its_approvals');
  });

  it.each<[string, string]>([
    ['forgotten', `contributors = '{ann}'`],
    ['forgotten to the last', `contributors = '{}'`],
    ['replaced', `actor = 'zoe', contributors = '{zoe, ann, ben}'`],
  ])('no contributor is %s', async (_name, columns) => {
    expect(await tried(async (m) => setColumns(m, await writeDraft(m), columns))).toMatch(
      /change_contributors_must_not_be_forgotten|change_by_a_person_has_its_author/,
    );
  });

  it('no entry is written by somebody who is not known to have contributed', async () => {
    const act: Act = async (m) =>
      m.query(`update change_entry set written_by = 'zoe' where change_id = $1`, [await writeDraft(m)]);
    expect(await tried(act)).toBe('change_contributors_must_not_be_forgotten');
  });

  it.each<[string, string]>([
    ['who activated it', 'emma'],
    ['its author', 'ann'],
    ['who wrote an entry', 'ben'],
  ])('no emergency is confirmed by %s', async (_name, by) => {
    const columns = `emergency_confirmed_by = '${by}', emergency_confirmed_at = now()`;
    expect(await tried(async (m) => setColumns(m, await writeEmergency(m), columns))).toBe(
      'change_contributor_must_not_approve',
    );
  });

  it('no emergency is confirmed as it is activated', async () => {
    const act: Act = async (m) => {
      const id = await writeSubmission(m);
      await writeVersions(m, id);
      const both = `${IN_EMERGENCY}, emergency_confirmed_by = 'emma', emergency_confirmed_at = now()`;
      await writeApproval(m, id, both);
    };
    expect(await tried(act)).toBe('emergency_must_be_confirmed_by_another');
  });
});

describe('the database says it again: an approval takes the reviews that were asked for', () => {
  it.each<[string, string, Act]>([
    [
      'without reviews',
      'change_must_have_its_approvals',
      async (m) => {
        const id = await writeSubmission(m);
        await writeVersions(m, id);
        await writeApproval(m, id);
      },
    ],
    [
      'with too few, though one of them speaks twice',
      'change_must_have_its_approvals',
      async (m) => {
        const id = await writeSubmission(m);
        for (const by of ['cleo', 'cleo']) await writeReview(m, id, { by });
        await writeVersions(m, id);
        await writeApproval(m, id);
      },
    ],
    [
      'with one that is too old',
      'change_must_have_its_approvals',
      async (m) => {
        const id = await writeSubmission(m);
        await writeReview(m, id, { by: 'cleo' });
        await writeReview(m, id, { by: 'dora', secondsAgo: 3601 });
        await writeVersions(m, id);
        await writeApproval(m, id);
      },
    ],
    [
      'without a required role',
      'change_must_have_its_roles: emergency',
      async (m) => {
        const id = await writeApprovable(m, { ...WRITTEN_REQUIREMENT, roles: ['approver', 'emergency'] });
        await writeApproval(m, id);
      },
    ],
    [
      'without any role of those who approved',
      'change_must_have_its_roles: approver',
      async (m) => {
        const id = await writeSubmission(m);
        for (const by of ['cleo', 'dora']) await writeReview(m, id, { by, roles: [] });
        await writeVersions(m, id);
        await writeApproval(m, id);
      },
    ],
    ...['disabled_at = now()', `roles = '{viewer}'`].map((columns): [string, string, Act] => [
      `by somebody who may not any more: ${columns}`,
      'change_must_have_its_approvals',
      async (m) => {
        const id = await writeApprovable(m);
        await m.query(`update person set ${columns} where id = $1`, [reviewerId('dora')]);
        await writeApproval(m, id);
      },
    ]),
    [
      'by the review of nobody',
      'change_must_have_its_approvals',
      async (m) => {
        const id = await writeSubmission(m, { ...WRITTEN_REQUIREMENT, approvals: 1 });
        await m.query(
          `insert into change_review (change_id, reviewer, reviewed_at, verdict, digest, roles, comment)
           values ($1, 'nobody', now(), 'approve', $2, '{approver}', '')`,
          [id, WRITTEN_DIGEST],
        );
        await writeVersions(m, id);
        await writeApproval(m, id);
      },
    ],
    [
      'past a rejection',
      'change_must_not_be_approved_past_a_rejection',
      async (m) => {
        const id = await writeApprovable(m);
        await writeReview(m, id, { by: 'finn', verdict: 'reject' });
        await writeApproval(m, id);
      },
    ],
    [
      'of a draft',
      'change_must_be_submitted_before_it_is_approved',
      async (m) => writeApproval(m, await writeDraft(m)),
    ],
    [
      'of what was rejected',
      'change_must_be_submitted_before_it_is_approved',
      async (m) => {
        const id = await writeApprovable(m);
        await setColumns(m, id, `status = 'rejected'`);
        await writeApproval(m, id);
      },
    ],
    [
      'born approved',
      'change_must_be_submitted_before_it_is_approved',
      (m) =>
        m.query(
          `insert into change (id, origin, status, actor, contributors, reason, created_at, effective_from, approved_at,
             approval_sequence) values ($1, 'person', 'approved', 'ann', '{ann}', 'a test', now(), now(), now(), 99)`,
          [randomUUID()],
        ),
    ],
    [
      'an import after the first approval by people',
      'import_must_be_into_an_empty_database',
      async (m) => {
        await writeApproved(m);
        await m.query(
          `insert into change (id, origin, status, actor, reason, created_at, effective_from, approved_at,
             approval_sequence) values ($1, 'import', 'approved', 'system', 'a test', now(), now(), now(), 99)`,
          [randomUUID()],
        );
      },
    ],
    [
      'that takes effect sooner than every process knows of it',
      'change_must_be_known_before_its_instant',
      async (m) => {
        const id = await writeApprovable(m);
        await setColumns(m, id, `effective_from = now() + interval '1999 milliseconds'`);
        await m.query(
          `update change set status = 'approved', approved_at = now(), approval_sequence = 99 where id = $1`,
          [id],
        );
      },
    ],
  ])('no approval %s', async (_name, refusal, act) => {
    expect(await tried(act)).toBe(refusal);
  });
});
