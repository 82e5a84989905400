/** Address of the page of a liquidation. */
export function liquidationPath(id: string): string {
  return `/liquidations/${encodeURIComponent(id)}`;
}
