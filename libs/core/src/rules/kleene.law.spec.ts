import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoundCondition, BoundLeaf } from './bound-condition.ts';
import { scopeCatalogue } from './catalogue.ts';
import { decider } from './decide.ts';
import { determiningLeaves, evaluate } from './evaluate.ts';
import type { ScopeFacts } from './scope-facts.ts';
import { FALSE, resultOf, TRUE, UNKNOWN } from './verdict.ts';
import type { Verdict } from './verdict.ts';

type Logical = boolean | null;

/** Leaves that are what they are said to be, so that the facts play no part. */
const NO_FACTS = {} as ScopeFacts;
const FACT = scopeCatalogue([]).get('equity')!;

function leafOf(verdict: Verdict): BoundLeaf {
  const operand = { kind: 'numbers', values: [] } as const;
  return { kind: 'leaf', pointer: '', key: '', fact: FACT, operator: 'equal', operand, test: () => verdict };
}

function conditionsOver(leaf: fc.Arbitrary<Verdict>): fc.Arbitrary<BoundCondition> {
  return fc.letrec<{ node: BoundCondition }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      leaf.map(leafOf),
      tie('node').map((part): BoundCondition => ({ kind: 'not', part })),
      fc
        .tuple(fc.constantFrom('all' as const, 'any' as const), fc.array(tie('node'), { minLength: 1, maxLength: 4 }))
        .map(([kind, parts]): BoundCondition => ({ kind, parts })),
    ),
  })).node;
}

const anyVerdict = fc.constantFrom(FALSE, UNKNOWN, TRUE);
const conditions = conditionsOver(anyVerdict);

/** Strong Kleene logic as its truth tables are printed. */
const AND = (a: Logical, b: Logical): Logical =>
  a === false || b === false ? false : a === null || b === null ? null : true;
const OR = (a: Logical, b: Logical): Logical =>
  a === true || b === true ? true : a === null || b === null ? null : false;
const NOT = (a: Logical): Logical => (a === null ? null : !a);

function byTables(condition: BoundCondition): Logical {
  if (condition.kind === 'leaf') return resultOf(condition.test(NO_FACTS));
  if (condition.kind === 'not') return NOT(byTables(condition.part));
  return condition.parts.map(byTables).reduce(condition.kind === 'all' ? AND : OR);
}

/** The same condition with its unknown leaves settled, one answer after the other. */
function settled(condition: BoundCondition, answers: Iterator<boolean>): BoundCondition {
  if (condition.kind === 'leaf') {
    if (condition.test(NO_FACTS) !== UNKNOWN) return condition;
    return leafOf(answers.next().value === true ? TRUE : FALSE);
  }
  if (condition.kind === 'not') return { kind: 'not', part: settled(condition.part, answers) };
  return { kind: condition.kind, parts: condition.parts.map((part) => settled(part, answers)) };
}

describe('strong Kleene logic', () => {
  it('decides_as_the_tables_say: compiled, walked and printed tables agree', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        const expected = byTables(condition);
        expect(resultOf(decider(condition)(NO_FACTS))).toBe(expected);
        expect(resultOf(evaluate(condition, NO_FACTS))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('unknown_never_passes: what is made of unknown parts alone is unknown, however it is negated', () => {
    fc.assert(
      fc.property(conditionsOver(fc.constant(UNKNOWN)), (condition) => {
        expect(decider(condition)(NO_FACTS)).toBe(UNKNOWN);
      }),
    );
  });

  it('knowing_more_changes_nothing_known: a known verdict stands whatever the unknown facts turn out to be', () => {
    fc.assert(
      fc.property(conditions, fc.infiniteStream(fc.boolean()), (condition, answers) => {
        const verdict = decider(condition)(NO_FACTS);
        const known = decider(settled(condition, answers))(NO_FACTS);
        expect(known).not.toBe(UNKNOWN);
        if (verdict !== UNKNOWN) expect(known).toBe(verdict);
      }),
      { numRuns: 2000 },
    );
  });

  it('determining_leaves_suffice: with all other leaves unknown the condition is what it was', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        const verdict = evaluate(condition, NO_FACTS);
        const determining = new Set(determiningLeaves(condition, NO_FACTS));
        const blind = (node: BoundCondition): BoundCondition => {
          if (node.kind === 'leaf') return determining.has(node) ? node : leafOf(UNKNOWN);
          return node.kind === 'not'
            ? { kind: 'not', part: blind(node.part) }
            : { kind: node.kind, parts: node.parts.map(blind) };
        };
        expect(evaluate(blind(condition), NO_FACTS)).toBe(verdict);
      }),
      { numRuns: 2000 },
    );
  });

  it('determining_leaves_of_unknown: each of them could settle the matter', () => {
    const unknowns = [leafOf(UNKNOWN), leafOf(UNKNOWN)];
    for (const kind of ['all', 'any'] as const) {
      const parts = [leafOf(kind === 'all' ? TRUE : FALSE), ...unknowns];
      expect(determiningLeaves({ kind, parts }, NO_FACTS)).toEqual(unknowns);
    }
  });
});
