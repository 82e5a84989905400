import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Problem } from '../problem/index.ts';
import { parseWith, positiveDecimal } from './index.ts';

const row = z.strictObject({ name: z.string().min(2).max(5), rate: positiveDecimal('Rate.').nullable().default(null) });
const circle = z.strictObject({ shape: z.literal('circle'), radius: positiveDecimal('Radius.') });
const box = z.strictObject({
  shape: z.literal('box'),
  side: positiveDecimal('Side.'),
  depth: positiveDecimal('Depth.'),
});
const schema = z.strictObject({
  mode: z.enum(['mark', 'entry']),
  count: z.int().min(1).max(10),
  rows: z.array(row).min(1).max(2),
  isLive: z.boolean().default(false),
  body: z.union([circle, box]).optional(),
  solid: z.discriminatedUnion('shape', [circle, box]).optional(),
  names: z.union([z.literal('*'), z.array(z.string())]).optional(),
  facts: z.record(z.string(), z.strictObject({ unit: z.string() })).optional(),
});

const right = { mode: 'mark', count: 1, rows: [{ name: 'ab' }] };

describe('parseWith says in the author’s words what is wrong', () => {
  it.each<[string, object, Pick<Problem, 'code' | 'path'> & Partial<Problem>]>([
    [
      'a missing field',
      { mode: undefined },
      { code: 'field_required', path: '/mode', suggestion: 'one of `mark`, `entry`' },
    ],
    ['a misspelt field', { cuont: 1 }, { code: 'unknown_field', path: '/cuont', suggestion: 'did you mean `count`?' }],
    [
      'a field nobody knows',
      { zzzzz: 1 },
      { code: 'unknown_field', path: '/zzzzz', message: 'there is no field `zzzzz` here' },
    ],
    [
      'a misspelt field in a row',
      { rows: [{ name: 'ab', raet: '1' }] },
      { code: 'unknown_field', path: '/rows/0/raet', suggestion: 'did you mean `rate`?' },
    ],
    [
      'a misspelt field in a record',
      { facts: { 'a/b': { unit: 'x', uint: 'x' } } },
      { code: 'unknown_field', path: '/facts/a~1b/uint', suggestion: 'did you mean `unit`?' },
    ],
    [
      'a number where a decimal text is meant',
      { rows: [{ name: 'ab', rate: 0.1 }] },
      {
        code: 'wrong_type',
        path: '/rows/0/rate',
        message: '`0.1` must be a text',
        suggestion: 'write it as text: "0.1"',
      },
    ],
    [
      'a text that is no decimal',
      { rows: [{ name: 'ab', rate: '1e5' }] },
      { code: 'invalid_text', path: '/rows/0/rate', message: '`1e5` must be a decimal text above zero such as "0.1"' },
    ],
    [
      'an object where a list is meant',
      { rows: {} },
      { code: 'wrong_type', path: '/rows', message: '`{…}` must be a list' },
    ],
    ['null where none may be', { mode: null }, { code: 'value_not_allowed', path: '/mode' }],
    [
      'a broken number',
      { count: 1.5 },
      { code: 'wrong_type', path: '/count', message: '`1.5` must be a whole number' },
    ],
    ['a number below its range', { count: 0 }, { code: 'out_of_range', path: '/count' }],
    ['a number above its range', { count: 11 }, { code: 'out_of_range', path: '/count' }],
    ['too few rows', { rows: [] }, { code: 'too_few', path: '/rows' }],
    [
      'too many rows',
      { rows: [{ name: 'ab' }, { name: 'ab' }, { name: 'ab' }] },
      { code: 'too_many', path: '/rows', message: 'at most 2 are allowed here, not 3' },
    ],
    ['a text too long', { rows: [{ name: 'abcdef' }] }, { code: 'too_long', path: '/rows/0/name' }],
    ['a text too short', { rows: [{ name: 'a' }] }, { code: 'too_short', path: '/rows/0/name' }],
    [
      'a misspelt choice',
      { mode: 'entri' },
      {
        code: 'value_not_allowed',
        path: '/mode',
        message: '`entri` is not one of `mark`, `entry`',
        suggestion: 'did you mean `entry`?',
      },
    ],
    [
      'a union, in the branch that is meant',
      { body: { shape: 'box', side: '0', depth: '1' } },
      { code: 'invalid_text', path: '/body/side' },
    ],
    [
      'a union, a misspelt field of the branch that is meant',
      { body: { shape: 'circle', radius: '1', raduis: '1' } },
      { code: 'unknown_field', path: '/body/raduis', suggestion: 'did you mean `radius`?' },
    ],
    [
      'a union whose choice is misspelt',
      { body: { shape: 'cirle', radius: '1' } },
      { code: 'value_not_allowed', path: '/body/shape', suggestion: 'did you mean `circle`?' },
    ],
    [
      'a union that is no object',
      { body: 5 },
      { code: 'wrong_type', path: '/body', message: '`5` must be an object with named fields' },
    ],
    [
      'a discriminated union whose choice is misspelt',
      { solid: { shape: 'bocs' } },
      { code: 'value_not_allowed', path: '/solid/shape', message: '`bocs` is not one of `circle`, `box`' },
    ],
    [
      'a discriminated union without its choice',
      { solid: { radius: '1' } },
      { code: 'field_required', path: '/solid/shape', suggestion: 'one of `circle`, `box`' },
    ],
    [
      'everything or a list: another text',
      { names: 'x' },
      { code: 'wrong_type', path: '/names', message: '`x` must be `*` or a list' },
    ],
    [
      'everything or a list: a wrong name',
      { names: ['a', 5] },
      { code: 'wrong_type', path: '/names/1', message: '`5` must be a text' },
    ],
  ])('%s', (_, over, problem) => {
    const parsed = parseWith(schema, { ...right, ...over });
    expect(parsed.ok ? [] : parsed.problems).toEqual([expect.objectContaining(problem)]);
  });

  it('says everything at once, below the prefix', () => {
    const parsed = parseWith(schema, { mode: 'x', count: 'y', rows: [{}], z: 1 }, '/document');
    expect(parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'value_not_allowed /document/mode',
      'wrong_type /document/count',
      'field_required /document/rows/0/name',
      'unknown_field /document/z',
    ]);
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['a text', 'x'],
    ['nothing', undefined],
  ])('%s is not a document', (_, input) => {
    const parsed = parseWith(schema, input);
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual(['']);
  });

  it('shortens what is long, and survives what is deep', () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    const parsed = parseWith(schema, { ...right, mode: 'x'.repeat(10_000), count: deep });
    const problems = parsed.ok ? [] : parsed.problems;
    expect(problems.map(({ code }) => code)).toEqual(['value_not_allowed', 'wrong_type']);
    expect(Math.max(...problems.map(({ message }) => message.length))).toBeLessThan(200);
  });

  it('gives what was parsed, defaults filled', () => {
    expect(parseWith(schema, right)).toEqual({
      ok: true,
      value: { mode: 'mark', count: 1, rows: [{ name: 'ab', rate: null }], isLive: false },
    });
  });
});
