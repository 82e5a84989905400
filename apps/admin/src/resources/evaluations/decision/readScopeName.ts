/** What a scope is known by. */
interface NamedScope {
  readonly scope: 'cross' | 'isolated';
  readonly asset: string;
  readonly contract?: string | undefined;
  readonly side?: string | undefined;
}

/** `Cross pool USDT`, `Isolated ETHUSDT`; the side only where it is not the only one. */
export function readScopeName(
  scope: NamedScope,
  translate: (key: string, options?: Record<string, unknown>) => string,
): string {
  if (scope.scope === 'cross') return translate('decision.cross_pool', { asset: scope.asset });
  return translate('decision.isolated', {
    contract: scope.side === 'net' ? scope.contract : [scope.contract, scope.side].join(' '),
  });
}
