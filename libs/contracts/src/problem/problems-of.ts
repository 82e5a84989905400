import type { z } from 'zod';
import { problemsFromZod } from '@backstop/core/policy';
import type { Problem } from '@backstop/core/problem';

/** More than this many problems of one request are not listed: an answer must not outgrow its question. */
const PROBLEMS_MAX = 100;

/** The deepest nesting that a request has any use for, with room to spare. */
const DEPTH_MAX = 32;

/** Why a schema refused an input: every problem, up to a bound, with a stable code and a JSON pointer. */
export function problemsOf(error: z.core.$ZodError, schema: z.ZodType, input: unknown, pathPrefix = ''): Problem[] {
  if (isDeeperThan(input, DEPTH_MAX)) {
    const message = `lists and objects are nested deeper than ${String(DEPTH_MAX)} levels`;
    return [{ code: 'nested_too_deeply', path: pathPrefix, message }];
  }
  const issues = error.issues.slice(0, PROBLEMS_MAX).map(withFewKeys);
  return problemsFromZod(issues, { schema, input, pathPrefix }).slice(0, PROBLEMS_MAX);
}

function withFewKeys(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  return issue.code === 'unrecognized_keys' ? { ...issue, keys: issue.keys.slice(0, PROBLEMS_MAX) } : issue;
}

/** Level by level, not by recursion: the input may be nested deeper than any stack. */
function isDeeperThan(input: unknown, depth: number): boolean {
  let level: unknown[] = [input];
  for (let reached = 0; level.length > 0; reached += 1) {
    if (reached > depth) return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : [],
    );
  }
  return false;
}
