import { describe, expect, it } from 'vitest';
import { parseDecimal } from '../../num/index.ts';
import type { FactValue } from '../../venue/index.ts';
import { bind } from './bind.ts';
import { scopeCatalogue } from '../language/catalogue.ts';
import type { LeafValue } from '../language/condition.ts';
import { factDeclarationSchema } from '../language/fact.ts';
import type { ScopeFacts } from './scope-facts.ts';
import { resultOf } from './verdict.ts';

const declared = [
  { name: 'score', type: 'decimal', unit: 'none', minimum: '0', maximum: '10' },
  { name: 'days', type: 'integer', unit: 'count' },
  { name: 'isWatched', type: 'boolean', unit: 'none' },
  { name: 'isVip', type: 'boolean', unit: 'none' },
  { name: 'region', type: 'text', unit: 'none', values: ['eu', 'uk'] },
  { name: 'assets', type: 'set', unit: 'none' },
  { name: 'cushion', type: 'decimal', unit: 'ratio', numerator: 'withdrawable', denominator: 'notional' },
].map((fact) => factDeclarationSchema.parse({ ...fact, meaning: 'For the test.', source: 'the test' }));
const names = { facts: scopeCatalogue(declared), conditions: {} };

const amount = (text: string) => parseDecimal(text)!;
const FACTS: ScopeFacts = {
  at: 0,
  equity: amount('105'),
  accountValue: amount('50'),
  initialMargin: amount('210'),
  maintenanceMargin: amount('100'),
  notional: amount('1000'),
  unrealizedPnl: amount('-3.5'),
  withdrawable: amount('0'),
  positionCount: 3,
  scope: 'isolated',
  asset: 'USDT',
  contract: 'BTCUSDT',
  tags: ['retail', 'eu'],
  venue: { score: '7.50', days: 12, isWatched: true, isVip: false, region: 'eu', assets: ['USDT', 'BTC'] },
};

function judged(fact: string, operator: string, value: LeafValue, over: Partial<ScopeFacts> = {}): boolean | null {
  const bound = bind({ fact, operator, value }, '', names);
  if (bound.kind !== 'leaf') throw new Error('a leaf is bound to a leaf');
  return resultOf(bound.test({ ...FACTS, ...over }));
}

const venue = (values: Record<string, FactValue>): Partial<ScopeFacts> => ({ venue: { ...FACTS.venue, ...values } });

describe('a number against a limit', () => {
  const cases: [string, [boolean, boolean, boolean]][] = [
    ['lessThan', [true, false, false]],
    ['lessThanInclusive', [true, true, false]],
    ['equal', [false, true, false]],
    ['notEqual', [true, false, true]],
    ['greaterThanInclusive', [false, true, true]],
    ['greaterThan', [false, false, true]],
  ];
  const sides = ['1.0499999999999999999', '1.05', '1.0500000000000000001'] as const;
  it.each(cases)('%s below, at and above: equity', (operator, expected) => {
    const seen = sides.map((equity) => judged('equity', operator, '1.05', { equity: amount(equity) }));
    expect(seen).toEqual(expected);
  });
  it.each(cases)('%s below, at and above: equity against maintenance margin', (operator, expected) => {
    const seen = sides.map((text) =>
      judged(
        'equity',
        operator,
        { fact: 'maintenanceMargin' },
        { equity: amount(text), maintenanceMargin: amount('1.050') },
      ),
    );
    expect(seen).toEqual(expected);
  });
  it.each(cases)('%s below, at and above: margin ratio, decided without dividing', (operator, expected) => {
    const third = { maintenanceMargin: amount('3') };
    const seen = ['3.1499999999999999999', '3.15', '3.1500000000000000001'].map((equity) =>
      judged('marginRatio', operator, '1.05', { ...third, equity: amount(equity) }),
    );
    expect(seen).toEqual(expected);
  });
  it.each(cases)('%s below, at and above: one ratio against another', (operator, expected) => {
    // 1/3 against 2/6 and its neighbors: equal only exactly.
    const over = { accountValue: amount('6'), maintenanceMargin: amount('3'), equity: amount('1') };
    const seen = ['2.0000000000000000001', '2', '1.9999999999999999999'].map((notional) =>
      judged('marginRatio', operator, { fact: 'leverage' }, { ...over, notional: amount(notional) }),
    );
    expect(seen).toEqual(expected);
  });
  it.each([
    ['in', ['1', '105.0'], true],
    ['in', ['1', '2'], false],
    ['notIn', ['1', '105.0'], false],
    ['notIn', ['1', '2'], true],
  ])('equity %s %j is %s', (operator, list, expected) => {
    expect(judged('equity', operator, list)).toBe(expected);
  });
  it.each([
    ['positionCount', 'equal', 3, true],
    ['positionCount', 'greaterThan', 3, false],
    ['days', 'lessThan', 13, true],
    ['days', 'in', [11, 12], true],
    ['score', 'equal', '7.5', true],
    ['cushion', 'equal', '0', true],
    ['marginRatio', 'in', ['1', '1.05'], true],
  ])('%s %s %j is %s', (fact, operator, value, expected) => {
    expect(judged(fact, operator, value)).toBe(expected);
  });
});

