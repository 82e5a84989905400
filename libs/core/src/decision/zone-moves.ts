import type { ScopeDecision } from './decision.ts';

/** A scope that came to another zone than the one it was in. */
export interface ZoneMove {
  /** The key of its state: `cross:USDT`, `isolated:ETHUSDT:net`. */
  readonly scope: string;
  /** Null = it had none. */
  readonly from: string | null;
  /** Null = it could not be judged. */
  readonly to: string | null;
}

/** What no rule speaks for, so that nothing has happened where it is the first zone of a scope. */
const FIRST_ZONE = 'healthy';

/**
 * The scopes whose zone is another than the one given, in the order of the decision. A scope without a zone moved where its
 * first is not `healthy`; one that had none and could not be judged did not. A zone given for what is no scope of the
 * account any more moves nothing: there is nothing that it could have moved to.
 */
export function zoneMoves(scopes: readonly ScopeDecision[], zones: Readonly<Record<string, string>>): ZoneMove[] {
  const moves: ZoneMove[] = [];
  for (const decided of scopes) {
    const scope = scopeKey(decided);
    const from = zones[scope] ?? null;
    const to = decided.zone;
    if (from === to || (from === null && to === FIRST_ZONE)) continue;
    moves.push({ scope, from, to });
  }
  return moves;
}

function scopeKey({ scope, asset, contract, side }: ScopeDecision): string {
  return contract === undefined || side === undefined ? `${scope}:${asset}` : `${scope}:${contract}:${side}`;
}
