/** Address of the page of a compartment. */
export function fundPath(id: string): string {
  return `/funds/${encodeURIComponent(id)}`;
}
