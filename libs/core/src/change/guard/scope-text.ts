import type { Scope } from '../../policy/index.ts';

/** A scope in words, the same for scopes that name the same in another order. */
export function scopeText({ contracts, groups, assets, tags }: Scope): string {
  const names =
    contracts === '*' || assets === '*'
      ? ['everything']
      : [listed('contract', contracts), listed('group', groups), listed('asset', assets)].flat();
  const whom = tags === undefined || tags.length === 0 ? '' : ` for accounts tagged ${sorted(tags).join(', ')}`;
  return names.join(', ') + whom;
}

function listed(word: string, names: readonly string[] | undefined): string[] {
  return names === undefined ? [] : sorted(names).map((name) => `${word} ${name}`);
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
