import { isGranted, mayBeSecondPair } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { parsePolicyId } from '../policy/index.ts';
import type { Allowed } from '../problem/index.ts';
import type { Instant } from '../venue/index.ts';
import type { Change } from './change.ts';
import { GUARDRAIL_KIND } from './guard/guardrail.ts';
import { LEAD_MILLISECONDS } from './lead.ts';
import { refused } from './refused.ts';

export interface Activation {
  readonly by: Person;
  readonly at: Instant;
  readonly digest: string;
  readonly reason: string;
  /** How long it stands unless it is confirmed; in seconds, > 0. */
  readonly expirySeconds: number;
}

/**
 * One holder of the emergency role lets a submitted change take effect at once, also one of their own: at three in the
 * morning there may be nobody else. It ends by itself unless another person, who wrote none of it, confirms it.
 */
export function activateInEmergency(change: Change, activation: Activation): Allowed<Change> {
  const { by, at, digest, reason, expirySeconds } = activation;
  if (!isGranted(by, 'change:emergency')) {
    return refused('permission_denied', 'an emergency takes the role `emergency`');
  }
  if (change.status !== 'submitted' || change.submission === null) {
    return refused('change_must_be_submitted', `the change is ${change.status}`);
  }
  if (digest !== change.submission.digest) {
    return refused('change_must_be_as_reviewed', 'the change was edited or submitted anew since it was read');
  }
  if (change.entries.some(({ policy }) => parsePolicyId(policy)?.kind === GUARDRAIL_KIND)) {
    const message = 'what bounds every emergency is not changed in one: it takes its reviews';
    return refused('guardrail_must_not_be_changed_in_emergency', message);
  }
  if (reason.trim() === '') return refused('emergency_must_have_reason', 'say what the emergency is');
  const effectiveFrom = at + LEAD_MILLISECONDS;
  const expiresAt = effectiveFrom + expirySeconds * 1000;
  const emergency = { by: by.id, reason, expiresAt, confirmed: null };
  return { ok: true, value: { ...change, status: 'approved', approval: { at, effectiveFrom, emergency } } };
}

/** A second person makes an emergency stand. Neither who activated it nor who wrote any of it can be that person. */
export function confirmEmergency(change: Change, by: Person, at: Instant): Allowed<Change> {
  if (!isGranted(by, 'change:review')) return refused('permission_denied', 'reviewing takes the role `approver`');
  const { approval } = change;
  const emergency = change.status === 'approved' ? (approval?.emergency ?? null) : null;
  if (approval === null || emergency === null) {
    return refused('change_must_be_emergency', 'the change was not activated in an emergency');
  }
  if (emergency.confirmed !== null) {
    return refused('emergency_must_be_unconfirmed', `\`${emergency.confirmed.by}\` has confirmed it already`);
  }
  if (!mayBeSecondPair(by, [...change.contributors, emergency.by])) {
    return refused('change_contributor_must_not_approve', `\`${by.id}\` activated it or wrote part of it`);
  }
  if (at >= emergency.expiresAt) return refused('emergency_must_not_have_expired', 'it has ended: make a new change');
  return {
    ok: true,
    value: { ...change, approval: { ...approval, emergency: { ...emergency, confirmed: { by: by.id, at } } } },
  };
}
