/** What every process must have before an instant to know of it, in milliseconds. */
export const KNOWN_MILLISECONDS = 2000;

/**
 * Least time from an approval to its effect, in milliseconds, emergencies too: two seconds in which every process learns
 * of it, and one in which the approval itself is written.
 */
export const LEAD_MILLISECONDS = KNOWN_MILLISECONDS + 1000;
