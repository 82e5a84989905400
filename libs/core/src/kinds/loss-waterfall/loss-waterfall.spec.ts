import { describe, expect, it } from 'vitest';
import { decimal, parseDecimal, ZERO } from '../../num/index.ts';
import type { AdlLayer, Candidate } from '../../waterfall/index.ts';
import { lossWaterfall } from './index.ts';

const { schema, check, compile, diff } = lossWaterfall;

const parsed = (document: object) => schema.parse(document);
const exemption = (name: string, fact: string, operator: string, value: unknown) => {
  return { name, conditions: { all: [{ fact, operator, value }] } };
};

describe('exemptions', () => {
  const DAY = 86_400;
  const document = parsed({
    layers: [
      {
        type: 'adl',
        exemptions: [
          exemption('thin', 'leverage', 'lessThan', '1'),
          exemption('hedged', 'hedged', 'equal', true),
          exemption('makers', 'tags', 'contains', 'maker'),
          exemption('pledged', 'pledged', 'greaterThan', '5'),
        ],
      },
    ],
    facts: [
      {
        name: 'pledged',
        type: 'decimal',
        unit: 'quote',
        ageMaxSeconds: DAY,
        meaning: 'What is pledged.',
        source: 'custody',
      },
    ],
  });
  const [layer] = compile(document).layers;
  const position = (size: bigint) => {
    return {
      scope: 'cross:net',
      size: decimal(size),
      entryPrice: decimal(1n),
      accountValue: decimal(1n),
      notional: ZERO,
    };
  };
  const candidate: Candidate = {
    id: 'a',
    ownerId: null,
    tags: [],
    accountValue: decimal(100n),
    notional: decimal(100n),
    positivePnl: ZERO,
    positions: [position(1n)],
    facts: {},
  };
  const at = Date.UTC(2026, 0, 2);
  const pledged = (value: string, instant: string) => ({ facts: { pledged: { value, at: instant } } });

  it.each<[string, Partial<Candidate>, string | null]>([
    ['nothing of it', {}, null],
    ['leverage below the limit', { notional: parseDecimal('99.99') ?? ZERO }, 'thin'],
    ['leverage that there is none of', { accountValue: decimal(-1n) }, null],
    ['both sides of the contract', { positions: [position(1n), position(-2n)] }, 'hedged'],
    ['two positions on one side', { positions: [position(1n), position(2n)] }, null],
    ['a tag', { tags: ['maker'] }, 'makers'],
    ['two at once: the first by name', { tags: ['maker'], positions: [position(1n), position(-2n)] }, 'hedged'],
    ['a fact of the venue', pledged('6', '2026-01-01T12:00:00Z'), 'pledged'],
    ['a fact that is too old to be known leaves nobody out', pledged('6', '2025-12-31T12:00:00Z'), null],
  ])('%s', (_, over, name) => {
    expect(check(document)).toEqual([]);
    expect((layer as AdlLayer).exemptionOf({ ...candidate, ...over }, at)).toBe(name);
  });
});

describe('what differs', () => {
  const base = { layers: [{ type: 'insurance-fund' }, { type: 'adl' }, { type: 'socialization', method: 'pro-rata' }] };
  const cap = (lossDrawnMax: string) => ({ caps: [{ asset: 'USDT', lossDrawnMax }] });
  const dust = { capacityMins: [{ asset: 'USDT', amount: '1' }] };

  it.each<[string, object, string, string]>([
    ['another order', { layers: [base.layers[1], base.layers[0], base.layers[2]] }, '/layers', 'can-liquidate'],
    ['no deleveraging', { layers: [base.layers[0], base.layers[2]] }, '/layers/type=adl', 'loosens'],
    ['no fund', { layers: base.layers.slice(1) }, '/layers/type=insurance-fund', 'costs'],
    ['a treasury', { layers: [...base.layers, { type: 'treasury' }] }, '/layers/type=treasury', 'loosens'],
    [
      'deleveraging at the mark',
      { layers: [base.layers[0], { type: 'adl', closeAt: 'mark' }, base.layers[2]] },
      '/layers/type=adl/closeAt',
      'can-liquidate',
    ],
    [
      'a cap',
      { layers: [{ type: 'insurance-fund', ...cap('5') }, ...base.layers.slice(1)] },
      '/layers/type=insurance-fund/caps/asset=USDT',
      'costs',
    ],
    [
      'dust',
      { layers: [...base.layers.slice(0, 2), { ...base.layers[2], ...dust }] },
      '/layers/type=socialization/capacityMins/asset=USDT',
      'costs',
    ],
    [
      'a conversion',
      { ...base, conversions: [{ from: 'BTC', to: 'USDT', discount: '0.1' }] },
      '/conversions/from=BTC,to=USDT',
      'costs',
    ],
  ])('%s', (_, after, path, effect) => {
    const differences = diff(parsed(base), parsed(after));
    expect(differences.map((each) => [each.path, each.effect])).toEqual([[path, effect]]);
  });
});
