/** Address of an account of the last book. */
export function accountPath(id: string): string {
  return `/accounts/${encodeURIComponent(id)}`;
}

/** Address of the list, narrowed to a zone; null = those whose zone cannot be told. */
export function zonePath(zone: string | null): string {
  return `/accounts?${new URLSearchParams({ zone: zone ?? 'indeterminate' }).toString()}`;
}
