/** Address of the page of a loss. */
export function lossPath(id: string): string {
  return `/losses/${encodeURIComponent(id)}`;
}
