import { isGranted } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import type { Allowed } from '../problem/index.ts';
import type { Instant } from '../venue/index.ts';
import type { Change } from './change.ts';
import { KNOWN_MILLISECONDS } from './lead.ts';
import { refused } from './refused.ts';

/** Taken back by one who wrote it, before it was approved. */
export function withdrawChange(change: Change, by: Person): Allowed<Change> {
  if (change.status === 'approved') return refused('change_must_not_be_approved', 'it is approved: cancel it instead');
  if (change.status === 'withdrawn' || change.status === 'cancelled') {
    return refused('change_must_be_open', `the change is ${change.status}`);
  }
  if (!change.contributors.includes(by.id)) {
    return refused('change_must_be_withdrawn_by_contributor', `\`${by.id}\` wrote no part of it`);
  }
  return { ok: true, value: { ...change, status: 'withdrawn' } };
}

/** Called off while every process can still learn of it before its instant. From then on it is in force, and only a newer change answers it. */
export function cancelChange(change: Change, by: Person, at: Instant): Allowed<Change> {
  if (!isGranted(by, 'change:cancel')) return refused('permission_denied', 'cancelling takes a role that grants it');
  const { approval } = change;
  if (change.status !== 'approved' || approval === null) {
    return refused('change_must_be_approved', `the change is ${change.status}`);
  }
  if (at >= approval.effectiveFrom) {
    return refused('change_must_not_have_begun', 'it is in force already: roll back instead');
  }
  if (at > approval.effectiveFrom - KNOWN_MILLISECONDS) {
    const message = 'it begins too soon to be called off everywhere: roll back instead, once it is in force';
    return refused('change_must_not_have_begun', message);
  }
  return { ok: true, value: { ...change, status: 'cancelled' } };
}
