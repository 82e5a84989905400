/** Address of the page of a logged decision. */
export function decisionPath(id: string): string {
  return `/decisions/${encodeURIComponent(id)}`;
}
