/** An instant in UTC, as whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

const PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;

/** The instant that an RFC 3339 UTC text states, to the millisecond; null for anything else, impossible dates included. */
export function parseInstant(text: string): Instant | null {
  if (text === lastRead.text) return lastRead.at;
  const at = instantOf(text);
  lastRead = { text, at };
  return at;
}

/** Nearly every instant of a request is the same one, and reading or writing one is dear: the last of each is kept. */
let lastRead: { readonly text: string; readonly at: Instant | null } = { text: '', at: null };
let lastWritten: { readonly at: Instant; readonly text: string } | null = null;

function instantOf(text: string): Instant | null {
  if (!PATTERN.test(text)) return null;
  const at = Date.parse(text);
  // Date.parse rolls 30 February over into March and 24:00 into the next day: then the day is not the one written.
  return Number.isNaN(at) || String(new Date(at).getUTCDate()).padStart(2, '0') !== text.slice(8, 10) ? null : at;
}

/** RFC 3339 UTC, milliseconds only where there are any. */
export function formatInstant(at: Instant): string {
  if (lastWritten?.at === at) return lastWritten.text;
  const long = new Date(at).toISOString();
  const text = long.endsWith('.000Z') ? long.slice(0, 19) + 'Z' : long;
  lastWritten = { at, text };
  return text;
}
