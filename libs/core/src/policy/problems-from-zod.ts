import type { z } from 'zod';
import { nearestName, suggestion } from '../problem/index.ts';
import type { Problem } from '../problem/index.ts';
import { pointerOf } from './pointer.ts';
import { fieldNamesAt, literalsAgree, optionsOf, schemaAt, valueAt } from './schema-walk.ts';
import { quoted, typeInWords } from './wording.ts';

type Issue = z.core.$ZodIssue;

export interface IssueOrigin {
  readonly schema: z.core.$ZodType;
  /** What was parsed: the words of the author, for messages and suggestions. */
  readonly input: unknown;
  /** JSON pointer of the input within the whole request; '' at its top. */
  readonly pathPrefix?: string | undefined;
}

/**
 * What a schema refused, in the author's words: every issue becomes problems with a stable code and a JSON pointer.
 *
 * Codes: `field_required`, `unknown_field`, `wrong_type`, `invalid_text`, `value_not_allowed`, `out_of_range`,
 * `too_many`, `too_few`, `too_long`, `too_short`, and whatever code a schema's own refinement names
 * (`params: { code }`; `invalid_value` where it names none).
 */
export function problemsFromZod(issues: readonly Issue[], origin: IssueOrigin): Problem[] {
  return issues.flatMap((issue) => problemsOf(issue, origin));
}

function problemsOf(issue: Issue, origin: IssueOrigin): Problem[] {
  const value = valueAt(origin.input, issue.path);
  const at = (code: string, message: string, suggestion?: string | null): Problem => ({
    code,
    path: pointerOf(issue.path, origin.pathPrefix),
    message,
    ...(suggestion === undefined || suggestion === null ? {} : { suggestion }),
  });
  const name = String(issue.path.at(-1) ?? 'document');
  if (value === undefined && issue.code !== 'custom') {
    return [at('field_required', `the field \`${name}\` is required`, hintOfValues(issue))];
  }
  switch (issue.code) {
    case 'invalid_type':
      return [wrongType(issue.expected, value, at)];
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField(key, issue.path, origin));
    case 'invalid_value':
      return [valueNotAllowed(value, issue.values, at)];
    case 'invalid_format':
      return [at('invalid_text', `${quoted(value)} ${issue.message}`)];
    case 'too_big':
      return [tooBig(issue, value, at)];
    case 'too_small':
      return [tooSmall(issue, value, at)];
    case 'invalid_union':
      return unionProblems(issue, value, origin, at);
    case 'custom':
      return [at(customCode(issue), value === undefined ? issue.message : `${quoted(value)} ${issue.message}`)];
    default:
      return [at('invalid_value', `${quoted(value)} cannot be read here`)];
  }
}

type At = (code: string, message: string, suggestion?: string | null) => Problem;

function wrongType(expected: string, value: unknown, at: At): Problem {
  const suggestion = expected === 'string' && typeof value === 'number' ? `write it as text: "${value}"` : null;
  return at('wrong_type', `${quoted(value)} must be ${typeInWords(expected)}`, suggestion);
}

function unknownField(key: string, path: readonly PropertyKey[], { schema, input, pathPrefix }: IssueOrigin): Problem {
  return {
    code: 'unknown_field',
    path: pointerOf([...path, key], pathPrefix),
    message: `there is no field ${quoted(key)} here`,
    ...suggestion(key, fieldNamesAt(schema, input, path)),
  };
}

function valueNotAllowed(value: unknown, allowed: readonly unknown[], at: At): Problem {
  const names = allowed.map(String);
  const nearest = typeof value === 'string' ? nearestName(value, names) : null;
  return at(
    'value_not_allowed',
    `${quoted(value)} is not one of ${names.map((each) => `\`${each}\``).join(', ')}`,
    nearest === null ? null : `did you mean \`${nearest}\`?`,
  );
}

