import { isGranted, type Permission, type Person } from '@backstop/core/access';
import {
  activateInEmergency,
  approveChange,
  cancelChange,
  confirmEmergency,
  editChange,
  rejectChange,
  withdrawChange,
  type Change,
} from '@backstop/core/change';
import type { Allowed, Refusal } from '@backstop/core/problem';
import type { Instant } from '@backstop/core/venue';
import { changeActs, type ChangeActName, type ChangeResource } from '@backstop/contracts';

/**
 * Every act on a change, and whether a person may do it now: each is tried on the value, with everything given that the
 * person would give, so that what a page offers and what the act then says cannot differ in anything but time.
 */
export function actsOf(change: Change, by: Person, at: Instant): ChangeResource['acts'] {
  return changeActs.map((act) => {
    const refusal = TRIED[act](change, by, at);
    if (refusal === null) return { act, allowed: true, code: null, detail: null };
    return { act, allowed: false, code: refusal.code, detail: refusal.message };
  });
}

type Tried = (change: Change, by: Person, at: Instant) => Refusal | null;

const TRIED: Readonly<Record<ChangeActName, Tried>> = {
  edit: (change, by) => lacking(by, 'change:write') ?? refusalOf(editChange(change, by.id, {})),
  submit: (change, by) => lacking(by, 'change:write') ?? notToBeSubmitted(change),
  approve: (change, by, at) => refusalOf(approveChange(change, { by, at, digest: digestOf(change), comment: '' })),
  reject: (change, by, at) => refusalOf(rejectChange(change, { by, at, digest: digestOf(change), comment: 'why' })),
  withdraw: (change, by) => lacking(by, 'change:write') ?? refusalOf(withdrawChange(change, by)),
  cancel: (change, by, at) => refusalOf(cancelChange(change, by, at)),
  emergency: (change, by, at) =>
    refusalOf(activateInEmergency(change, { by, at, digest: digestOf(change), reason: 'why', expirySeconds: 60 })),
  confirm: (change, by, at) => refusalOf(confirmEmergency(change, by, at)),
  rebase: (change, by) => lacking(by, 'change:write') ?? refusalOf(editChange(change, by.id, {})),
};

/** A submitted change may be submitted anew, which refreshes its evidence. */
function notToBeSubmitted({ status, entries, reason }: Change): Refusal | null {
  if (status !== 'draft' && status !== 'submitted') {
    return { code: 'change_must_be_draft', message: `the change is ${status}` };
  }
  if (entries.length === 0) return { code: 'change_must_have_content', message: 'the change changes nothing' };
  if (reason.trim() === '') return { code: 'change_must_have_reason', message: 'say why the change is made' };
  return null;
}

function lacking(by: Person, permission: Permission): Refusal | null {
  if (isGranted(by, permission)) return null;
  return { code: 'permission_denied', message: `none of your roles grants \`${permission}\`` };
}

function refusalOf(allowed: Allowed<Change>): Refusal | null {
  return allowed.ok ? null : allowed.refusal;
}

function digestOf({ submission }: Change): string {
  return submission?.digest ?? '';
}
