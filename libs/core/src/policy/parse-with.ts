import type { z } from 'zod';
import type { Parsed } from '../problem/index.ts';
import { illFormedTexts } from './ill-formed-texts.ts';
import { problemsFromZod } from './problems-from-zod.ts';

/** Parses untrusted input by a schema: its output, or every problem at once with pointers below `pathPrefix`. */
export function parseWith<Output>(schema: z.ZodType<Output>, input: unknown, pathPrefix = ''): Parsed<Output> {
  const result = schema.safeParse(input);
  if (result.success) {
    const problems = illFormedTexts(result.data, pathPrefix);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: result.data };
  }
  return { ok: false, problems: problemsFromZod(result.error.issues, { schema, input, pathPrefix }) };
}
