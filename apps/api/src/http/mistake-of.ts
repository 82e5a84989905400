import type { ProblemDetails } from '@backstop/contracts';
import type { Problem } from '@backstop/core/problem';

/** A problem of the core as the wire tells it: the same in a refusal and in a report. */
export function mistakeOf({ code, path, message, suggestion }: Problem): ProblemDetails['errors'][number] {
  return { code, pointer: path, detail: message, ...(suggestion === undefined ? {} : { suggestion }) };
}
