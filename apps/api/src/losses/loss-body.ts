import { formatInstant, type Instant } from '@backstop/core/venue';
import type { LossBody, LossVerdict } from '../decisions/decision-body.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { LossOutcome } from './decide-loss.ts';

/** A loss that is committed in this very transaction. */
export interface LossTold {
  readonly id: string;
  readonly outcome: LossOutcome;
  /** A person's id or `key:<id>`. */
  readonly actor: string;
  readonly now: Instant;
}

/** What is logged of a loss: what it came to, and by their digests what it read and who bears what. */
export function lossBody({ id, outcome, actor, now }: LossTold): LossBody {
  const { decisionId, policySet, inputHash, at, account } = outcome;
  const text = JSON.stringify(outcome);
  return {
    ...{ type: 'loss', loss: id, decisionId, policySet: policySet.hash, inputHash, asOf: at },
    ...{ recordedAt: formatInstant(now), knownAt: null, account, outcome: verdictOf(outcome), moves: [], actor },
    ...{ decisionDigest: sha256(text), decision: text, input: null },
  };
}

function verdictOf({ goesTo, uncovered, sizeNotPlaced }: LossOutcome): LossVerdict {
  if (uncovered !== '0' || sizeNotPlaced !== '0') return 'uncovered';
  return goesTo === 'receivable' ? 'receivable' : 'covered';
}
