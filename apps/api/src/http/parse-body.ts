import { Readable } from 'node:stream';
import type { z } from 'zod';
import { illFormedTexts } from '@backstop/core/policy';
import { problemsOf } from '@backstop/contracts';
import { ProblemError } from './problem-error.ts';
import { refused } from './refused.ts';

/** The JSON body as its schema gives it; every problem with it at once otherwise. */
export function parseBody<Body>(schema: z.ZodType<Body>, body: unknown): Body {
  if (body instanceof Readable) {
    throw new ProblemError('media_type_must_be_supported', 'the body of this route is application/json');
  }
  if (body === undefined) throw new ProblemError('body_must_be_json', 'there is no body');
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw refused(problemsOf(parsed.error, schema, body));
  const problems = illFormedTexts(parsed.data, '');
  if (problems.length > 0) throw refused(problems);
  return parsed.data;
}
