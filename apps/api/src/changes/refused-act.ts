import { problemCodes, type ProblemCode } from '@backstop/contracts';
import { InvariantError } from '@backstop/core/num';
import type { Refusal } from '@backstop/core/problem';
import { ProblemError } from '../http/problem-error.ts';

/** An act that the core refused, under the refusal's own code. */
export function refusedAct({ code, message }: Refusal): ProblemError {
  if (!isProblemCode(code)) throw new InvariantError(`no answer is known for the refusal ${code}`);
  return new ProblemError(code, message);
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemCodes, code);
}
