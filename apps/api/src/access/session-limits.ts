/** A session that is not used for so long ends, in milliseconds: 8 hours. */
export const SESSION_IDLE_MS = 8 * 3_600_000;

/** However much it is used, it ends after so long: 24 hours. */
export const SESSION_MS = 24 * 3_600_000;
