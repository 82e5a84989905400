import { describe, expect, it } from 'vitest';
import type { Difference } from '../../policy/index.ts';
import { diff } from './diff.ts';
import { schema } from './schema.ts';

const TIER_1 = { notionalFloor: '0', notionalCap: '50000', maintenanceMarginRate: '0.004', leverageMax: '125' };
const TIER_2 = { notionalFloor: '50000', notionalCap: '250000', maintenanceMarginRate: '0.005', leverageMax: '100' };
const TIER_3 = { notionalFloor: '250000', notionalCap: '1000000', maintenanceMarginRate: '0.01', leverageMax: '50' };

const step = (tiers: readonly object[], rest: object = {}): object => ({
  model: 'step',
  basis: 'notional',
  ...rest,
  tiers,
});
const BEFORE = step([TIER_1, TIER_2, TIER_3]);
const differences = (before: object, after: object): Difference[] => diff(schema.parse(before), schema.parse(after));
const effects = (before: object, after: object): string[][] =>
  differences(before, after).map(({ path, effect }) => [path.replace('notionalFloor=', ''), effect]);

it('equal documents do not differ, however they are written', () => {
  expect(differences(BEFORE, step([TIER_3, { ...TIER_1, maintenanceMarginRate: '0.0040' }, TIER_2]))).toEqual([]);
});

it('a difference names row, values, effect and says it in a sentence', () => {
  expect(differences(BEFORE, step([TIER_1, { ...TIER_2, maintenanceMarginRate: '0.006' }, TIER_3]))).toEqual([
    {
      path: '/tiers/notionalFloor=50000/maintenanceMarginRate',
      before: '0.005',
      after: '0.006',
      effect: 'can-liquidate',
      sentence: 'The maintenance margin rate of the tier from 50000 rises from `0.005` to `0.006`.',
    },
  ]);
});

describe('tiers', () => {
  it.each([
    ['a rate rises', { ...TIER_2, maintenanceMarginRate: '0.0051' }, 'maintenanceMarginRate', 'can-liquidate'],
    ['a rate falls', { ...TIER_2, maintenanceMarginRate: '0.0049' }, 'maintenanceMarginRate', 'loosens'],
    ['leverage falls', { ...TIER_2, leverageMax: '99' }, 'leverageMax', 'blocks-new-risk'],
    ['leverage rises', { ...TIER_2, leverageMax: '101' }, 'leverageMax', 'loosens'],
    [
      'an initial rate that binds is stated',
      { ...TIER_2, initialMarginRate: '0.011' },
      'initialMarginRate',
      'blocks-new-risk',
    ],
    [
      'an initial rate that does not bind is stated',
      { ...TIER_2, initialMarginRate: '0.01' },
      'initialMarginRate',
      'none',
    ],
    ['the derived deduction is stated', { ...TIER_2, maintenanceDeduction: '50' }, 'maintenanceDeduction', 'none'],
  ])('%s', (_what, tier, field, effect) => {
    expect(effects(BEFORE, step([TIER_1, tier, TIER_3]))).toEqual([[`/tiers/50000/${field}`, effect]]);
  });

  it('a lower rate lowers the margin of every tier above it and is one difference', () => {
    // Tier 2: 0.005 · z − 50 becomes 0.005 · z − 100.
    expect(effects(BEFORE, step([{ ...TIER_1, maintenanceMarginRate: '0.003' }, TIER_2, TIER_3]))).toEqual([
      ['/tiers/0/maintenanceMarginRate', 'loosens'],
    ]);
  });

  it('a border that moves down is judged by the margin that it gives', () => {
    const after = step([{ ...TIER_1, notionalCap: '40000' }, { ...TIER_2, notionalFloor: '40000' }, TIER_3]);
    expect(effects(BEFORE, after)).toEqual([
      ['/tiers/0/notionalCap', 'can-liquidate'],
      ['/tiers/40000', 'can-liquidate'],
      ['/tiers/50000', 'can-liquidate'],
    ]);
  });

  it('a border that moves up loosens', () => {
    const after = step([{ ...TIER_1, notionalCap: '60000' }, { ...TIER_2, notionalFloor: '60000' }, TIER_3]);
    expect(effects(BEFORE, after).map(([, effect]) => effect)).toEqual(['loosens', 'loosens', 'loosens']);
  });

  it('a tier that is only split does nothing', () => {
    const halves = [
      { ...TIER_2, notionalCap: '100000' },
      { ...TIER_2, notionalFloor: '100000' },
    ];
    expect(effects(BEFORE, step([TIER_1, ...halves, TIER_3]))).toEqual([
      ['/tiers/50000/notionalCap', 'none'],
      ['/tiers/100000', 'none'],
    ]);
  });

  it.each([
    ['falls', '900000', 'blocks-new-risk'],
    ['rises', '1100000', 'loosens'],
    ['becomes unbounded', null, 'loosens'],
  ])('the last cap %s', (_how, notionalCap, effect) => {
    expect(effects(BEFORE, step([TIER_1, TIER_2, { ...TIER_3, notionalCap }]))).toEqual([
      ['/tiers/250000/notionalCap', effect],
    ]);
  });

  it('a new last tier with a higher rate can liquidate what was above the last cap', () => {
    const tier4 = {
      notionalFloor: '1000000',
      notionalCap: '2000000',
      maintenanceMarginRate: '0.025',
      leverageMax: '20',
    };
    expect(effects(BEFORE, step([TIER_1, TIER_2, TIER_3, tier4]))).toEqual([['/tiers/1000000', 'can-liquidate']]);
    expect(effects(step([TIER_1, TIER_2, TIER_3, tier4]), BEFORE)).toEqual([['/tiers/1000000', 'blocks-new-risk']]);
  });
});

