import { problemCodes, type ProblemCode, type ProblemDetails } from '@backstop/contracts';
import type { Problem } from '@backstop/core/problem';
import { mistakeOf } from './mistake-of.ts';

/** The body of a refusal (RFC 9457); the table of codes gives status and title. */
export function problemDetailsOf(
  code: ProblemCode,
  { detail, requestId, problems }: { detail: string; requestId: string; problems: readonly Problem[] },
): ProblemDetails {
  const { status, title } = problemCodes[code];
  return {
    type: `/problems/${code}`,
    title,
    status,
    code,
    detail,
    requestId,
    errors: problems.map(mistakeOf),
  };
}
