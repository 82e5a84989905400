import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkConditions, OPERATORS_OF_TYPE, scopeCatalogue } from '@backstop/core/rules';
import {
  askable,
  comparableFacts,
  conditionForm,
  conditionOf,
  NEW_LEAF,
  withFact,
  withOperator,
} from './conditionForm.ts';
import { byPriority, canonicalPlaces, type RawRow } from './rawRows.ts';
import { movedRule, triedInOrder, withCopy, withNewRule } from './ruleRows.ts';

const catalogue = scopeCatalogue([]);

const { condition } = fc.letrec<{ condition: unknown }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 5 },
    fc.record({ fact: fc.constantFrom('equity', 'nonsense'), operator: fc.string(), value: fc.jsonValue() }),
    fc.record({ condition: fc.string() }),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
    fc.jsonValue(),
  ),
}));

/** A condition taken apart into what is drawn, and put together again. */
function redrawn(one: unknown): unknown {
  const form = conditionForm(one);
  if (form.kind === 'other') return one;
  if (form.kind === 'not') return conditionOf({ kind: 'not', part: redrawn(form.part) });
  return form.kind === 'all' || form.kind === 'any'
    ? conditionOf({ kind: form.kind, parts: form.parts.map(redrawn) })
    : conditionOf(form);
}

describe('conditions', () => {
  it('come out of the builder byte for byte as they went in, whatever they are', () => {
    fc.assert(
      fc.property(condition, (one) => {
        expect(JSON.stringify(redrawn(one))).toBe(JSON.stringify(one));
      }),
      { numRuns: 3000 },
    );
  });

  it('are sound for every fact with every operator that is offered', () => {
    for (const fact of askable(catalogue)) {
      for (const operator of OPERATORS_OF_TYPE[fact.type]) {
        const leaf = withOperator(withFact(NEW_LEAF, fact), operator);
        const value = Array.isArray(leaf['value']) && leaf['value'].length === 0 ? ['0'] : leaf['value'];
        const problems = checkConditions({ all: [{ ...leaf, value }] } as never, '', {
          facts: catalogue,
          conditions: {},
        });
        const wrong = problems.filter(
          ({ code }) => code !== 'literal_not_a_value' && code !== 'comparison_never_changes',
        );
        expect([fact.name, operator, wrong]).toEqual([fact.name, operator, []]);
      }
    }
  });

  it('compare a fact only with facts that the core lets it be compared with', () => {
    for (const fact of askable(catalogue)) {
      for (const other of comparableFacts(fact, catalogue)) {
        const leaf = { fact: fact.name, operator: 'equal', value: { fact: other.name } };
        const problems = checkConditions({ all: [leaf] }, '', { facts: catalogue, conditions: {} });
        expect([fact.name, other.name, problems]).toEqual([fact.name, other.name, []]);
      }
    }
  });
});

describe('rules', () => {
  const rules: readonly RawRow[] = [{ name: 'a', priority: 5 }, { name: 'b', priority: 5 }, { name: 'c' }];

  it('stay where they are put: one that is moved takes the priority that holds there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 8 }),
        fc.nat(7),
        fc.nat(7),
        (given, from, to) => {
          const list = triedInOrder(given.map((priority, at) => ({ name: `r${String(at)}`, priority })));
          const [a, b] = [from % list.length, to % list.length];
          const moved = movedRule(list, a, b);
          expect(moved[b]?.['name']).toBe(list[a]?.['name']);
          expect(triedInOrder(moved)).toEqual(moved);
        },
      ),
    );
  });

  it('are copied under a name of their own and added last', () => {
    expect(withCopy(rules, 0).map(({ name }) => name)).toEqual(['a', 'a-2', 'b', 'c']);
    expect(withNewRule(rules).at(-1)).toMatchObject({ name: 'rule' });
  });

  it('are found where the core tells of them', () => {
    expect(
      canonicalPlaces([{ name: 'c' }, { name: 'a', priority: 5 }, { name: 'b', priority: 5 }], byPriority),
    ).toEqual([2, 0, 1]);
  });
});
