import type { PolicyResource } from '@backstop/contracts';

type Scope = PolicyResource['scope'];

/** A scope in words: `BTCUSDT`, `all contracts, tags retail`. `translate` gives the fixed words. */
export function readScope(scope: Scope, translate: (key: string) => string): string {
  const parts = [
    named(scope.contracts, translate('scope.all_contracts')),
    named(scope.groups, ''),
    named(scope.assets, translate('scope.all_assets')),
  ].filter((part) => part !== '');
  const subject = scope.groups === undefined ? parts.join(', ') : `${translate('scope.groups')} ${parts.join(', ')}`;
  const tags = named(scope.tags, '');
  return tags === '' ? subject : `${subject} · ${translate('scope.tags')} ${tags}`;
}

function named(names: readonly string[] | '*' | undefined, all: string): string {
  if (names === undefined) return '';
  return names === '*' ? all : names.join(', ');
}
