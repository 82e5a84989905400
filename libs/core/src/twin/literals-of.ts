import type { LeafValue } from '../rules/index.ts';

/** The literals that a leaf is compared with; none where that is a fact or a truth. */
export function literalsOf(value: LeafValue): readonly (string | number)[] {
  if (typeof value === 'boolean') return [];
  if (typeof value !== 'object') return [value];
  return 'fact' in value ? [] : value;
}
