/** Rows with one of them at another place; the same where it would leave the list. */
export function movedRow<Row>(rows: readonly Row[], from: number, to: number): readonly Row[] {
  if (from === to || to < 0 || to >= rows.length || from < 0 || from >= rows.length) return rows;
  const rest = rows.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...rows.slice(from, from + 1), ...rest.slice(to)];
}
