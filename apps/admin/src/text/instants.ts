const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: '2-digit', month: 'short', year: 'numeric' });
const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** `24 Oct 2024, 00:00 UTC`; seconds only where there are any. A text that is no instant comes back as it is. */
export function readInstant(text: string): string {
  const at = Date.parse(text);
  if (Number.isNaN(at)) return text;
  const time = TIME.format(at);
  return `${DAY.format(at)}, ${time.endsWith(':00') ? time.slice(0, 5) : time} UTC`;
}

/** The same without `UTC`, where the heading says it. */
export function readInstantUnderUtc(text: string): string {
  return readInstant(text).replace(/ UTC$/, '');
}

/** `24 Oct 2024`, by the UTC calendar. */
export function readDay(text: string): string {
  const at = Date.parse(text);
  return Number.isNaN(at) ? text : DAY.format(at);
}
