/**
 * Writes to the timeline happen one after another, so that each is checked against all before it, and the sequence of
 * approvals has no gaps and no late-comers. Any number, as long as nobody else on the server locks by it.
 */
export const APPROVAL_LOCK = 7_248_301_554;