function tooBig(issue: z.core.$ZodIssueTooBig, value: unknown, at: At): Problem {
  if (issue.origin === 'array' && Array.isArray(value)) {
    return at('too_many', `at most ${issue.maximum} are allowed here, not ${value.length}`);
  }
  if (issue.origin === 'string') return at('too_long', `${quoted(value)} is longer than ${issue.maximum} characters`);
  return at('out_of_range', `${quoted(value)} is above the largest allowed, ${issue.maximum}`);
}

function tooSmall(issue: z.core.$ZodIssueTooSmall, value: unknown, at: At): Problem {
  if (issue.origin === 'array' && Array.isArray(value)) {
    return at('too_few', `at least ${issue.minimum} is required here, not ${value.length}`);
  }
  if (issue.origin === 'string') return at('too_short', `${quoted(value)} is shorter than ${issue.minimum} characters`);
  return at('out_of_range', `${quoted(value)} is below the smallest allowed, ${issue.minimum}`);
}

/** Only the branch that the author meant is spoken of; where none can be told, the values that choose one are. */
function unionProblems(issue: z.core.$ZodIssueInvalidUnion, value: unknown, origin: IssueOrigin, at: At): Problem[] {
  const options = optionsOf(schemaAt(origin.schema, origin.input, issue.path) ?? origin.schema) ?? [];
  if (issue.errors.length === 0) return [valueNotAllowed(value, discriminatorValues(issue), at)];
  const branches = issue.errors.map((errors, index) => ({ errors, option: options[index] }));
  const agreeing = branches.filter(({ option }) => option !== undefined && literalsAgree(option, value));
  const deeper = (agreeing.length > 0 ? agreeing : branches).filter(({ errors }) => !isRefusedWhole(errors));
  const [meant] = deeper.toSorted((a, b) => a.errors.length - b.errors.length);
  if (meant === undefined) return [at('wrong_type', `${quoted(value)} must be ${expectations(issue)}`)];
  if (agreeing.length === 0) {
    const choice = literalChoice(issue);
    if (choice !== null) return problemsOf({ ...choice, path: [...issue.path, ...choice.path] }, origin);
  }
  return meant.errors.flatMap((error) => problemsOf({ ...error, path: [...issue.path, ...error.path] }, origin));
}

/** Refused for what it is as a whole, not for something within it. */
function isRefusedWhole(errors: readonly Issue[]): boolean {
  const ofTheWhole = errors.filter((error) => error.path.length === 0);
  return ofTheWhole.some(({ code }) => code === 'invalid_type' || code === 'invalid_value' || code === 'invalid_union');
}

/** The values of one literal field that would choose a branch, gathered over all of them. */
function literalChoice(issue: z.core.$ZodIssueInvalidUnion): Issue | null {
  const choices = issue.errors.flat().filter((error) => error.code === 'invalid_value' && error.path.length === 1);
  const [first] = choices;
  if (first === undefined) return null;
  const same = choices.filter((choice) => choice.path[0] === first.path[0]);
  const values = [...new Set(same.flatMap((choice) => (choice.code === 'invalid_value' ? choice.values : [])))];
  return { ...first, values } as Issue;
}

function discriminatorValues(issue: z.core.$ZodIssueInvalidUnion): readonly unknown[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
}

function expectations(issue: z.core.$ZodIssueInvalidUnion): string {
  const expected = issue.errors.flat().map((error) => {
    if (error.code === 'invalid_value') return error.values.map((each) => `\`${String(each)}\``).join(' or ');
    return error.code === 'invalid_type' ? typeInWords(error.expected) : 'another value';
  });
  return [...new Set(expected)].join(' or ');
}

function hintOfValues(issue: Issue): string | null {
  const values =
    issue.code === 'invalid_value' ? issue.values : issue.code === 'invalid_union' ? discriminatorValues(issue) : [];
  return values.length === 0 ? null : `one of ${values.map((each) => `\`${String(each)}\``).join(', ')}`;
}

function customCode(issue: z.core.$ZodIssueCustom): string {
  const code: unknown = issue.params?.['code'];
  return typeof code === 'string' ? code : 'invalid_value';
}
