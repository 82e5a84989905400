import type { Clock } from '../clock/clock.ts';
import type { Instant } from '@backstop/core/venue';

/** A clock that stands still until it is set, and is never set back. */
export interface SteppedClock {
  readonly now: Clock;
  readonly stepTo: (at: Instant) => void;
}

export function steppedClock(start: Instant): SteppedClock {
  let at = start;
  return {
    now: () => at,
    stepTo: (wanted) => {
      at = Math.max(at, wanted);
    },
  };
}
