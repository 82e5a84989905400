import type { ChangeSummary } from '@backstop/contracts';
import { inOrder, type InboxOrder } from './inboxView.ts';

export interface WaitingGroups {
  /** Activated by one person and not yet confirmed by another: what ends first comes first, whatever the order. */
  readonly emergencies: readonly ChangeSummary[];
  /** Submitted. */
  readonly reviews: readonly ChangeSummary[];
  /** Sent back to whoever wrote them. */
  readonly returned: readonly ChangeSummary[];
}

/** What waits for somebody, by what is to be done about it. */
export function waitingGroups(
  changes: readonly ChangeSummary[],
  { order = 'urgent', now }: { readonly order?: InboxOrder; readonly now: number },
): WaitingGroups {
  const isEmergency = ({ emergency, phase }: ChangeSummary): boolean =>
    emergency !== null && emergency.confirmed === null && (phase === 'scheduled' || phase === 'active');
  const compare = inOrder(order, now);
  return {
    emergencies: changes.filter(isEmergency).toSorted((a, b) => endOf(a) - endOf(b)),
    reviews: changes.filter(({ phase }) => phase === 'submitted').toSorted(compare),
    returned: changes.filter((change) => !isEmergency(change) && change.phase !== 'submitted').toSorted(compare),
  };
}

function endOf({ emergency }: ChangeSummary): number {
  return emergency === null ? Infinity : Date.parse(emergency.expiresAt);
}
