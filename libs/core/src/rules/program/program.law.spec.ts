import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal } from '../../num/index.ts';
import type { FactValue } from '../../venue/index.ts';
import { bind } from '../judge/bind.ts';
import { scopeCatalogue } from '../language/catalogue.ts';
import { checkConditions } from '../check/check-conditions.ts';
import { compile } from './compile.ts';
import type { Condition, Leaf, LeafValue } from '../language/condition.ts';
import { decide, isUnknownAt, placeOf } from './decide.ts';
import { evaluate } from '../judge/evaluate.ts';
import { factDeclarationSchema } from '../language/fact.ts';
import { DECORATORS, OPERATORS } from '../language/operators.ts';
import type { ListedRule } from './program.ts';
import { gather } from './row.ts';
import type { ScopeFacts } from '../judge/scope-facts.ts';
import { resultOf } from '../judge/verdict.ts';
import { trace } from './trace-program.ts';

type Logical = boolean | null;

const declared = [
  { name: 'days', type: 'integer', unit: 'count', minimum: '0', maximum: '9' },
  { name: 'weeks', type: 'integer', unit: 'count' },
  { name: 'isWatched', type: 'boolean', unit: 'none' },
  { name: 'isVip', type: 'boolean', unit: 'none' },
  { name: 'region', type: 'text', unit: 'none', values: ['a', 'b', 'c'] },
  { name: 'regions', type: 'set', unit: 'none' },
  {
    ...{ name: 'desk', type: 'structured', unit: 'none' },
    fields: [
      { path: '$.tiers[1].cap', type: 'decimal', unit: 'quote', meaning: 'For the law.' },
      { path: '$.names', type: 'set', unit: 'none', meaning: 'For the law.' },
    ],
  },
].map((fact) => factDeclarationSchema.parse({ ...fact, meaning: 'For the law.', source: 'the law' }));
const NAMES = { facts: scopeCatalogue(declared), conditions: {} };

const FACTS = [
  ...['days', 'weeks', 'positionCount', 'equity', 'maintenanceMargin', 'marginRatio', 'initialMarginRatio'],
  ...['isWatched', 'isVip', 'region', 'asset', 'regions', 'tags', 'desk$.tiers[1].cap', 'desk$.names'],
];
const VALUES: LeafValue[] = [
  ...[0, 1, 3, '0.5', '2', 'a', 'b', true, false],
  ...[[1], [3, 1, 2], ['0.5', '2', '-1'], ['a'], ['a', 'c']],
  ...FACTS.map(referenceTo),
];

function referenceTo(name: string): { fact: string; path?: string } {
  const [fact = '', path] = name.split('$');
  return path === undefined ? { fact } : { fact, path: `$${path}` };
}

/** Every comparison that the check lets through, with up to two decorators before every operator. */
const LEAVES: readonly Leaf[] = (() => {
  const chains = ['', ...DECORATORS.map((one) => `${one}:`)];
  const pairs = DECORATORS.flatMap((one) => DECORATORS.map((other) => `${one}:${other}:`));
  const operators = [...chains, ...pairs].flatMap((chain) => OPERATORS.map((operator) => chain + operator));
  const all = FACTS.flatMap((name) =>
    operators.flatMap((operator) => VALUES.map((value): Leaf => ({ ...referenceTo(name), operator, value }))),
  );
  return all.filter((leaf) => checkConditions(leaf, '', NAMES).length === 0);
})();

/** What is known of an account, as plain as can be: halves and quarters, which binary floats hold exactly. */
type Known = Readonly<Record<string, number | boolean | string | readonly string[] | null>>;

const members = fc.subarray(['a', 'b', 'c']);
const accounts: fc.Arbitrary<Known> = fc.record({
  days: fc.option(fc.constantFrom(0, 1, 3), { freq: 4 }),
  weeks: fc.option(fc.constantFrom(0, 1, 3), { freq: 4 }),
  positionCount: fc.constantFrom(0, 1, 3),
  equity: fc.option(fc.constantFrom(-1, 0.5, 1, 2, 3), { freq: 4 }),
  maintenanceMargin: fc.option(fc.constantFrom(0, 1, 2, 4), { freq: 4 }),
  initialMargin: fc.option(fc.constantFrom(0, 1, 2, 4), { freq: 4 }),
  isWatched: fc.option(fc.boolean(), { freq: 4 }),
  isVip: fc.option(fc.boolean(), { freq: 4 }),
  region: fc.option(fc.constantFrom('a', 'b', 'c'), { freq: 4 }),
  asset: fc.constantFrom('a', 'x'),
  regions: fc.option(members, { freq: 4 }),
  tags: members,
  'desk$.tiers[1].cap': fc.option(fc.constantFrom(0.5, 2), { freq: 4 }),
  'desk$.names': fc.option(members, { freq: 4 }),
});

