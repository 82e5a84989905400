import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parsePolicy } from './index.ts';
import type { KindRegister, RegisteredKind, Subject } from './index.ts';

/** The smallest real kind: one number that must not be odd. */
function kindAbout(id: string, subject: Subject): RegisteredKind {
  const schema = z.strictObject({ count: z.int().default(2) });
  return {
    id,
    title: id,
    subject,
    schema,
    check: ({ count }: z.output<typeof schema>) =>
      count % 2 === 0 ? [] : [{ code: 'count_is_odd', path: '/count', message: `\`${count}\` is odd` }],
    compile: (document: z.output<typeof schema>) => document.count,
    explain: () => null,
    diff: () => [],
    rowKeys: {},
    parameters: [],
  };
}

const register: KindRegister = {
  'margin-tiers': kindAbout('margin-tiers', 'contract'),
  'collateral-haircut': kindAbout('collateral-haircut', 'asset'),
  valuation: kindAbout('valuation', 'venue'),
};

const right = { kind: 'margin-tiers', key: 'BTCUSDT', title: 'BTC', scope: { contracts: ['BTCUSDT'] }, document: {} };

function problemsOf(input: unknown): string[] {
  const parsed = parsePolicy(input, register);
  return parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path}`);
}

describe('parsePolicy', () => {
  it('gives the envelope with the canonical document: defaults filled, scope sorted', () => {
    const parsed = parsePolicy({ ...right, scope: { groups: ['b', 'a'], tags: ['y', 'x'] } }, register);
    expect(parsed).toEqual({
      ok: true,
      value: { ...right, scope: { groups: ['a', 'b'], tags: ['x', 'y'] }, document: { count: 2 } },
    });
  });

  it.each<[string, object, string[]]>([
    ['an unknown kind', { kind: 'margin-teirs' }, ['unknown_kind /kind']],
    ['a name of every object is not a kind', { kind: 'constructor' }, ['unknown_kind /kind']],
    ['a missing kind', { kind: undefined }, ['field_required /kind']],
    ['a key with a point', { key: 'a.b' }, ['invalid_text /key']],
    ['no title', { title: '' }, ['too_short /title']],
    ['an unknown field', { scoep: 1 }, ['unknown_field /scoep']],
    ['no document', { document: undefined }, ['field_required /document']],
    ['a document that is null', { document: null }, ['wrong_type /document']],
    ['a scope that names nothing', { scope: {} }, ['scope_names_not_one_subject /scope']],
    ['a scope that names two', { scope: { contracts: '*', groups: ['a'] } }, ['scope_names_not_one_subject /scope']],
    ['a scope with only tags', { scope: { tags: ['a'] } }, ['scope_names_not_one_subject /scope']],
    ['a name listed twice', { scope: { contracts: ['a', 'b', 'a'] } }, ['duplicate_name /scope/contracts/2']],
    ['an empty list', { scope: { contracts: [] } }, ['too_few /scope/contracts']],
    ['a bad name', { scope: { contracts: ['a b'] } }, ['invalid_text /scope/contracts/0']],
    ['a scope of assets for a kind about contracts', { scope: { assets: '*' } }, ['scope_not_for_kind /scope']],
    ['a scope of contracts for a kind about assets', { kind: 'collateral-haircut' }, ['scope_not_for_kind /scope']],
    ['a narrow scope for a kind about the venue', { kind: 'valuation' }, ['scope_not_for_kind /scope']],
    ['what a shape cannot say', { document: { count: 3 } }, ['count_is_odd /document/count']],
    [
      'everything at once',
      { key: '', scope: { groups: [5] }, document: { count: 'x', y: 1 } },
      ['invalid_text /key', 'wrong_type /scope/groups/0', 'wrong_type /document/count', 'unknown_field /document/y'],
    ],
  ])('refuses %s', (_, over, expected) => {
    expect(problemsOf({ ...right, ...over })).toEqual(expected);
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['a text', 'x'],
  ])('refuses %s as an envelope', (_, input) => {
    expect(problemsOf(input)).toEqual(['wrong_type ']);
  });

  it.each([
    ['margin-tiers', { contracts: '*' }],
    ['margin-tiers', { groups: ['majors'], tags: ['retail'] }],
    ['collateral-haircut', { assets: '*' }],
    ['collateral-haircut', { assets: ['BTC'] }],
    ['valuation', { contracts: '*' }],
  ])('%s may speak about %j', (kind, scope) => {
    expect(problemsOf({ ...right, kind, scope })).toEqual([]);
  });
});
