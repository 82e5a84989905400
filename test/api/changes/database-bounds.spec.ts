import { describe, expect, it } from 'vitest';
import { triedActs } from '../../support/tried-acts.ts';
import type { Act } from '../../support/undone.ts';
import {
  IN_EMERGENCY,
  setColumns,
  submitWritten,
  writeApproval,
  writeApproved,
  writeDraft,
  writeEmergency,
  writeSubmission,
  writeVersions,
} from '../../support/written-change.ts';

const tried = triedActs();

describe('the database says it again: nothing is written too late, and no emergency goes beyond its bounds', () => {
  it.each<[string, string, Act]>([
    [
      'a cancellation less than two seconds before the change begins',
      'change_must_not_have_begun',
      async (m) =>
        setColumns(
          m,
          await writeApproved(m),
          `status = 'cancelled', cancelled_at = effective_from - interval '1999 milliseconds'`,
        ),
    ],
    [
      'a confirmation less than two seconds before the emergency ends',
      'emergency_must_not_have_expired',
      async (m) =>
        setColumns(
          m,
          await writeEmergency(m),
          `emergency_confirmed_by = 'cleo', emergency_confirmed_at = emergency_expires_at - interval '1999 milliseconds'`,
        ),
    ],
    [
      'an emergency of more than a week',
      'emergency_must_end_within_a_week',
      async (m) => {
        const id = await writeSubmission(m);
        await writeVersions(m, id);
        await writeApproval(m, id, IN_EMERGENCY.replace('1 hour', '8 days'));
      },
    ],
    [
      'an emergency that changes a guardrail',
      'guardrail_must_not_be_changed_in_emergency',
      async (m) => {
        const id = await writeDraft(m);
        await m.query(`update change_entry set policy_id = 'change-guardrail.default' where change_id = $1`, [id]);
        await submitWritten(m, id);
        await writeVersions(m, id);
        await writeApproval(m, id, IN_EMERGENCY);
      },
    ],
  ])('no %s', async (_name, refusal, act) => {
    expect(await tried(act)).toBe(refusal);
  });
});
