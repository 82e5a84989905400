import { formatInstant, type Instant } from '@backstop/core/venue';

/** An instant as the wire has it; null where there is none. */
export function instantText(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}