describe('fields', () => {
  it.each([
    ['closeFeeRate', '0', '0.001', 'can-liquidate'],
    ['closeFeeRate', '0.001', '0', 'loosens'],
    ['maintenanceBasis', 'mark', 'entry', 'can-liquidate'],
    ['hedgeNetting', 'net', 'gross', 'can-liquidate'],
    ['hedgeNetting', 'larger-side', 'gross', 'can-liquidate'],
    ['hedgeNetting', 'gross', 'larger-side', 'loosens'],
    ['deduction', 'continuous', 'none', 'can-liquidate'],
    ['deduction', 'none', 'continuous', 'loosens'],
    ['boundary', 'floor-inclusive', 'cap-inclusive', 'loosens'],
    ['boundary', 'cap-inclusive', 'floor-inclusive', 'blocks-new-risk'],
    ['rateDecimals', 8, 4, 'none'],
  ])('%s from %s to %s: %s', (field, before, after, effect) => {
    const tiers = [TIER_1, TIER_2, TIER_3];
    expect(effects(step(tiers, { [field]: before }), step(tiers, { [field]: after }))).toEqual([[`/${field}`, effect]]);
  });

  it.each([
    ['initialMarginRateBase', '0.02', '0.03', 'blocks-new-risk'],
    ['maintenanceMarginRateSlope', '0.0001', '0.0002', 'can-liquidate'],
    ['maintenanceMarginRateSlope', '0.0002', '0.0001', 'loosens'],
    ['leverageMax', null, '20', 'blocks-new-risk'],
    ['leverageMax', '20', null, 'loosens'],
    ['rateDecimals', 8, 4, 'can-liquidate'],
    ['rateDecimals', 4, 8, 'loosens'],
    ['rateRounding', 'floor', 'ceil', 'can-liquidate'],
    ['rateRounding', 'ceil', 'floor', 'loosens'],
  ])('linear %s from %s to %s: %s', (field, before, after, effect) => {
    const linear = {
      model: 'linear',
      initialMarginRateBase: '0.02',
      initialMarginRateSlope: '0.0002',
      maintenanceMarginRateBase: '0.01',
      maintenanceMarginRateSlope: '0.0001',
    };
    expect(effects({ ...linear, [field]: before }, { ...linear, [field]: after })).toEqual([[`/${field}`, effect]]);
  });

  it.each([
    ['25000000', '20000000', 'blocks-new-risk'],
    ['25000000', '30000000', 'loosens'],
    ['25000000', '50000000', 'loosens'],
    ['50000000', '25000000', 'blocks-new-risk'],
    ['50000000', '60000000', 'none'],
  ])('open interest floor from %s to %s below a cap of 50000000: %s', (before, after, effect) => {
    const document = {
      model: 'open-interest-scaled',
      initialMarginRateBase: '0.02',
      openInterestNotionalCap: '50000000',
      maintenanceMarginRate: '0.012',
    };
    const withFloor = (openInterestNotionalFloor: string): object => ({ ...document, openInterestNotionalFloor });
    expect(effects(withFloor(before), withFloor(after))).toEqual([['/openInterestNotionalFloor', effect]]);
  });

  it('another model: everything differs and can liquidate', () => {
    const linear = {
      model: 'linear',
      initialMarginRateBase: '0.02',
      initialMarginRateSlope: '0',
      maintenanceMarginRateBase: '0.01',
      maintenanceMarginRateSlope: '0',
    };
    const found = differences(BEFORE, linear);
    expect(new Set(found.map(({ effect }) => effect))).toEqual(new Set(['can-liquidate']));
    expect(found.map(({ path }) => path)).toContain('/model');
    expect(found.map(({ path }) => path)).toContain('/tiers');
  });
});
