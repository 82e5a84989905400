import { describe, expect, it } from 'vitest';
import { decimal, ONE, ZERO } from '../../num/index.ts';
import { collateralHaircut } from './index.ts';
import type { CollateralHaircutDocument } from './index.ts';

const { schema, compile, diff, explain } = collateralHaircut;

const flat = { model: 'ladder', tiers: [{ valueFloor: '0', valueCap: null, weight: '1' }] };
const discount = { model: 'size-discount', weight: '0.9', factor: '0.01' };
const deposits = { model: 'deposits', weight: '0.9', depositsStart: '500000' };

function documentOf(written: object, over: object = {}): CollateralHaircutDocument {
  return schema.parse({ ...written, ...over });
}

function ladder(...tiers: [floor: string, cap: string | null, weight: string][]): object {
  return {
    model: 'ladder',
    tiers: tiers.map(([valueFloor, valueCap, weight]) => ({ valueFloor, valueCap, weight })),
  };
}

describe('schema', () => {
  it('fills defaults: index price, no limits, a debt at its value, eight decimals', () => {
    expect(documentOf(flat)).toEqual({
      ...flat,
      priceRule: { source: 'index', floorPrice: null },
      priceAgeMaxSeconds: null,
      shareMax: null,
      liability: null,
      rateDecimals: 8,
    });
    expect(documentOf(flat, { liability: { weight: '1.10' } }).liability).toEqual({
      weight: '1.1',
      factor: '0',
      rounding: 'ceil',
    });
  });

  it('sorts tiers by the value of their floor, not by its text', () => {
    const document = documentOf(ladder(['1000', null, '0.8'], ['200', '1000', '0.9'], ['0', '200', '1']));
    expect(document.model === 'ladder' && document.tiers.map(({ valueFloor }) => valueFloor)).toEqual([
      '0',
      '200',
      '1000',
    ]);
  });
});

describe('compile', () => {
  it('binds each model to the mechanism', () => {
    expect(compile(documentOf(flat)).weighting).toEqual({
      model: 'ladder',
      tiers: [{ valueFloor: ZERO, valueCap: null, weight: ONE }],
    });
    expect(compile(documentOf(discount)).weighting).toEqual({
      model: 'size-discount',
      weight: decimal(9n, 1),
      factor: decimal(1n, 2),
    });
    expect(compile(documentOf(deposits)).weighting).toEqual({
      model: 'deposits',
      weight: decimal(9n, 1),
      depositsStart: decimal(500_000n),
    });
  });

  it('carries the common fields', () => {
    const document = documentOf(flat, {
      priceRule: { source: 'lowest', floorPrice: '0.98' },
      priceAgeMaxSeconds: 60,
      shareMax: '0.5',
      liability: { weight: '1.1', factor: '0.2', rounding: 'floor' },
      rateDecimals: 4,
    });
    expect(compile(document)).toMatchObject({
      priceRule: { source: 'lowest', floorPrice: decimal(98n, 2) },
      priceAgeMaxSeconds: 60,
      shareMax: decimal(5n, 1),
      liability: { weight: decimal(11n, 1), factor: decimal(2n, 1), rounding: 'floor' },
      rateDecimals: 4,
    });
  });
});

