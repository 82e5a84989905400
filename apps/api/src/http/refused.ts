import type { Problem } from '@backstop/core/problem';
import { ProblemError } from './problem-error.ts';

/** More problems than this are not listed: an answer must not outgrow its question. */
export const PROBLEMS_MAX = 100;

/** The refusal of a request with problems; only so many of them are listed. */
export function refused(problems: readonly Problem[]): ProblemError {
  const detail = problems.length === 1 ? 'the request has one problem' : `the request has ${problems.length} problems`;
  return new ProblemError('request_must_be_valid', detail, { problems: problems.slice(0, PROBLEMS_MAX) });
}
