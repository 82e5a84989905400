import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal } from '../../num/index.ts';
import { bind } from './bind.ts';
import type { BoundCondition, BoundLeaf } from './bound-condition.ts';
import { scopeCatalogue } from '../language/catalogue.ts';
import { compile } from '../program/compile.ts';
import type { Condition, Leaf } from '../language/condition.ts';
import { decide, isUnknownAt, NO_RULE } from '../program/decide.ts';
import { determiningLeaves, evaluate } from './evaluate.ts';
import { factDeclarationSchema } from '../language/fact.ts';
import { gather } from '../program/row.ts';
import type { ScopeFacts } from './scope-facts.ts';
import { FALSE, resultOf, TRUE, UNKNOWN } from './verdict.ts';
import type { Verdict } from './verdict.ts';

type Logical = boolean | null;

const declared = [
  { name: 'days', type: 'integer', unit: 'count' },
  { name: 'gone.days', type: 'integer', unit: 'count' },
  { name: 'isWatched', type: 'boolean', unit: 'none' },
  { name: 'gone.isWatched', type: 'boolean', unit: 'none' },
].map((fact) => factDeclarationSchema.parse({ ...fact, meaning: 'For the law.', source: 'the law' }));
const NAMES = { facts: scopeCatalogue(declared), conditions: {} };

/** One machine number, one decimal, one flag are known, and one of each is not. */
const FACTS = {
  equity: parseDecimal('0.5'),
  accountValue: null,
  venue: { days: 3, isWatched: true },
} as unknown as ScopeFacts;

/** Leaves by what they come to: of whole numbers, of decimals and of questions. */
const LEAVES = new Map<Verdict, readonly Leaf[]>([
  [
    TRUE,
    [
      { fact: 'days', operator: 'in', value: [1, 3] },
      { fact: 'equity', operator: 'equal', value: '0.50' },
      { fact: 'isWatched', operator: 'equal', value: true },
    ],
  ],
  [
    FALSE,
    [
      { fact: 'days', operator: 'notEqual', value: 3 },
      { fact: 'equity', operator: 'greaterThan', value: '0.5' },
      { fact: 'isWatched', operator: 'notEqual', value: true },
    ],
  ],
  [
    UNKNOWN,
    [
      { fact: 'gone.days', operator: 'notEqual', value: 3 },
      { fact: 'accountValue', operator: 'notIn', value: ['1'] },
      { fact: 'gone.isWatched', operator: 'notEqual', value: true },
      { fact: 'equity', operator: 'lessThan', value: { fact: 'accountValue' } },
    ],
  ],
]);

function leafOf(verdict: Verdict, at: number): Leaf {
  const leaves = LEAVES.get(verdict) ?? [];
  return leaves[at % leaves.length]!;
}

function conditionsOver(verdict: fc.Arbitrary<Verdict>): fc.Arbitrary<Condition> {
  return fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.tuple(verdict, fc.nat(11)).map(([one, at]): Condition => leafOf(one, at)),
      tie('node').map((not): Condition => ({ not })),
      fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((all): Condition => ({ all })),
      fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((any): Condition => ({ any })),
    ),
  })).node;
}

const conditions = conditionsOver(fc.constantFrom(FALSE, UNKNOWN, TRUE));

/** Strong Kleene logic as its truth tables are printed. */
const AND = (a: Logical, b: Logical): Logical =>
  a === false || b === false ? false : a === null || b === null ? null : true;
const OR = (a: Logical, b: Logical): Logical =>
  a === true || b === true ? true : a === null || b === null ? null : false;
const NOT = (a: Logical): Logical => (a === null ? null : !a);

function byTables(condition: Condition): Logical {
  if ('all' in condition) return condition.all.map(byTables).reduce(AND);
  if ('any' in condition) return condition.any.map(byTables).reduce(OR);
  if ('not' in condition) return NOT(byTables(condition.not));
  if ((LEAVES.get(UNKNOWN) ?? []).includes(condition as Leaf)) return null;
  return (LEAVES.get(TRUE) ?? []).includes(condition as Leaf);
}

/** What the program of one rule says. */
function decided(condition: Condition): Logical {
  const program = compile([{ conditions: condition, pointer: '', priority: 1 }], NAMES);
  const outcome = decide(program, gather(program, FACTS));
  return outcome === NO_RULE ? false : isUnknownAt(outcome) ? null : true;
}

/** The same condition with its unknown leaves settled, one answer after the other. */
function settled(condition: Condition, answers: Iterator<boolean>): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => settled(part, answers)) };
  if ('any' in condition) return { any: condition.any.map((part) => settled(part, answers)) };
  if ('not' in condition) return { not: settled(condition.not, answers) };
  if (!(LEAVES.get(UNKNOWN) ?? []).includes(condition as Leaf)) return condition;
  return leafOf(answers.next().value === true ? TRUE : FALSE, 0);
}

describe('strong Kleene logic', () => {
  it('decides_as_the_tables_say: compiled, walked and printed tables agree', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        const expected = byTables(condition);
        expect(decided(condition)).toBe(expected);
        expect(resultOf(evaluate(bind(condition, '', NAMES), FACTS))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('unknown_never_passes: what is made of unknown parts alone is unknown, however it is negated', () => {
    fc.assert(
      fc.property(conditionsOver(fc.constant(UNKNOWN)), (condition) => {
        expect(decided(condition)).toBeNull();
      }),
    );
  });

  it('knowing_more_changes_nothing_known: a known verdict stands whatever the unknown facts turn out to be', () => {
    fc.assert(
      fc.property(conditions, fc.infiniteStream(fc.boolean()), (condition, answers) => {
        const verdict = decided(condition);
        const known = decided(settled(condition, answers));
        expect(known).not.toBeNull();
        if (verdict !== null) expect(known).toBe(verdict);
      }),
      { numRuns: 2000 },
    );
  });

  it('determining_leaves_suffice: with all other leaves unknown the condition is what it was', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        const bound = bind(condition, '', NAMES);
        const determining = new Set(determiningLeaves(bound, FACTS));
        const blind = (node: BoundCondition): BoundCondition => {
          if (node.kind === 'leaf') return determining.has(node) ? node : { ...node, test: () => UNKNOWN };
          return node.kind === 'not'
            ? { kind: 'not', part: blind(node.part) }
            : { kind: node.kind, parts: node.parts.map(blind) };
        };
        expect(evaluate(blind(bound), FACTS)).toBe(evaluate(bound, FACTS));
      }),
      { numRuns: 2000 },
    );
  });

  it('determining_leaves_of_unknown: each of them could settle the matter', () => {
    const leaf = (verdict: Verdict) => bind(leafOf(verdict, 0), '', NAMES) as BoundLeaf;
    const unknowns = [leaf(UNKNOWN), leaf(UNKNOWN)];
    for (const kind of ['all', 'any'] as const) {
      const parts = [leaf(kind === 'all' ? TRUE : FALSE), ...unknowns];
      expect(determiningLeaves({ kind, parts }, FACTS)).toEqual(unknowns);
    }
  });
});
