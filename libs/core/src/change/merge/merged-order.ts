/**
 * The order of rows that both sides may have moved, inserted or taken away: that of the side which moved rows, with the
 * rows that the other side inserted put behind the same neighbor. Null where both moved rows, and not alike.
 */
export function mergedOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  kept: ReadonlySet<string>,
): string[] | null {
  const common = base.filter((key) => ours.includes(key) && theirs.includes(key));
  const inOrderOf = (side: readonly string[]) => side.filter((key) => common.includes(key)).join('\n');
  const [was, here, there] = [base, ours, theirs].map(inOrderOf);
  if (here !== was && there !== was && here !== there) return null;
  const [lead, other] = there === was ? [ours, theirs] : [theirs, ours];
  const order = [...lead];
  other.forEach((key, at) => {
    if (order.includes(key)) return;
    const before = other[at - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  });
  return order.filter((key) => kept.has(key));
}
