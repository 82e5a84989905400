import type { PolicyResource } from '@backstop/contracts';

type Scope = PolicyResource['scope'];

/** What a scope can name. */
export const SCOPE_SUBJECTS = ['all-contracts', 'contracts', 'groups', 'all-assets', 'assets'] as const;

export type ScopeSubject = (typeof SCOPE_SUBJECTS)[number];

/** A scope as it is typed: whom it is about, and names separated by commas. */
export interface ScopeTexts {
  readonly about: ScopeSubject;
  readonly names: string;
  readonly tags: string;
}

/** A scope, ready to be typed in. */
export function textsOfScope({ contracts, groups, assets, tags }: Scope): ScopeTexts {
  const tagText = (tags ?? []).join(', ');
  if (assets !== undefined) {
    return assets === '*'
      ? { about: 'all-assets', names: '', tags: tagText }
      : { about: 'assets', names: assets.join(', '), tags: tagText };
  }
  if (groups !== undefined) return { about: 'groups', names: groups.join(', '), tags: tagText };
  return Array.isArray(contracts)
    ? { about: 'contracts', names: contracts.join(', '), tags: tagText }
    : { about: 'all-contracts', names: '', tags: tagText };
}

/** The scope that was typed; whether it is right is for its checks to say. */
export function scopeOfTexts({ about, names, tags }: ScopeTexts): Scope {
  const tagged = namesOf(tags);
  return { ...subjectOf(about, namesOf(names)), ...(tagged.length === 0 ? {} : { tags: tagged }) };
}

function subjectOf(about: ScopeSubject, names: string[]): Scope {
  switch (about) {
    case 'all-contracts':
      return { contracts: '*' };
    case 'contracts':
      return { contracts: names };
    case 'groups':
      return { groups: names };
    case 'all-assets':
      return { assets: '*' };
    case 'assets':
      return { assets: names };
  }
}

function namesOf(text: string): string[] {
  return text
    .split(/[,\s]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
