import type { Scope } from './scope.ts';

/** How closely a scope names something, closest first. An asset by name is as close as a contract by name. */
export type Specificity = 'contract' | 'group' | 'asset' | 'all';

/** One place that a policy takes: a name at a specificity, for one tag or for everybody (`tag` null). */
export interface ScopeSlot {
  readonly specificity: Specificity;
  readonly name: string;
  readonly tag: string | null;
}

/** Every place that a scope takes; two policies of a kind never share one. */
export function scopeSlots(scope: Scope): ScopeSlot[] {
  const tags = scope.tags === undefined || scope.tags.length === 0 ? [null] : scope.tags;
  return namesOf(scope).flatMap(([specificity, name]) => tags.map((tag) => ({ specificity, name, tag })));
}

function namesOf(scope: Scope): [Specificity, string][] {
  if (scope.contracts === '*' || scope.assets === '*') return [['all', '*']];
  return [
    ...(scope.contracts ?? []).map((name): [Specificity, string] => ['contract', name]),
    ...(scope.groups ?? []).map((name): [Specificity, string] => ['group', name]),
    ...(scope.assets ?? []).map((name): [Specificity, string] => ['asset', name]),
  ];
}
