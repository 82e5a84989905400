import type { ChangeSummary } from '@backstop/contracts';
import { EFFECTS } from '@backstop/core/policy';

export interface WaitingGroups {
  /** Activated by one person and not yet confirmed by another: what ends first comes first. */
  readonly emergencies: readonly ChangeSummary[];
  /** Submitted: what can do most to open accounts comes first. */
  readonly reviews: readonly ChangeSummary[];
  /** Sent back to whoever wrote them. */
  readonly returned: readonly ChangeSummary[];
}

/** What waits for somebody, by what is to be done about it. */
export function waitingGroups(changes: readonly ChangeSummary[]): WaitingGroups {
  const isEmergency = ({ emergency, phase }: ChangeSummary): boolean =>
    emergency !== null && emergency.confirmed === null && (phase === 'scheduled' || phase === 'active');
  return {
    emergencies: changes.filter(isEmergency).toSorted((a, b) => endOf(a) - endOf(b)),
    reviews: changes
      .filter(({ phase }) => phase === 'submitted')
      .toSorted((a, b) => gravity(a) - gravity(b) || Date.parse(a.submittedAt ?? '') - Date.parse(b.submittedAt ?? '')),
    returned: changes.filter((change) => !isEmergency(change) && change.phase !== 'submitted'),
  };
}

function endOf({ emergency }: ChangeSummary): number {
  return emergency === null ? Infinity : Date.parse(emergency.expiresAt);
}

/** The worst first; what has no effect yet last. */
function gravity({ effect }: ChangeSummary): number {
  return effect === null ? EFFECTS.length : EFFECTS.indexOf(effect);
}
