import type { z } from 'zod';
import { illFormedTexts } from '@backstop/core/policy';
import { problemsOf } from '@backstop/contracts';
import { ProblemError } from './problem-error.ts';

/** The query parameters as their schema gives them; every problem with them at once otherwise. */
export function parseQuery<Query>(schema: z.ZodType<Query>, query: unknown): Query {
  const parsed = schema.safeParse(query);
  const problems = parsed.success ? illFormedTexts(parsed.data, '') : problemsOf(parsed.error, schema, query);
  if (parsed.success && problems.length === 0) return parsed.data;
  throw new ProblemError('query_must_be_valid', sentenceOf(problems.length), { problems });
}

function sentenceOf(count: number): string {
  return count === 1 ? 'one query parameter has a problem' : `the query parameters have ${String(count)} problems`;
}
