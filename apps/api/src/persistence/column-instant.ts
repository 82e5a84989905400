import { formatInstant } from '@backstop/core/venue';

/** A `timestamptz` as the driver hands it over, in RFC 3339; it gives a number for an infinite one. */
export function columnInstant(at: Date | number): string {
  return at instanceof Date ? formatInstant(at.getTime()) : String(at);
}
