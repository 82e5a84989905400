import { describe, expect, it } from 'vitest';
import type { LeafValue } from '../../rules/index.ts';
import { liquidationTrigger } from './index.ts';

const { schema, check } = liquidationTrigger;
const leaf = (fact: string, operator: string, value: LeafValue) => ({ fact, operator, value });
const rule = (name: string, conditions: unknown, ...types: string[]) => ({
  name,
  conditions,
  event: { type: `zone-of-${name}`, params: { actions: types.map((type) => ({ type })) } },
});
const facts = [
  { name: 'score', type: 'decimal', unit: 'none', minimum: '0', maximum: '10' },
  { name: 'region', type: 'text', unit: 'none', values: ['eu', 'uk'] },
].map((fact) => ({ ...fact, meaning: 'For the test.', source: 'the test' }));

const BELOW = { all: [leaf('equity', 'lessThan', { fact: 'maintenanceMargin' })] };
const SAFE = rule('safe', BELOW, 'plan-liquidation');
const messages = (...rules: unknown[]) =>
  check(schema.parse({ rules, facts })).map(({ code, message }) => [code, message]);

describe('is proven', () => {
  it.each<[string, unknown[]]>([
    ['equity < maintenanceMargin', [SAFE]],
    [
      'maintenanceMargin > equity',
      [rule('a', { all: [leaf('maintenanceMargin', 'greaterThan', { fact: 'equity' })] }, 'takeover')],
    ],
    ['marginRatio < 1', [rule('a', { all: [leaf('marginRatio', 'lessThan', '1')] }, 'plan-liquidation')]],
    ['marginRatio < 1.2', [rule('a', { any: [leaf('marginRatio', 'lessThan', '1.2')] }, 'plan-liquidation')]],
    [
      'not (marginRatio ≥ 1)',
      [rule('a', { not: leaf('marginRatio', 'greaterThanInclusive', '1') }, 'plan-liquidation')],
    ],
    [
      'two halves that meet at 0.5',
      [
        rule(
          'upper',
          { all: [leaf('marginRatio', 'lessThan', '1'), leaf('marginRatio', 'greaterThanInclusive', '0.5')] },
          'plan-liquidation',
        ),
        rule('lower', { all: [leaf('marginRatio', 'lessThan', '0.5')] }, 'takeover'),
      ],
    ],
    [
      'three ways over two facts',
      [
        rule('a', { all: [leaf('equity', 'lessThanInclusive', '0')] }, 'takeover'),
        rule(
          'b',
          { all: [leaf('equity', 'greaterThan', '0'), leaf('marginRatio', 'lessThan', '0.3')] },
          'plan-liquidation',
        ),
        rule(
          'c',
          { not: { any: [leaf('marginRatio', 'lessThan', '0.3'), leaf('marginRatio', 'greaterThanInclusive', '1')] } },
          'plan-liquidation',
        ),
      ],
    ],
    [
      'a ratio guarded against nothing',
      [
        rule(
          'a',
          { all: [leaf('accountValue', 'greaterThan', '0'), leaf('leverage', 'greaterThan', '50')] },
          'takeover',
        ),
        SAFE,
      ],
    ],
    [
      'a contract guarded by its scope',
      [rule('a', { all: [leaf('scope', 'equal', 'isolated'), leaf('contract', 'equal', 'X')] }, 'takeover'), SAFE],
    ],
    [
      'a mild rule that no liquidatable scope hits',
      [rule('a', { all: [leaf('marginRatio', 'greaterThanInclusive', '1')] }, 'notify'), SAFE],
    ],
    [
      'a mild rule out of reach of a chain of facts',
      [
        rule(
          'a',
          {
            all: [
              leaf('equity', 'greaterThan', { fact: 'notional' }),
              leaf('notional', 'greaterThanInclusive', { fact: 'maintenanceMargin' }),
            ],
          },
          'notify',
        ),
        SAFE,
      ],
    ],
    [
      'every region, one by one',
      [
        rule('eu', { all: [leaf('region', 'equal', 'eu'), ...BELOW.all] }, 'takeover'),
        rule('rest', { all: [leaf('region', 'notEqual', 'eu'), ...BELOW.all] }, 'plan-liquidation'),
      ],
    ],
    ['a fact beyond its declared range', [rule('a', { all: [leaf('score', 'greaterThan', '10')] }, 'notify'), SAFE]],
    [
      'twenty tags before it',
      [
        ...Array.from({ length: 20 }, (_, at) =>
          rule(`t${String(at)}`, { all: [leaf('tags', 'contains', `t${String(at)}`)] }, 'takeover'),
        ),
        SAFE,
      ],
    ],
  ])('%s', (_, rules) => {
    expect(messages(...rules)).toEqual([]);
  });
});

