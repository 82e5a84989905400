import { groupDigits } from '../../../text/figures.ts';

/** How many figures stand in the head of a folded row. */
const SHOWN_MAX = 5;

/** What a row says in one line: its first plain values, in the order in which it states them. */
export function rowSummary(row: unknown): string {
  if (typeof row !== 'object' || row === null) return String(row);
  return Object.values(row)
    .flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? [groupDigits(String(value))] : []))
    .filter((text) => text !== '')
    .slice(0, SHOWN_MAX)
    .join(' · ');
}
