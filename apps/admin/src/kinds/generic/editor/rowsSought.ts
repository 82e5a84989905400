/** The places of the rows in which a text stands, in whatever value; all of them for an empty text. */
export function rowsSought(rows: readonly unknown[], sought: string): readonly number[] {
  const text = sought.trim().toLowerCase();
  return rows.flatMap((row, index) => (text === '' || hasText(row, text) ? [index] : []));
}

function hasText(value: unknown, text: string): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some((held) => hasText(held, text));
  return String(value).toLowerCase().includes(text);
}
