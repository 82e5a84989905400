import type { ChainLink } from '@backstop/core/canonical';
import { chainedBody } from '../persistence/chained-body.ts';
import { columnInstant } from '../persistence/column-instant.ts';

/** A row of `decision_log` as the driver hands it over. */
export interface DecisionRow {
  readonly sequence: string;
  readonly previous: string;
  readonly hash: string;
  readonly body: string;
  readonly decision_id: string;
  readonly as_of: Date | number;
  readonly account: string;
  readonly outcome: string;
  readonly policy_set: string;
}

/** The columns that a link is read from. */
export const LINK_COLUMNS = 'sequence, previous, hash, body, decision_id, as_of, account, outcome, policy_set';

/** The link that a row holds; its body is what the columns beside it say too. */
export function linkOf({ sequence, previous, hash, body, ...row }: DecisionRow): ChainLink {
  const { decision_id: decisionId, as_of, account, outcome, policy_set: policySet } = row;
  const columns = { decisionId, asOf: columnInstant(as_of), account, outcome, policySet };
  return { sequence: Number(sequence), previous, hash, body: chainedBody(body, columns) };
}
