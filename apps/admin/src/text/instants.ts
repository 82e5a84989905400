const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `24 Oct 2024, 00:00 UTC`; seconds only where there are any. A text that is no instant comes back as it is. */
export function readInstant(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : `${readInstantUnderUtc(text)} UTC`;
}

/** The same without `UTC`, where the heading says it. */
export function readInstantUnderUtc(text: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return text;
  const seconds = at.getUTCSeconds() === 0 ? '' : `:${twoDigits(at.getUTCSeconds())}`;
  return `${dayOf(at)}, ${twoDigits(at.getUTCHours())}:${twoDigits(at.getUTCMinutes())}${seconds}`;
}

/** `24 Oct 2024`, by the UTC calendar. */
export function readDay(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : dayOf(at);
}

/** Months in letters: no reader takes the day for the month. */
function dayOf(at: Date): string {
  return `${twoDigits(at.getUTCDate())} ${MONTHS[at.getUTCMonth()] ?? ''} ${String(at.getUTCFullYear())}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
