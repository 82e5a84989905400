import type { Instant } from '@backstop/core/venue';

/** The one source of time, injected: tests set it, nothing else reads the wall. */
export type Clock = () => Instant;

/** Token that the clock is injected by. */
export const CLOCK = Symbol('clock');
