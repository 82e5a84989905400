import type { ProblemCode } from '@backstop/contracts';
import type { Problem } from '@backstop/core/problem';

/** What a request is refused with; thrown by services, rendered in one place. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly problems: readonly Problem[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    detail: string,
    { problems = [], headers = {} }: { problems?: readonly Problem[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail);
    this.code = code;
    this.problems = problems;
    this.headers = headers;
  }
}
