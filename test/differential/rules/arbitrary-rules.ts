import fc from 'fast-check';
import type { Condition, ListedRule, RootCondition } from '@backstop/core/rules';
import { drawnLeaves } from './arbitrary-leaf.ts';
import type { NumberPool } from './arbitrary-number.ts';

/** A rule list with the conditions that it names, its numbers still to be taken from the pool of its case. */
export type DrawnRules = (pool: NumberPool) => {
  readonly list: readonly ListedRule[];
  readonly conditions: Readonly<Record<string, RootCondition>>;
};

/** What a node becomes, given the pool and the conditions that it may name: later ones only, so that none is a circle. */
type DrawnNode = (pool: NumberPool, mayName: readonly string[]) => Condition;
type DrawnRoot = (pool: NumberPool, mayName: readonly string[]) => RootCondition;

const NAMES = ['watched', 'at-risk', 'hollow'] as const;

const { root } = fc.letrec<{ node: DrawnNode; list: readonly DrawnNode[]; root: DrawnRoot }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'xsmall', withCrossShrink: true },
    drawnLeaves.map(
      (leaf): DrawnNode =>
        (pool) =>
          leaf(pool),
    ),
    tie('root'),
  ),
  list: fc.oneof(
    { arbitrary: fc.array(tie('node'), { minLength: 1, maxLength: 1 }), weight: 1 },
    { arbitrary: fc.array(tie('node'), { minLength: 2, maxLength: 2 }), weight: 3 },
    { arbitrary: fc.array(tie('node'), { minLength: 3, maxLength: 3 }), weight: 1 },
  ),
  root: fc.oneof(
    {
      arbitrary: tie('list').map((parts): DrawnRoot => (...given) => ({ all: parts.map((p) => p(...given)) })),
      weight: 3,
    },
    {
      arbitrary: tie('list').map((parts): DrawnRoot => (...given) => ({ any: parts.map((p) => p(...given)) })),
      weight: 3,
    },
    { arbitrary: tie('node').map((part): DrawnRoot => (...given) => ({ not: part(...given) })), weight: 2 },
    { arbitrary: fc.tuple(fc.nat(2), tie('node')).map(([at, part]) => named(at, part)), weight: 2 },
  ),
}));

const drawnRule = fc.record({ condition: root, priority: fc.constantFrom(1, 1, 2, 10) });

export const drawnRules: fc.Arbitrary<DrawnRules> = fc
  .record({
    rules: fc.oneof(
      { arbitrary: fc.array(drawnRule, { minLength: 1, maxLength: 1 }), weight: 2 },
      { arbitrary: fc.array(drawnRule, { minLength: 2, maxLength: 3 }), weight: 3 },
    ),
    named: fc.array(root, { maxLength: NAMES.length }),
  })
  .map(({ rules, named: definitions }) => (pool) => {
    const defined = NAMES.slice(0, definitions.length);
    return {
      list: rules.map(({ condition, priority }, place) => ({
        conditions: condition(pool, defined),
        pointer: `/rules/${String(place)}/conditions`,
        priority,
      })),
      conditions: Object.fromEntries(definitions.map((one, at) => [NAMES[at]!, one(pool, defined.slice(at + 1))])),
    };
  });

/** A reference, or the part in its place where nothing may be named. */
function named(at: number, part: DrawnNode): DrawnRoot {
  return (pool, mayName) => {
    const condition = mayName[at % Math.max(1, mayName.length)];
    return condition === undefined ? { all: [part(pool, mayName)] } : { condition };
  };
}