function valueOf(name: string, known: Known): Known[string] {
  if (!name.endsWith('Ratio')) return known[name] ?? null;
  const [above, below] = [known['equity'], known[name === 'marginRatio' ? 'maintenanceMargin' : 'initialMargin']];
  if (typeof above !== 'number' || typeof below !== 'number' || below <= 0) return null;
  return above / below;
}

function scopeFacts(known: Known): ScopeFacts {
  const amount = (name: string) => {
    const value = known[name];
    return typeof value === 'number' ? parseDecimal(String(value)) : null;
  };
  const names = ['days', 'weeks', 'isWatched', 'isVip', 'region', 'regions'];
  const sent = names.flatMap((name) => (known[name] === null ? [] : [[name, known[name] as FactValue] as const]));
  const [cap, list] = [known['desk$.tiers[1].cap'], known['desk$.names']];
  const desk = {
    tiers: ['other', ...(typeof cap === 'number' ? [{ cap: String(cap) }] : [])],
    ...(list === null ? {} : { names: list as readonly string[] }),
  };
  return {
    at: 0,
    equity: amount('equity'),
    accountValue: null,
    initialMargin: amount('initialMargin'),
    maintenanceMargin: amount('maintenanceMargin'),
    notional: null,
    unrealizedPnl: null,
    withdrawable: null,
    positionCount: known['positionCount'] as number,
    scope: 'cross',
    asset: known['asset'] as string,
    contract: null,
    tags: known['tags'] as readonly string[],
    venue: { ...Object.fromEntries(sent), desk },
  };
}

/** The operator as json-rules-engine reads it: decorators one after the other, each handing on what it made. */
function ask(names: readonly string[], fact: unknown, value: unknown): boolean {
  const [name, ...rest] = names;
  const list = (side: unknown) => side as readonly unknown[];
  const order = (a: unknown, b: unknown) => (a as number) - (b as number);
  switch (name) {
    case 'not':
      return !ask(rest, fact, value);
    case 'swap':
      return ask(rest, value, fact);
    case 'someFact':
      return list(fact).some((member) => ask(rest, member, value));
    case 'everyFact':
      return list(fact).every((member) => ask(rest, member, value));
    case 'someValue':
      return list(value).some((member) => ask(rest, fact, member));
    case 'everyValue':
      return list(value).every((member) => ask(rest, fact, member));
    case 'equal':
      return fact === value;
    case 'notEqual':
      return fact !== value;
    case 'lessThan':
      return order(fact, value) < 0;
    case 'lessThanInclusive':
      return order(fact, value) <= 0;
    case 'greaterThan':
      return order(fact, value) > 0;
    case 'greaterThanInclusive':
      return order(fact, value) >= 0;
    case 'in':
      return list(value).includes(fact);
    case 'notIn':
      return !list(value).includes(fact);
    case 'contains':
      return list(fact).includes(value);
    default:
      return !list(fact).includes(value);
  }
}

function leafByHand({ fact, path, operator, value }: Leaf, known: Known): Logical {
  const observed = valueOf(fact + (path ?? ''), known);
  const isNumber = /decimal|integer/.exec(NAMES.facts.get(fact + (path ?? ''))!.type) !== null;
  const plain = (literal: unknown): unknown => (isNumber ? Number(literal) : literal);
  const compared =
    typeof value === 'object' && 'fact' in value
      ? valueOf(value.fact + (value.path ?? ''), known)
      : typeof value === 'object'
        ? value.map(plain)
        : plain(value);
  return observed === null || compared === null ? null : ask(operator.split(':'), observed, compared);
}

