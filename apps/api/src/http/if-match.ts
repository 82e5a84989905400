import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem-error.ts';

/** Refuses a write that does not say which version it is based on, or that is based on one that is no longer current. */
export function checkIfMatch({ headers }: Pick<FastifyRequest, 'headers'>, etag: string): void {
  const header = headers['if-match'];
  if (header === undefined) {
    throw new ProblemError('if_match_required', 'this write needs If-Match with the ETag that was read');
  }
  // The comparison is strong: a weak tag does not say that the very same was read.
  if (header.trim() === '*' || header.split(',').some((each) => each.trim() === etag)) return;
  throw new ProblemError('if_match_must_be_current', 'this was written since it was read: read it again', {
    headers: { etag },
  });
}
