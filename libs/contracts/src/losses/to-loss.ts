import type { Decimal } from '@backstop/core/num';
import type { Candidate } from '@backstop/core/waterfall';
import { exact } from '../evaluation/to-account.ts';
import type { CandidateRequest } from './loss-request.ts';

/** The candidate that a well-shaped request states. */
export function toCandidate(request: CandidateRequest): Candidate {
  return {
    id: request.id,
    ownerId: request.ownerId ?? null,
    tags: request.tags,
    accountValue: exact(request.accountValue),
    notional: exact(request.notional),
    positivePnl: exact(request.positivePnl),
    positions: request.positions.map(({ scope, size, entryPrice, accountValue, notional }) => ({
      scope,
      size: exact(size),
      entryPrice: exact(entryPrice),
      accountValue: exact(accountValue),
      notional: exact(notional),
    })),
    facts: request.facts,
  };
}

/** Amounts by asset that a well-shaped request states. */
export function toAmounts(
  rows: readonly { readonly asset: string; readonly amount: string }[],
): readonly { readonly asset: string; readonly amount: Decimal }[] {
  return rows.map(({ asset, amount }) => ({ asset, amount: exact(amount) }));
}
