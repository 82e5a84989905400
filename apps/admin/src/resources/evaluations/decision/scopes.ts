import type { ScopeResponse } from '@backstop/contracts';

const LIQUIDATING: ReadonlySet<string> = new Set(['plan-liquidation', 'takeover', 'open-loss']);

/** `cross:USDT`, `isolated:ETHUSDT:net`: unique in a decision. */
export function scopeKey(scope: ScopeResponse): string {
  return scope.scope === 'cross' ? `cross:${scope.asset}` : `isolated:${scope.contract}:${scope.side}`;
}

/** Whether something is to be closed in it. */
export function isLiquidating(scope: ScopeResponse): boolean {
  return scope.actions.some(({ type }) => LIQUIDATING.has(type));
}

/** Scopes as an officer wants to see them: what is being closed, what could not be judged, what asks for anything, the rest. */
export function worstFirst(scopes: readonly ScopeResponse[]): ScopeResponse[] {
  return scopes
    .map((scope, place) => ({ scope, place }))
    .toSorted((a, b) => gravity(b.scope) - gravity(a.scope) || a.place - b.place)
    .map(({ scope }) => scope);
}

function gravity(scope: ScopeResponse): number {
  if (scope.zone === null) return 2;
  if (isLiquidating(scope)) return 3;
  return scope.actions.length > 0 ? 1 : 0;
}
