import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { triedActs } from '../../support/tried-acts.ts';
import type { Act } from '../../support/undone.ts';
import {
  WRITTEN_DIGEST,
  setColumns,
  writeApprovable,
  writeApproval,
  writeApproved,
  writeDraft,
  writeEmergency,
  writeReview,
  writeSubmission,
} from '../../support/written-change.ts';

const tried = triedActs();

describe('the database says it again: an approval is bound to the digest', () => {
  const other = 'cd'.repeat(32);

  it('no review of another digest than the one under review', async () => {
    expect(await tried(async (m) => writeReview(m, await writeSubmission(m), { by: 'cleo', digest: other }))).toBe(
      'change_must_be_as_reviewed',
    );
  });

  it('no review of a draft', async () => {
    expect(await tried(async (m) => writeReview(m, await writeDraft(m), { by: 'cleo' }))).toBe(
      'change_must_be_as_reviewed',
    );
  });

  it('no approval by reviews of another digest', async () => {
    const act: Act = async (m) => {
      const id = await writeApprovable(m);
      await setColumns(m, id, `submission_digest = '${other}'`);
      await writeApproval(m, id);
    };
    expect(await tried(act)).toBe('change_must_have_its_approvals');
  });

  it('no approval that brings another digest along', async () => {
    const act: Act = async (m) => writeApproval(m, await writeApprovable(m), `, submission_digest = '${other}'`);
    expect(await tried(act)).toBe('change_must_be_approved_as_it_was_submitted');
  });

  it('no approval that moves the instant that was asked for', async () => {
    const act: Act = async (m) => {
      const id = await writeApprovable(m);
      await setColumns(m, id, `effective_from = now() + interval '1 day'`);
      await writeApproval(m, id);
    };
    expect(await tried(act)).toBe('change_must_be_approved_as_it_was_submitted');
  });

  it.each([
    ['what it takes', `requirement = '{"approvals":1,"roles":[]}'`],
    ['its evidence', `evidence_digest = '${other}'`],
    ['its reason', `reason = 'another'`],
    ['its end', `effective_until = now() + interval '1 day'`],
    ['its effect', `effect = 'loosens'`],
  ])('nothing under the digest is edited: %s', async (_name, columns) => {
    expect(await tried(async (m) => setColumns(m, await writeSubmission(m), columns))).toBe(
      'change_must_not_be_edited_under_its_digest',
    );
  });

  it.each([
    ['edited', `update change_entry set title = 'x' where change_id = $1`],
    ['deleted', 'delete from change_entry where change_id = $1'],
    [
      'added',
      `insert into change_entry
       select change_id, 'margin-tiers.ETHUSDT', 1, base, mode, title, scope, document, canonical, digest, ends, written_by
       from change_entry where change_id = $1`,
    ],
  ])('no entry is %s outside a draft', async (_name, statement) => {
    const act: Act = async (m) => m.query(statement, [await writeSubmission(m)]);
    expect(await tried(act)).toBe('change_content_must_be_edited_in_a_draft');
  });

  it.each([
    ['lacking', 'delete from policy_version where change_id = $1'],
    ['of another document', `update policy_version set document = '{}' where change_id = $1`],
    ['of another canonical text', `update policy_version set canonical = '{}' where change_id = $1`],
    ['of another digest', `update policy_version set digest = repeat('0', 64) where change_id = $1`],
    ['of another scope', `update policy_version set scope = '{"contracts":"*"}' where change_id = $1`],
    ['of another mode', `update policy_version set mode = 'shadow' where change_id = $1`],
    [
      'more than were written',
      `insert into policy_version
       select 'margin-tiers.ETHUSDT', 2, change_id, mode, title, scope, document, canonical, digest, ends
       from policy_version where change_id = $1`,
    ],
  ])('no approval of versions that are not the entries: %s', async (_name, statement) => {
    const act: Act = async (m) => {
      const id = await writeApprovable(m);
      await m.query(statement, [id]);
      await writeApproval(m, id);
    };
    expect(await tried(act)).toBe('change_versions_must_be_its_entries');
  });
});

describe('the database says it again: nothing approved is ever edited', () => {
  it.each([
    ['its reason', `reason = 'another'`],
    ['its instant', `effective_from = now() + interval '1 day'`],
    ['its end', `effective_until = now() + interval '1 day'`],
    ['what it took', `requirement = '{"approvals":1,"roles":[]}'`],
    ['its status', `status = 'draft', approved_at = null, approval_sequence = null`],
    ['its contributors', `contributors = '{ann, ben, cleo}'`],
    ['a confirmation that it needs not', `emergency_confirmed_by = 'cleo', emergency_confirmed_at = now()`],
    ['an emergency that it never was', `emergency_by = 'emma', emergency_reason = 'x', emergency_expires_at = now()`],
  ])('not %s', async (_name, columns) => {
    expect(await tried(async (m) => setColumns(m, await writeApproved(m), columns))).toBe(
      'change_must_not_be_edited_once_approved',
    );
  });

  it('not by a second confirmation', async () => {
    const act: Act = async (m) => {
      const id = await writeEmergency(m);
      await setColumns(m, id, `emergency_confirmed_by = 'cleo', emergency_confirmed_at = now()`);
      await setColumns(m, id, `emergency_confirmed_by = 'dora', emergency_confirmed_at = now()`);
    };
    expect(await tried(act)).toBe('change_must_not_be_edited_once_approved');
  });

  it('not by a deletion, nor by what it refers to', async () => {
    const deletion =
      (text: string): Act =>
      async (m): Promise<unknown> =>
        m.query(text, [await writeApproved(m)]);
    expect(await tried(deletion('delete from change where id = $1'))).toBe('change_must_not_be_edited_once_approved');
    expect(await tried(deletion('delete from change_entry where change_id = $1'))).toBe(
      'change_content_must_be_edited_in_a_draft',
    );
    expect(await tried(deletion('delete from policy_version where change_id = $1'))).toBe(
      'policy_version_must_not_be_edited_once_approved',
    );
  });
});

describe('the database says it again: what was said stays said', () => {
  const said: Act = async (m) => {
    const id = await writeSubmission(m);
    await writeReview(m, id, { by: 'cleo' });
    await m.query(`insert into change_comment values ($1, $2, 'cleo', now(), 'why?')`, [randomUUID(), id]);
    await m.query(`insert into change_evidence values ($1, $2, now(), '{}')`, [WRITTEN_DIGEST, id]);
  };
  const rows = ['change_review', 'change_comment', 'change_evidence'];

  it.each(
    rows.flatMap((table) => [
      [table, 'edited', `update ${table} set change_id = change_id`],
      [table, 'deleted', `delete from ${table}`],
      [table, 'emptied', `truncate ${table}`],
    ]),
  )('no row of %s is %s', async (table, _how, statement) => {
    const act: Act = async (m) => {
      await said(m);
      await m.query(statement);
    };
    expect(await tried(act)).toBe(`${table}_must_not_be_edited`);
  });

  it.each(['change', 'change_entry', 'policy', 'policy_version'])('%s is not emptied', async (table) => {
    expect(await tried((m) => m.query(`truncate ${table} cascade`))).toMatch(/^\w+_must_not_be_edited$/);
  });
});
