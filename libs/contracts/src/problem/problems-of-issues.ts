import type { z } from 'zod';
import type { Problem } from '@backstop/core/problem';
import { fieldCodes, isFieldCode, type FieldCode } from './field-codes.ts';

/** More than this many problems of one request are counted, not listed: an answer must not outgrow its question. */
export const PROBLEMS_MAX = 100;

/** Every issue of a schema as a problem with a stable code and a JSON pointer; `input` is what the schema was given. */
export function problemsOfIssues(issues: readonly z.core.$ZodIssue[], input: unknown): Problem[] {
  return issues.slice(0, PROBLEMS_MAX).flatMap((issue) => problemsOfIssue(issue, input));
}

/** A JSON pointer (RFC 6901) of a path. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => '/' + String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('');
}

function problemsOfIssue(issue: z.core.$ZodIssue, input: unknown): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, PROBLEMS_MAX).map((key) => problem('field_must_be_known', [...issue.path, key]));
  }
  if (issue.code === 'invalid_key') return [problem('name_must_match_its_format', issue.path)];
  if (isAbsent(issue.path, input)) return [problem('field_must_be_present', issue.path)];
  return [withChoices(problem(codeOf(issue), issue.path), issue)];
}

function codeOf(issue: z.core.$ZodIssue): FieldCode {
  if (isFieldCode(issue.message)) return issue.message;
  if (issue.code === 'invalid_value') return 'value_must_be_one_of_its_choices';
  if (issue.code === 'invalid_format') return 'name_must_match_its_format';
  if (issue.code === 'too_big' || issue.code === 'too_small') {
    if (issue.origin === 'array') return 'list_must_be_within_its_length';
    return issue.origin === 'string' ? 'text_must_be_within_its_length' : 'number_must_be_within_its_bounds';
  }
  return 'value_must_have_its_type';
}

function problem(code: FieldCode, path: readonly PropertyKey[]): Problem {
  const last = path.at(-1);
  const where = last === undefined ? 'the body' : `\`${shortened(String(last))}\``;
  return { code, path: pointerOf(path), message: `${where}: ${fieldCodes[code]}` };
}

function withChoices(found: Problem, issue: z.core.$ZodIssue): Problem {
  if (issue.code === 'invalid_value') return { ...found, suggestion: `one of ${issue.values.map(String).join(', ')}` };
  if (issue.code === 'invalid_type' && found.code === 'value_must_have_its_type') {
    return { ...found, suggestion: `a value of type ${issue.expected}` };
  }
  return found;
}

function isAbsent(path: readonly PropertyKey[], input: unknown): boolean {
  let at: unknown = input;
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return true;
    at = (at as Record<PropertyKey, unknown>)[part];
  }
  return at === undefined;
}

function shortened(text: string): string {
  return text.length <= 64 ? text : text.slice(0, 61) + '...';
}