describe('texts, sets, true and false', () => {
  it.each<[string, string, LeafValue, boolean]>([
    ['scope', 'equal', 'isolated', true],
    ['scope', 'notEqual', 'isolated', false],
    ['contract', 'in', ['ETHUSDT', 'BTCUSDT'], true],
    ['contract', 'notIn', ['ETHUSDT', 'BTCUSDT'], false],
    ['asset', 'in', ['USD'], false],
    ['asset', 'in', { fact: 'assets' }, true],
    ['asset', 'notIn', { fact: 'assets' }, false],
    ['asset', 'equal', { fact: 'region' }, false],
    ['tags', 'contains', 'retail', true],
    ['tags', 'contains', 'ret', false],
    ['tags', 'doesNotContain', 'retail', false],
    ['tags', 'doesNotContain', 'vip', true],
    ['tags', 'contains', { fact: 'region' }, true],
    ['assets', 'contains', { fact: 'asset' }, true],
    ['isWatched', 'equal', true, true],
    ['isWatched', 'equal', false, false],
    ['isWatched', 'notEqual', false, true],
    ['isWatched', 'equal', { fact: 'isVip' }, false],
    ['isWatched', 'notEqual', { fact: 'isVip' }, true],
  ])('%s %s %j is %s', (fact, operator, value, expected) => {
    expect(judged(fact, operator, value)).toBe(expected);
  });
});

describe('what is not known is unknown under every operator', () => {
  it.each<[string, string, LeafValue, Partial<ScopeFacts>]>([
    ['equity', 'notEqual', '5', { equity: null }],
    ['equity', 'notIn', ['5'], { equity: null }],
    ['equity', 'lessThan', { fact: 'maintenanceMargin' }, { maintenanceMargin: null }],
    ['marginRatio', 'notEqual', '5', { maintenanceMargin: null }],
    ['marginRatio', 'notEqual', '5', { equity: null }],
    ['marginRatio', 'notEqual', '5', { maintenanceMargin: amount('0') }],
    ['leverage', 'lessThan', '5', { accountValue: amount('0') }],
    ['leverage', 'lessThan', '5', { accountValue: amount('-1') }],
    ['leverage', 'notEqual', { fact: 'marginRatio' }, { maintenanceMargin: amount('0') }],
    ['contract', 'notEqual', 'BTCUSDT', { contract: null }],
    ['score', 'notEqual', '5', { venue: {} }],
    ['score', 'notEqual', '5', venue({ score: 7.5 })],
    ['score', 'notEqual', '5', venue({ score: '1e1' })],
    ['score', 'notEqual', '5', venue({ score: '-0.01' })],
    ['score', 'notEqual', '5', venue({ score: '10.01' })],
    ['days', 'notEqual', 5, venue({ days: '12' })],
    ['days', 'notEqual', 5, venue({ days: 1.5 })],
    ['isWatched', 'notEqual', true, venue({ isWatched: 'true' })],
    ['isWatched', 'equal', { fact: 'isVip' }, venue({ isVip: 0 })],
    ['region', 'notEqual', 'eu', venue({ region: 'us' })],
    ['region', 'notIn', ['eu'], venue({ region: ['uk'] })],
    ['assets', 'doesNotContain', 'BTC', venue({ assets: 'BTC' })],
    ['asset', 'notIn', { fact: 'assets' }, { venue: {} }],
  ])('%s %s %j', (fact, operator, value, over) => {
    expect(judged(fact, operator, value, over)).toBeNull();
  });

  it('bounds are believed themselves', () => {
    expect(judged('score', 'equal', '0', venue({ score: '0' }))).toBe(true);
    expect(judged('score', 'equal', '10', venue({ score: '10.0' }))).toBe(true);
  });

  it('what every object has is no fact of an account', () => {
    const odd = factDeclarationSchema.parse({
      ...{ name: 'constructor', type: 'text', unit: 'none', meaning: 'Odd.', source: 'the test' },
    });
    const bound = bind({ fact: 'constructor', operator: 'notEqual', value: 'x' }, '', {
      facts: scopeCatalogue([odd]),
      conditions: {},
    });
    expect(bound.kind === 'leaf' && bound.test({ ...FACTS, venue: {} })).toBe(1);
  });
});
