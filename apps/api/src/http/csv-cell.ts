/**
 * A text as a cell of CSV (RFC 4180): in quotes where it has a comma, a quote or the end of a line. Nothing is put before what a
 * spreadsheet would take for a formula: the digest of an allocation is of the very ids that its file holds.
 */
export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
