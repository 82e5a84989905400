import type { Instant } from '../venue/index.ts';
import type { Change } from './change.ts';

/** Where a change stands at an instant: its stored status, or what follows from time once it is approved. */
export type ChangePhase =
  'draft' | 'submitted' | 'rejected' | 'withdrawn' | 'cancelled' | 'scheduled' | 'active' | 'superseded' | 'expired';

/** `isSuperseded`: whether, at that instant, none of its versions is the one in force. */
export function phaseOf(change: Change, at: Instant, isSuperseded: boolean): ChangePhase {
  const { status, approval } = change;
  if (status !== 'approved') return status;
  if (approval === null || at < approval.effectiveFrom) return 'scheduled';
  const until = effectiveUntilOf(change);
  if (until !== null && at >= until) return 'expired';
  return isSuperseded ? 'superseded' : 'active';
}

/** When an approved change ends, exclusive: its own end, or that of an emergency nobody has confirmed; null = never. */
export function effectiveUntilOf({
  approval,
  effectiveUntil,
}: Pick<Change, 'approval' | 'effectiveUntil'>): Instant | null {
  const emergency = approval?.emergency;
  if (emergency?.confirmed !== null) return effectiveUntil;
  return effectiveUntil === null ? emergency.expiresAt : Math.min(effectiveUntil, emergency.expiresAt);
}
