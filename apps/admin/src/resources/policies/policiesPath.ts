import { narrowed, type PolicyFilter } from './policyFilter.ts';

/** Address of the catalog, narrowed. */
export function policiesPath(filter: PolicyFilter): string {
  return `/policies?${new URLSearchParams({ filter: JSON.stringify(narrowed(filter)) }).toString()}`;
}

/** Address of a policy, on one of its views. */
export function policyPath(id: string, view?: string): string {
  const path = `/policies/${encodeURIComponent(id)}/show`;
  return view === undefined ? path : `${path}?${new URLSearchParams({ view }).toString()}`;
}