describe('is refused with a witness', () => {
  const refused = 'liquidatable_scope_must_reach_liquidating_zone';
  const told = (facts: string, outcome: string) => [
    [refused, `a scope with ${facts} is below its maintenance margin, yet ${outcome}`],
  ];

  it.each<[string, unknown[], string, string]>([
    [
      'nothing liquidates',
      [rule('a', BELOW, 'notify')],
      'maintenance margin 100, equity 99',
      '`a` puts it into `zone-of-a`, which does not liquidate',
    ],
    [
      'a limit under 1',
      [rule('a', { all: [leaf('marginRatio', 'lessThan', '0.99')] }, 'plan-liquidation')],
      'maintenance margin 100, equity 99',
      'no rule hits it',
    ],
    [
      'an edge left out',
      [rule('a', { all: [...BELOW.all, leaf('marginRatio', 'notEqual', '0.5')] }, 'plan-liquidation')],
      'maintenance margin 100, equity 50',
      'no rule hits it',
    ],
    [
      'two halves that do not meet',
      [
        rule(
          'upper',
          { all: [leaf('marginRatio', 'lessThan', '1'), leaf('marginRatio', 'greaterThan', '0.5')] },
          'plan-liquidation',
        ),
        rule('lower', { all: [leaf('marginRatio', 'lessThan', '0.5')] }, 'takeover'),
      ],
      'maintenance margin 100, equity 50',
      'no rule hits it',
    ],
    [
      'a milder rule first',
      [rule('a', { all: [leaf('marginRatio', 'lessThan', '1.5')] }, 'notify'), SAFE],
      'maintenance margin 100, equity 99',
      '`a` puts it into `zone-of-a`, which does not liquidate',
    ],
    [
      'a floor on equity',
      [rule('a', { all: [...BELOW.all, leaf('equity', 'greaterThan', '0')] }, 'plan-liquidation')],
      'maintenance margin 100, equity 0',
      'no rule hits it',
    ],
    [
      'only small requirements',
      [rule('a', { all: [...BELOW.all, leaf('maintenanceMargin', 'lessThanInclusive', '5000')] }, 'plan-liquidation')],
      'maintenance margin 5001, equity 5000',
      'no rule hits it',
    ],
    [
      'an exemption',
      [rule('a', { all: [leaf('tags', 'contains', 'maker')] }, 'hold'), SAFE],
      'maintenance margin 100, equity 99, tags with maker',
      '`a` puts it into `zone-of-a`, which does not liquidate',
    ],
    [
      'solvency instead of margin',
      [rule('a', { all: [leaf('accountValue', 'lessThan', '0')] }, 'plan-liquidation')],
      'maintenance margin 100, equity 99, account value 0',
      'no rule hits it',
    ],
    [
      'a ratio over nothing',
      [rule('a', { all: [leaf('leverage', 'greaterThan', '50')] }, 'takeover'), SAFE],
      'maintenance margin 100, equity 99, account value 0',
      '`a` cannot be judged on it',
    ],
    [
      'the contract of a cross pool',
      [rule('a', { all: [leaf('contract', 'equal', 'X')] }, 'takeover'), SAFE],
      'maintenance margin 100, equity 99, scope cross',
      '`a` cannot be judged on it',
    ],
    [
      'the contract of a cross pool against another fact',
      [rule('a', { all: [leaf('region', 'equal', { fact: 'contract' })] }, 'takeover'), SAFE],
      'maintenance margin 100, equity 99, scope cross',
      '`a` cannot be judged on it',
    ],
    [
      'only isolated positions',
      [rule('a', { all: [leaf('scope', 'equal', 'isolated'), ...BELOW.all] }, 'plan-liquidation')],
      'maintenance margin 100, equity 99, scope cross',
      'no rule hits it',
    ],
    [
      'only one region',
      [rule('a', { all: [leaf('region', 'equal', 'eu'), ...BELOW.all] }, 'plan-liquidation')],
      'maintenance margin 100, equity 99, region uk',
      'no rule hits it',
    ],
    [
      'a fact inside its declared range',
      [rule('a', { all: [leaf('score', 'greaterThanInclusive', '10')] }, 'notify'), SAFE],
      'maintenance margin 100, equity 99, score 10',
      '`a` puts it into `zone-of-a`, which does not liquidate',
    ],
  ])('%s', (_, rules, witness, outcome) => {
    expect(messages(...rules)).toEqual(told(witness, outcome));
  });
});

