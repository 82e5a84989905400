/**
 * Least time from an approval to its effect, in milliseconds, emergencies too: two seconds in which every process learns
 * of it, and one in which the approval itself is written.
 */
export const LEAD_MILLISECONDS = 3000;
