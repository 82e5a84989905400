import type { ScopeResponse } from '@backstop/contracts';

/** `Cross pool USDT`, `Isolated ETHUSDT`; the side only where it is not the only one. */
export function readScopeName(
  scope: ScopeResponse,
  translate: (key: string, options?: Record<string, unknown>) => string,
): string {
  if (scope.scope === 'cross') return translate('decision.cross_pool', { asset: scope.asset });
  return translate('decision.isolated', {
    contract: scope.side === 'net' ? scope.contract : `${scope.contract} ${scope.side}`,
  });
}