describe('is proven where no rational account is tried', () => {
  it('nothing lies between two whole numbers', () => {
    const between = { all: [leaf('positionCount', 'greaterThan', 0), leaf('positionCount', 'lessThan', 1)] };
    expect(messages(rule('between', between, 'notify'), SAFE)).toEqual([]);
  });

  it('ratios of one numerator are ordered by their denominators', () => {
    const above = { all: [leaf('marginRatio', 'lessThan', { fact: 'initialMarginRatio' }), POSITIVE, RATIO_BELOW] };
    expect(messages(rule('above', above, 'notify'), SAFE)).toEqual([]);
  });
});

const POSITIVE = leaf('equity', 'greaterThan', 0);
const RATIO_BELOW = leaf('maintenanceMargin', 'lessThan', { fact: 'initialMargin' });

describe('is refused without a witness', () => {
  it('what cannot be solved for stands in the way', () => {
    const circle = ['leverage', 'marginRatio', 'accountValueToInitialMargin', 'leverage'];
    const present = ['accountValue', 'initialMargin'].map((fact) => leaf(fact, 'greaterThan', 0));
    const all = [...present, ...circle.slice(1).map((fact, at) => leaf(circle[at]!, 'lessThan', { fact }))];
    expect(messages(rule('circle', { all }, 'notify'), SAFE)).toEqual([
      [
        'liquidating_zone_not_proven',
        'it is not proven that no liquidatable scope escapes: the comparison of `accountValueToInitialMargin` with `leverage` at `/rules/0/conditions/all/4` cannot be solved for',
      ],
    ]);
  });

  it('what comes out in too many ways is not believed', () => {
    // Ten pigeons in nine holes: no two of them share one, and each is in one.
    const [pigeons, holes] = [10, 9].map((count) => Array.from({ length: count }, (_, at) => at));
    const sits = (pigeon: number, hole: number) => leaf('tags', 'contains', `p${String(pigeon)}-${String(hole)}`);
    const sharing = holes!.map((hole) => {
      const pairs = pigeons!.flatMap((one) => pigeons!.slice(one + 1).map((other) => [one, other]));
      const any = pairs.map((pair) => ({ all: pair.map((pigeon) => sits(pigeon, hole)) }));
      return rule(`hole-${String(hole)}`, { any }, 'plan-liquidation');
    });
    const housed = { all: pigeons!.map((pigeon) => ({ any: holes!.map((hole) => sits(pigeon, hole)) })) };
    expect(messages(...sharing, rule('housed', housed, 'notify'), SAFE)).toEqual([
      [
        'liquidating_zone_not_proven',
        'it is not proven that no liquidatable scope escapes: the rules can come out in too many ways to follow them all',
      ],
    ]);
  });
});
