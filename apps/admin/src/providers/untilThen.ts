/** How long after an instant the service is sure to speak of it as past, in milliseconds. */
const AFTER = 300;

/** How long to wait until something is asked again: until just after an instant to come, and never longer than `most`. */
export function untilThen(instant: string | null, most: number, now = Date.now()): number {
  const left = instant === null ? Infinity : Date.parse(instant) - now + AFTER;
  return left > 0 && left < most ? left : most;
}
