/** An instant as the clock on the wall says it, for a field of date and time: `2026-11-22T09:30`. */
export function localText(instant: string | null): string {
  if (instant === null) return '';
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, at.getUTCSeconds() === 0 ? 16 : 19);
}

/** The instant that was typed by the clock on the wall, in UTC; null where none was. */
export function instantOfLocal(text: string): string | null {
  const at = new Date(text);
  return text === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
