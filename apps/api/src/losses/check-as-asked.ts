import type { LossEventRequest } from '@backstop/contracts';
import { equals, InvariantError } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { ProblemError } from '../http/problem-error.ts';

/** Ids that begin so are given by liquidations alone. */
export const LIQUIDATION_EVENT = 'liquidation:';

/** Refuses to pay something else under the id of what a liquidation asked for: the loss asked for could then never be paid. */
export function checkAsAsked(event: LossEventRequest, asked: string | null): void {
  const { eventId = '', account, contract, deficit, openPosition } = event;
  if (asked === null) {
    if (!eventId.startsWith(LIQUIDATION_EVENT)) return;
    throw new ProblemError('loss_event_must_be_as_asked', `no liquidation asked for a loss as ${eventId}`);
  }
  const wanted = JSON.parse(asked) as LossEventRequest;
  const [told, due] = [deficit, wanted.deficit];
  if (due === undefined) throw new InvariantError(`${eventId} was asked for without a deficit`);
  const isSame =
    account === wanted.account &&
    contract === wanted.contract &&
    told?.asset === due.asset &&
    equals(decimalOf(told.amount), decimalOf(due.amount));
  if (isSame && openPosition === undefined) return;
  const detail = `${eventId} asks for ${due.amount} ${due.asset} of ${wanted.account} in ${wanted.contract}, and nothing else`;
  throw new ProblemError('loss_event_must_be_as_asked', detail);
}
