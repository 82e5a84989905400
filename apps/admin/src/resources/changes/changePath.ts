import { narrowed, type ChangeFilter } from './changeFilter.ts';

/** Address of a change. */
export function changePath(id: string): string {
  return `/changes/${encodeURIComponent(id)}/show`;
}

/** Address of what was said about one row of a change. */
export function rowPath(id: string, { policy, path }: { readonly policy: string; readonly path: string }): string {
  return `${changePath(id)}?${new URLSearchParams({ row: rowName(policy, path) }).toString()}`;
}

/** What an address calls a row. */
export function rowName(policy: string, path: string): string {
  return `/${policy}${path}`;
}

/** Address where a change is written. */
export function draftPath(id: string): string {
  return `/changes/${encodeURIComponent(id)}`;
}

/** Address where a change is written, at a place that the service named. */
export function placePath(id: string, pointer: string): string {
  return `${draftPath(id)}?${new URLSearchParams({ at: pointer }).toString()}`;
}

/** Address where a new change begins, with the policies that it is about. */
export function proposePath(policies: readonly string[]): string {
  return `/changes/create?${new URLSearchParams({ policies: policies.join(',') }).toString()}`;
}

/** Address of the list, narrowed. */
export function changesPath(filter: ChangeFilter): string {
  return `/changes?${new URLSearchParams({ filter: JSON.stringify(narrowed(filter)) }).toString()}`;
}
