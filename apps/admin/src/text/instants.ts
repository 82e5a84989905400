import { pageLanguage } from './pageLanguage.ts';

const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const GERMAN = ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sep.', 'Okt.', 'Nov.', 'Dez.'];

/** A month, counted from 0, in the language of the page. */
function monthName(month: number): string {
  return (pageLanguage() === 'de' ? GERMAN : ENGLISH)[month] ?? '';
}

/** `24 Oct 2024, 00:00 UTC`; seconds only where there are any. A text that is no instant comes back as it is. */
export function readInstant(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : `${bareInstant(text)} UTC`;
}

/** The same without `UTC`. */
function bareInstant(text: string): string {
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
  return `${twoDigits(at.getUTCDate())} ${monthName(at.getUTCMonth())} ${String(at.getUTCFullYear())}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** `24 Oct 2024, 09:00` in the reader's own zone, or in one that is named. */
export function readLocalInstant(text: string, timeZone?: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return text;
  const part = partsOf(at, timeZone);
  const seconds = part('second') === '00' ? '' : `:${part('second')}`;
  return `${part('day')} ${monthName(Number(part('month')) - 1)} ${part('year')}, ${part('hour')}:${part('minute')}${seconds}`;
}

/** `09:00` in the reader's own zone; with the day where that is another than today's. */
export function readClock(text: string, now = new Date(), timeZone?: string): string {
  const whole = readLocalInstant(text, timeZone);
  const [day, clock = whole] = whole.split(', ');
  return day === readLocalInstant(now.toISOString(), timeZone).split(', ')[0] ? clock.slice(0, 5) : whole;
}

/** `24 Oct 2024, 09:00 GMT+9` in the reader's own zone, which is named. */
export function readZonedInstant(text: string): string {
  return `${readLocalInstant(text)} ${readZone(text)}`.trim();
}

/** The reader's zone at an instant: `GMT+9`, `UTC`. */
export function readZone(text: string, timeZone?: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? '' : partsOf(at, timeZone)('timeZoneName');
}

function partsOf(at: Date, timeZone?: string): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = formatIn(timeZone).formatToParts(at);
  return (type) => parts.find((part) => part.type === type)?.value ?? '';
}

const formats = new Map<string | undefined, Intl.DateTimeFormat>();

/** Made once for each zone: making one takes longer than a table of instants. */
function formatIn(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    ...{ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' },
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  formats.set(timeZone, made);
  return made;
}
