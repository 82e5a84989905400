import { unescaped } from '../../../text/unescaped.ts';

/**
 * The pointer by position of a pointer by row identity: `/tiers/notionalFloor=0/rate` is `/tiers/0/rate` where that row
 * comes first. A place by position stays as it is; where a row is not there, the way ends at what would hold it.
 */
export function documentPointer(document: unknown, pointer: string): string {
  let place: unknown = document;
  let found = '';
  for (const token of pointer.split('/').slice(1)) {
    const key = Array.isArray(place) ? indexOf(place, token) : token;
    if (key === null || typeof place !== 'object' || place === null) return found;
    found += `/${key}`;
    place = (place as Readonly<Record<string, unknown>>)[unescaped(key)];
  }
  return found;
}

/** Where a row stands in a list, by its position or by its fields; null where it does not. */
function indexOf(rows: readonly unknown[], token: string): string | null {
  if (/^\d+$/.test(token)) return token;
  // The value of the last field may have commas of its own, so a piece without `=` belongs to the one before.
  const wanted = unescaped(token).split(/,(?=[^,=]+=)/);
  const index = rows.findIndex((row) => wanted.every((piece) => isField(row, piece)));
  return index < 0 ? null : String(index);
}

function isField(row: unknown, piece: string): boolean {
  const at = piece.indexOf('=');
  if (at < 0 || typeof row !== 'object' || row === null) return false;
  const value = (row as Readonly<Record<string, unknown>>)[piece.slice(0, at)];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text === piece.slice(at + 1);
}
