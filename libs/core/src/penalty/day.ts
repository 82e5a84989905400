import { formatInstant, parseInstant } from '../venue/index.ts';
import type { Instant } from '../venue/index.ts';

/** A day of a declared zone, `2026-01-31`. */
export type Day = string;

const MINUTE = 60_000;
const DAY = 86_400_000;

/** When the venue looks: a time of day of its zone. Zones are plain offsets, so that a day is the same on every machine. */
export interface DailySnapshot {
  /** Minutes after midnight of the zone, 0 to 1,439. */
  readonly minuteOfDay: number;
  /** Of the zone, east of UTC. */
  readonly utcOffsetMinutes: number;
}

/** The last snapshot at or before an instant: its day in the zone, and the instant itself. */
export function snapshotBefore(
  { minuteOfDay, utcOffsetMinutes }: DailySnapshot,
  at: Instant,
): { readonly day: Day; readonly at: Instant } {
  const sinceSnapshot = at + (utcOffsetMinutes - minuteOfDay) * MINUTE;
  const midnight = Math.floor(sinceSnapshot / DAY) * DAY;
  return { day: formatInstant(midnight).slice(0, 10), at: midnight + (minuteOfDay - utcOffsetMinutes) * MINUTE };
}

/** The day before. */
export function dayBefore(day: Day): Day {
  return formatInstant((parseInstant(`${day}T00:00:00Z`) ?? 0) - DAY).slice(0, 10);
}

/** The calendar month of a day, `2026-01`. */
export function monthOf(day: Day): string {
  return day.slice(0, 7);
}
