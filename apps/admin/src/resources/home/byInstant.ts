import type { PolicySetResource } from '@backstop/contracts';

type Versions = PolicySetResource['versions'];

/** Versions by the instant they took effect at, latest first. */
export function byInstant(versions: Versions): { readonly effectiveFrom: string; readonly versions: Versions }[] {
  const groups = new Map<string, Versions>();
  for (const version of versions) {
    groups.set(version.effectiveFrom, [...(groups.get(version.effectiveFrom) ?? []), version]);
  }
  return [...groups]
    .map(([effectiveFrom, together]) => ({ effectiveFrom, versions: together }))
    .toSorted((a, b) => Date.parse(b.effectiveFrom) - Date.parse(a.effectiveFrom));
}
