import { describe, expect, it } from 'vitest';
import { factDeclarationSchema, scopeCatalogue } from '../rules/index.ts';
import type { Condition, RootCondition } from '../rules/index.ts';
import { twinRun } from './index.ts';
import type { TwinRule } from './index.ts';

const declared = [
  { name: 'score', type: 'decimal', unit: 'none', minimum: '0', maximum: '10' },
  { name: 'days', type: 'integer', unit: 'count' },
  { name: 'isWatched', type: 'boolean', unit: 'none' },
  { name: 'region', type: 'text', unit: 'none', values: ['eu', 'uk'] },
  { name: 'assets', type: 'set', unit: 'none' },
].map((fact) => factDeclarationSchema.parse({ ...fact, meaning: 'For the test.', source: 'the test' }));
const facts = scopeCatalogue(declared);

const rulesOf = (...conditions: RootCondition[]): TwinRule[] =>
  conditions.map((one, place) => ({
    conditions: one,
    pointer: `/rules/${String(place)}/conditions`,
    priority: 1,
    event: { type: 'error', params: { actions: [] } },
  }));

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value }) as Condition;

describe('twinRun', () => {
  it.each<[string, Condition[]]>([
    ['a number against a limit', [leaf('equity', 'lessThan', '104.5')]],
    ['a ratio against a limit', [leaf('marginRatio', 'lessThanInclusive', '1.05')]],
    ['a number against another', [leaf('equity', 'greaterThan', { fact: 'maintenanceMargin' })]],
    ['a ratio against another', [leaf('marginRatio', 'equal', { fact: 'leverage' })]],
    ['a number at the bound of its fact', [leaf('score', 'lessThan', '10'), leaf('score', 'greaterThan', '0')]],
    ['a whole number', [leaf('days', 'greaterThanInclusive', 3), leaf('days', 'in', [5, 7])]],
    ['a list of numbers', [leaf('equity', 'in', ['1', '2.5']), leaf('equity', 'notIn', ['-1'])]],
    ['a truth', [leaf('isWatched', 'equal', true)]],
    ['a text', [leaf('region', 'notEqual', 'eu'), leaf('asset', 'in', ['USDT', 'BTC'])]],
    ['a text in a set', [leaf('asset', 'in', { fact: 'assets' })]],
    ['a set', [leaf('tags', 'contains', 'vip'), leaf('assets', 'doesNotContain', { fact: 'asset' })]],
  ])('agrees on %s, and sees every leaf true and false', async (_, leaves) => {
    const report = await twinRun(rulesOf({ any: leaves }, { not: { condition: 'named' } }), {
      facts,
      conditions: { named: { all: leaves } },
    });
    expect(report).toMatchObject({ problems: [], leaves: leaves.length * 2, leavesSeenBothWays: leaves.length * 2 });
    expect(report.judged).toBe(report.borders);
  });

  it('names the place, the facts and both answers where they disagree', async () => {
    // The check refuses an empty list because its readers differ: json-rules-engine takes it for true, we for false.
    const list = rulesOf({ all: [leaf('equity', 'lessThan', '5')] }, { all: [{ any: [] }] });
    const { problems } = await twinRun(list, { facts, conditions: {} });
    expect(problems).toEqual([
      {
        code: 'twin_disagrees',
        path: '/rules/1/conditions',
        message: 'compiled: `false`; json-rules-engine: `true`; where equity 5',
      },
    ]);
  });

  it('stops at its bound, and says how much it judged', async () => {
    const wide = Array.from({ length: 200 }, (_, at) => leaf('equity', 'lessThan', String(at)));
    const report = await twinRun(rulesOf({ any: wide }, { all: wide }), { facts, conditions: {} });
    expect(report.problems).toEqual([]);
    expect(report.judged).toBeLessThan(report.borders);
    expect(report.judged * 400).toBeLessThanOrEqual(60_000);
    expect(report.judged * 400).toBeGreaterThan(59_000);
  });

  it('counts what a list is compared with, and puts each leaf at a border before any is at its next', async () => {
    const listAt = (start: number) => Array.from({ length: 100 }, (_, at) => String(start + at));
    const wide = Array.from({ length: 20 }, (_, at) => leaf('equity', 'in', listAt(at * 100)));
    const report = await twinRun(rulesOf({ any: wide }), { facts, conditions: {} });
    expect(report).toMatchObject({ problems: [], leaves: 20, leavesSeenBothWays: 20 });
    expect(report.judged).toBeLessThan(report.borders);
    expect(report.judged * (20 + (20 * 99) / 8)).toBeLessThanOrEqual(60_000);
  });

  it('prefers leaves that were not seen both true and false', async () => {
    const below = Array.from({ length: 300 }, (_, at) => leaf('equity', 'lessThan', String(at)));
    const exact = Array.from({ length: 90 }, (_, at) => leaf('notional', 'equal', String(at)));
    const report = await twinRun(rulesOf({ any: [...below, ...exact] }), { facts, conditions: {} });
    expect(report).toMatchObject({ problems: [], leaves: 390, leavesSeenBothWays: 390 });
    expect(report.judged).toBeLessThan(report.borders);
  });

  it.each(['constructor', 'toString', 'valueOf'])('takes %s for a name like any other', async (name) => {
    const catalogue = scopeCatalogue([{ ...declared[0]!, name }]);
    const list = rulesOf({ any: [leaf(name, 'lessThan', '5'), { condition: name }] });
    const conditions = { [name]: { all: [leaf(name, 'greaterThan', '7')] } };
    const report = await twinRun(list, { facts: catalogue, conditions });
    expect(report).toMatchObject({ problems: [], leaves: 2, leavesSeenBothWays: 2 });
    await expect(twinRun(list, { facts: catalogue, conditions: {} })).rejects.toThrow(`no condition ${name}`);
  });

  it('agrees on the longest decimals that can be written', async () => {
    const longest = `0.${'1'.repeat(62)}`;
    const leaves = [leaf('equity', 'lessThan', longest), leaf('marginRatio', 'lessThan', longest)];
    const report = await twinRun(rulesOf({ any: leaves }), { facts, conditions: {} });
    expect(report).toMatchObject({ problems: [], leaves: 2 });
    expect(report.judged).toBeGreaterThan(0);
  });

  it('judges nothing where a ratio never has a value', async () => {
    const debt = { name: 'debt', type: 'decimal', unit: 'quote', maximum: '0', meaning: 'Owed.', source: 'the test' };
    const cover = { ...debt, name: 'cover', unit: 'ratio', maximum: null, numerator: 'equity', denominator: 'debt' };
    const catalogue = scopeCatalogue([debt, cover].map((fact) => factDeclarationSchema.parse(fact)));
    const list = rulesOf({ all: [leaf('cover', 'lessThan', '1')] });
    expect(await twinRun(list, { facts: catalogue, conditions: {} })).toEqual({
      ...{ problems: [], judged: 0, borders: 0 },
      ...{ leaves: 1, leavesSeenBothWays: 0 },
    });
  });

  it('throws for a list that was not checked', async () => {
    const list = rulesOf({ condition: 'nowhere' });
    await expect(twinRun(list, { facts, conditions: {} })).rejects.toThrow('no condition nowhere');
  });
});
