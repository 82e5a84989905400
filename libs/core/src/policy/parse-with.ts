import type { z } from 'zod';
import type { Parsed } from '../problem/index.ts';
import { problemsFromZod } from './problems-from-zod.ts';

/** Parses untrusted input by a schema: its output, or every problem at once with pointers below `pathPrefix`. */
export function parseWith<Output>(schema: z.ZodType<Output>, input: unknown, pathPrefix = ''): Parsed<Output> {
  const result = schema.safeParse(input);
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, problems: problemsFromZod(result.error.issues, { schema, input, pathPrefix }) };
}
