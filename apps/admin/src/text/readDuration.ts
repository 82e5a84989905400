import { formatDuration } from '@backstop/core/venue';

/** About how long something takes or is left, in its two largest units: `93784` → `1 d 2 h`. */
export function readDuration(seconds: number): string {
  return formatDuration(Math.round(seconds)).split(' ').slice(0, 4).join(' ');
}
