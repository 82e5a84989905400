import { setImmediate } from 'node:timers/promises';

/** Work in one go is at most this long, so that evaluations are answered in between. */
const AT_ONCE_MS = 10;

/** Lets others in where the last time is long enough ago; called between two small steps of long work. */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < AT_ONCE_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
