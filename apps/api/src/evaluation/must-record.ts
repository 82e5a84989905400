import { isGranted, type Actor } from '@backstop/core/access';
import { ProblemError } from '../http/problem-error.ts';

/** Refuses who may ask, but not fill the log with what they ask. */
export function mustRecord(actor: Actor): void {
  if (isGranted(actor, 'decision:record')) return;
  throw new ProblemError('permission_denied', 'putting what is asked in the log takes `decision:record` as well');
}