describe('diff names what a change can do', () => {
  it.each<[string, object, object, string, string]>([
    ['weight lower', discount, { weight: '0.8' }, '/weight', 'can-liquidate'],
    ['weight higher', discount, { weight: '0.95' }, '/weight', 'loosens'],
    ['factor higher', discount, { factor: '0.02' }, '/factor', 'can-liquidate'],
    ['factor lower', discount, { factor: '0' }, '/factor', 'loosens'],
    ['start lower', deposits, { depositsStart: '400000' }, '/depositsStart', 'can-liquidate'],
    ['start higher', deposits, { depositsStart: '600000' }, '/depositsStart', 'loosens'],
    ['another price source', flat, { priceRule: { source: 'lowest' } }, '/priceRule/source', 'can-liquidate'],
    [
      'a floor price: debts cost more',
      flat,
      { priceRule: { floorPrice: '1' } },
      '/priceRule/floorPrice',
      'can-liquidate',
    ],
    ['an age limit', flat, { priceAgeMaxSeconds: 60 }, '/priceAgeMaxSeconds', 'blocks-new-risk'],
    ['a share limit', flat, { shareMax: '0.5' }, '/shareMax', 'can-liquidate'],
    ['decimals where nothing is computed', flat, { rateDecimals: 4 }, '/rateDecimals', 'none'],
    ['decimals where a weight is computed', discount, { rateDecimals: 4 }, '/rateDecimals', 'can-liquidate'],
  ])('%s', (_, written, over, path, effect) => {
    const differences = diff(documentOf(written), documentOf(written, over));
    expect(differences.map((each) => [each.path, each.effect])).toEqual([[path, effect]]);
  });

  it('a limit that is lifted: of shares it loosens, of age it lets accounts be judged by prices not believed before', () => {
    const limited = documentOf(flat, { priceAgeMaxSeconds: 60, shareMax: '0.5' });
    expect(diff(limited, documentOf(flat)).map(({ effect }) => effect)).toEqual(['can-liquidate', 'loosens']);
  });

  it.each([
    ['none → 1.1', null, { weight: '1.1' }, ['can-liquidate', 'none', 'none']],
    ['none → 1, which is the same', null, { weight: '1' }, ['none', 'none', 'none']],
    ['1.1 → none', { weight: '1.1' }, null, ['loosens', 'none', 'none']],
    ['1.1 → 1.05', { weight: '1.1' }, { weight: '1.05' }, ['loosens']],
    ['rounded up instead of down', { weight: '1.1', rounding: 'floor' }, { weight: '1.1' }, ['can-liquidate']],
    ['rounded down instead of up', { weight: '1.1' }, { weight: '1.1', rounding: 'floor' }, ['loosens']],
  ])('weight of a debt: %s', (_, before, after, effects) => {
    const differences = diff(documentOf(flat, { liability: before }), documentOf(flat, { liability: after }));
    expect(differences.map(({ effect }) => effect)).toEqual(effects);
  });

  it.each<[string, object, object, string[]]>([
    [
      'a tier split with a lower weight above',
      ladder(['0', null, '0.9']),
      ladder(['0', '100', '0.9'], ['100', null, '0.5']),
      ['/tiers/valueFloor=0/valueCap can-liquidate', '/tiers/valueFloor=100 can-liquidate'],
    ],
    [
      'tiers merged at the higher weight',
      ladder(['0', '100', '0.9'], ['100', null, '0.5']),
      ladder(['0', null, '0.9']),
      ['/tiers/valueFloor=0/valueCap loosens', '/tiers/valueFloor=100 loosens'],
    ],
    [
      'a border that only splits one weight',
      ladder(['0', null, '0.9']),
      ladder(['0', '100', '0.9'], ['100', null, '0.9']),
      ['/tiers/valueFloor=0/valueCap none', '/tiers/valueFloor=100 none'],
    ],
    [
      'weights of matched tiers in either direction',
      ladder(['0', '100', '0.9'], ['100', null, '0.5']),
      ladder(['0', '100', '0.8'], ['100', null, '0.6']),
      ['/tiers/valueFloor=0/weight can-liquidate', '/tiers/valueFloor=100/weight loosens'],
    ],
    [
      'a border moved down, lower weight from there on',
      ladder(['0', '100', '0.9'], ['100', null, '0.5']),
      ladder(['0', '50', '0.9'], ['50', null, '0.5']),
      [
        '/tiers/valueFloor=0/valueCap can-liquidate',
        '/tiers/valueFloor=50 can-liquidate',
        '/tiers/valueFloor=100 none',
      ],
    ],
  ])('ladder: %s', (_, before, after, expected) => {
    const differences = diff(documentOf(before), documentOf(after));
    expect(differences.map(({ path, effect }) => `${path} ${effect}`)).toEqual(expected);
  });

  it('another model can always liquidate', () => {
    expect(diff(documentOf(flat), documentOf(discount))).toEqual([
      {
        path: '/model',
        before: 'ladder',
        after: 'size-discount',
        effect: 'can-liquidate',
        sentence: 'The model of the weight changes from `ladder` to `size-discount`.',
      },
    ]);
  });
});

describe('explain is true on both sides of the limit', () => {
  const say = (code: string, observed: string | null, limit: string | null): string | null =>
    explain({ code, contract: null, asset: 'BTC', values: { observed, limit } });

  it.each([
    ['2026-01-01T11:58:59.999Z', 'is before'],
    ['2026-01-01T11:59:00Z', 'is at'],
    ['2026-01-01T11:59:00.001Z', 'is after'],
  ])('collateral_price_stale, of %s: %s', (observed, relation) => {
    expect(say('collateral_price_stale', observed, '2026-01-01T11:59:00Z')).toBe(
      `The price of \`BTC\`, of ${observed}, ${relation} the oldest instant that still counts, 2026-01-01T11:59:00Z.`,
    );
  });

  it.each([
    ['0.499', 'is below'],
    ['0.5', 'is at'],
    ['0.501', 'is above'],
  ])('collateral_share_above_max, %s: %s', (observed, relation) => {
    expect(say('collateral_share_above_max', observed, '0.5')).toBe(
      `The share of \`BTC\` in the counted collateral, ${observed}, ${relation} the largest allowed, 0.5.`,
    );
  });

  it('collateral_share_above_max without the share says what is done', () => {
    expect(say('collateral_share_above_max', null, '0.5')).toBe(
      'The share of `BTC` in the counted collateral is cut to 0.5.',
    );
  });

  it.each(['collateral_price_missing', 'total_deposits_missing'])('%s names the asset', (code) => {
    expect(say(code, null, null)).toContain('`BTC`');
  });
});
