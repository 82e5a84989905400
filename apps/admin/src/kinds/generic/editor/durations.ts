/** Units in which a time is typed, in seconds. */
export const DURATION_UNITS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;

export type DurationUnit = keyof typeof DURATION_UNITS;

/** The largest unit that a time is a whole number of; seconds where it is no time. */
export function unitFor(value: unknown): DurationUnit {
  if (typeof value !== 'number' || value === 0) return 'seconds';
  const units = Object.keys(DURATION_UNITS) as DurationUnit[];
  return units.findLast((unit) => value % DURATION_UNITS[unit] === 0) ?? 'seconds';
}

/** Whole seconds of what is typed in a unit; the text itself where it is none, for the core to refuse. */
export function secondsOf(typed: string, unit: DurationUnit): number | string {
  const text = typed.trim();
  if (!/^\d{1,10}(?:\.\d{1,4})?$/.test(text) || text.endsWith('.')) return text;
  const seconds = Number(text) * DURATION_UNITS[unit];
  return Number.isInteger(seconds) ? seconds : text;
}