/** Strong Kleene logic as its truth tables are printed. */
const AND = (a: Logical, b: Logical): Logical =>
  a === false || b === false ? false : a === null || b === null ? null : true;
const OR = (a: Logical, b: Logical): Logical =>
  a === true || b === true ? true : a === null || b === null ? null : false;

function byTables(condition: Condition, known: Known): Logical {
  if ('all' in condition) return condition.all.map((part) => byTables(part, known)).reduce(AND);
  if ('any' in condition) return condition.any.map((part) => byTables(part, known)).reduce(OR);
  if ('condition' in condition) throw new Error('the law has no named conditions');
  if ('fact' in condition) return leafByHand(condition, known);
  const part = byTables(condition.not, known);
  return part === null ? null : !part;
}

const conditions = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Condition>(...LEAVES),
    tie('node').map((not): Condition => ({ not })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
  ),
})).node;

const lists: fc.Arbitrary<ListedRule[]> = fc
  .array(fc.record({ conditions, priority: fc.integer({ min: 1, max: 3 }) }), { maxLength: 6 })
  .map((rules) => rules.map((rule, place) => ({ ...rule, pointer: `/rules/${String(place)}/conditions` })));

describe('a program', () => {
  it('has every operator and decorator to be tried on', () => {
    const written = new Set(LEAVES.flatMap(({ operator }) => operator.split(':')));
    expect([...written].toSorted()).toEqual([...OPERATORS, ...DECORATORS].toSorted());
    expect(LEAVES.length).toBeGreaterThan(3000);
  });

  it('agrees: decided, traced, walked, and read off truth tables a list of rules comes to the same', () => {
    fc.assert(
      fc.property(lists, fc.array(accounts, { minLength: 5, maxLength: 5 }), (list, samples) => {
        const program = compile(list, NAMES);
        const order = [...list.keys()].toSorted((a, b) => list[b]!.priority - list[a]!.priority || a - b);
        let row = undefined;
        for (const known of samples) {
          const facts = scopeFacts(known);
          const results = list.map(({ conditions: one }) => byTables(one, known));
          const place = order.find((at) => results[at] !== false) ?? null;
          const isUnknown = place !== null && results[place] === null;
          const walked = list.map(({ conditions: one, pointer }) =>
            resultOf(evaluate(bind(one, pointer, NAMES), facts)),
          );
          expect(walked).toEqual(results);
          // One row, gathered again and again: nothing of the account before is left in it.
          row = gather(program, facts, row);
          const decided = decide(program, row);
          expect([placeOf(decided), isUnknownAt(decided)]).toEqual([place, isUnknown]);
          const traced = trace(program, gather(program, facts));
          expect([traced.place, traced.isUnknown]).toEqual([place, isUnknown]);
          const tried = place === null ? order : order.slice(0, order.indexOf(place) + 1);
          expect(traced.tried.map((one) => [one.place, one.result])).toEqual(tried.map((at) => [at, results[at]]));
          for (const { leaves } of traced.tried) {
            for (const { pointer, result } of leaves) {
              expect([pointer, result]).toEqual([pointer, leafByHand(leafAt(list, pointer), known)]);
            }
          }
        }
      }),
      { numRuns: 700 },
    );
  });

  it('unknown_never_passes: no comparison is true or false of a fact that is not known, however it is decorated', () => {
    const nothing = Object.fromEntries(FACTS.map((name) => [name, null]));
    const facts = scopeFacts({ ...nothing, positionCount: 0, asset: 'a', tags: [] });
    const core = ['asset', 'tags', 'positionCount'];
    for (const leaf of LEAVES) {
      const names = [leaf.fact, ...(typeof leaf.value === 'object' && 'fact' in leaf.value ? [leaf.value.fact] : [])];
      if (names.every((name) => core.includes(name))) continue;
      const program = compile([{ conditions: { not: leaf }, pointer: '', priority: 1 }], NAMES);
      expect([leaf, isUnknownAt(decide(program, gather(program, facts)))]).toEqual([leaf, true]);
    }
  });
});

function leafAt(list: readonly ListedRule[], pointer: string): Leaf {
  const [, , place, , ...steps] = pointer.split('/');
  let found: unknown = list[Number(place)]!.conditions;
  for (const step of steps) found = (found as Record<string, unknown>)[step];
  return found as Leaf;
}
