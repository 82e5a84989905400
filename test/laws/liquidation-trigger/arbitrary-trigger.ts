import fc from 'fast-check';
import { kinds } from '@backstop/core/kinds';
import { scopeCatalogue } from '@backstop/core/rules';
import type { Condition, FactCatalogue, Leaf } from '@backstop/core/rules';

const { schema } = kinds['liquidation-trigger'];

export type TriggerDocument = ReturnType<typeof schema.parse>;

const FACTS = [
  { name: 'desk.score', type: 'decimal', unit: 'none', minimum: '0', maximum: '10' },
  { name: 'desk.days', type: 'integer', unit: 'count', minimum: '0' },
  { name: 'desk.isWatched', type: 'boolean', unit: 'none' },
  { name: 'desk.region', type: 'text', unit: 'none', values: ['eu', 'uk', 'other'] },
  { name: 'desk.cushion', type: 'decimal', unit: 'ratio', numerator: 'accountValue', denominator: 'notional' },
].map((fact) => ({ ...fact, meaning: 'For the law.', source: 'the law' }));
/** What the documents of these laws may ask about. */
export const CATALOGUE: FactCatalogue = scopeCatalogue(schema.parse({ rules: [safety(1)], facts: FACTS }).facts);

function safety(priority: number) {
  const conditions = { all: [{ fact: 'equity', operator: 'lessThan', value: { fact: 'maintenanceMargin' } }] };
  return { name: 'safety', priority, conditions, event: eventOf('liquidation') };
}

function eventOf(zone: string) {
  const types: Record<string, string[]> = {
    liquidation: ['plan-liquidation'],
    takeover: ['takeover', 'notify'],
    'margin-call': ['block-new-risk'],
  };
  return { type: zone, params: { actions: (types[zone] ?? ['notify']).map((type) => ({ type })) } };
}

/** Few values, close to one another, so that limits are hit exactly and missed by a little. */
export const AMOUNTS = [
  '-100',
  '-1',
  '0',
  '0.5',
  '1',
  '50',
  '99',
  '99.9',
  '100',
  '100.1',
  '105',
  '110',
  '150',
  '200',
  '1000',
];
const ratioTexts = ['0', '0.5', '0.99', '1', '1.05', '1.1', '1.5', '2', '10'];
const amounts = fc.constantFrom(...AMOUNTS.slice(2));
const relation = fc.constantFrom(
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
);
const QUOTES = ['equity', 'accountValue', 'initialMargin', 'maintenanceMargin', 'notional', 'withdrawable'];
const RATIOS = ['marginRatio', 'initialMarginRatio', 'accountValueToInitialMargin', 'leverage', 'desk.cushion'];

const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  { weight: 4, arbitrary: leafOf(fc.constantFrom(...RATIOS), relation, fc.constantFrom(...ratioTexts)) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.shuffledSubarray(QUOTES, { minLength: 2, maxLength: 2 }), relation)
      .map(([[fact, other], operator]) => ({ fact: fact!, operator, value: { fact: other! } })),
  },
  { weight: 2, arbitrary: leafOf(fc.constantFrom(...QUOTES), relation, amounts) },
  leafOf(
    fc.constantFrom('equity', 'notional'),
    fc.constantFrom('in', 'notIn'),
    fc.uniqueArray(amounts, { minLength: 1, maxLength: 3 }),
  ),
  fc
    .tuple(fc.shuffledSubarray(RATIOS, { minLength: 2, maxLength: 2 }), relation)
    .map(([[fact, other], operator]) => ({ fact: fact!, operator, value: { fact: other! } })),
  leafOf(fc.constantFrom('positionCount', 'desk.days'), relation, fc.nat(4)),
  leafOf(fc.constant('desk.score'), relation, fc.constantFrom('0', '5', '10')),
  leafOf(fc.constant('desk.isWatched'), fc.constantFrom('equal', 'notEqual'), fc.boolean()),
  leafOf(
    fc.constant('desk.region'),
    fc.constantFrom('in', 'notIn'),
    fc.subarray(['eu', 'uk', 'other'], { minLength: 1 }),
  ),
  leafOf(fc.constant('scope'), fc.constantFrom('equal', 'notEqual'), fc.constantFrom('cross', 'isolated')),
  leafOf(fc.constant('contract'), fc.constantFrom('equal', 'notEqual'), fc.constantFrom('A', 'B')),
  leafOf(fc.constant('tags'), fc.constantFrom('contains', 'doesNotContain'), fc.constantFrom('retail', 'eu', 'vip')),
);

function leafOf(
  fact: fc.Arbitrary<string>,
  operator: fc.Arbitrary<string>,
  value: fc.Arbitrary<Leaf['value']>,
): fc.Arbitrary<Leaf> {
  return fc.record({ fact, operator, value });
}

const part: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.constant({ condition: 'named' }),
    tie('node').map((not) => ({ not })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  ),
})).node;
const root = part.map((condition): Condition => ('fact' in condition ? { all: [condition] } : condition));
export const zones = fc.constantFrom('liquidation', 'takeover', 'margin-call', 'warning');

/** Triggers of up to five rules about every type of fact, with and without a rule that makes them safe. */
export const documents: fc.Arbitrary<TriggerDocument> = fc
  .record({
    rules: fc.array(fc.record({ conditions: root, zone: zones, priority: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    safe: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 3 }),
    named: leaf,
    exits: fc.uniqueArray(fc.record({ zone: zones, conditions: root }), { maxLength: 2, selector: ({ zone }) => zone }),
  })
  .map(({ rules, safe, named, exits }) => {
    const all = rules.map(({ conditions, zone, priority }, at) => ({
      name: `r${String(at)}`,
      priority,
      conditions,
      event: eventOf(zone),
    }));
    const given = [...all, ...(safe === null ? [] : [safety(safe)])];
    const known = new Set(given.map(({ event }) => event.type));
    return schema.parse({
      rules: given,
      conditions: { named: { any: [named] } },
      exits: exits.filter(({ zone }) => known.has(zone)),
      facts: FACTS,
    });
  });
