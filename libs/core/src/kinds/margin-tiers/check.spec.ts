import { describe, expect, it } from 'vitest';
import type { Problem } from '../../problem/index.ts';
import { check } from './check.ts';
import { schema } from './schema.ts';

interface Tier {
  readonly notionalFloor: string;
  readonly notionalCap: string | null;
  readonly maintenanceMarginRate: string;
  readonly leverageMax?: string;
  readonly initialMarginRate?: string;
  readonly maintenanceDeduction?: string;
}

const LADDER: readonly Tier[] = [
  { notionalFloor: '0', notionalCap: '50000', maintenanceMarginRate: '0.004', leverageMax: '125' },
  { notionalFloor: '50000', notionalCap: '250000', maintenanceMarginRate: '0.005', leverageMax: '100' },
  { notionalFloor: '250000', notionalCap: null, maintenanceMarginRate: '0.01', leverageMax: '50' },
];

const problemsOf = (document: object): Problem[] => check(schema.parse(document));
const ladder = (tiers: readonly Tier[], rest: object = {}): Problem[] =>
  problemsOf({ model: 'step', basis: 'notional', ...rest, tiers });
const changed = (index: number, change: Partial<Tier>): Tier[] =>
  LADDER.map((tier, at) => (at === index ? { ...tier, ...change } : tier));
const codes = (problems: readonly Problem[]): string[] => problems.map(({ code }) => code);

describe('borders', () => {
  it('floor = cap before: contiguous', () => {
    expect(ladder(LADDER)).toEqual([]);
  });

  it('floor > cap before by one: a gap, with the right floor', () => {
    expect(ladder(changed(2, { notionalFloor: '250001' }))).toEqual([
      {
        code: 'tier_gap',
        path: '/tiers/2/notionalFloor',
        message: 'tier 2 ends at `250000`, but tier 3 begins at `250001`: nothing covers the notional between them',
        suggestion: '250000',
      },
    ]);
  });

  it('floor < cap before by one: an overlap', () => {
    expect(ladder(changed(2, { notionalFloor: '249999' }))).toMatchObject([
      { code: 'tier_overlap', path: '/tiers/2/notionalFloor', suggestion: '250000' },
    ]);
  });

  it('cap = floor: not above it', () => {
    expect(codes(ladder(changed(2, { notionalCap: '250000' })))).toEqual(['tier_cap_not_above_floor']);
  });

  it('borders of size are named by their own fields', () => {
    const tiers = [
      { sizeFloor: '0', sizeCap: '10', maintenanceMarginRate: '0.01', leverageMax: '20' },
      { sizeFloor: '11', sizeCap: null, maintenanceMarginRate: '0.02', leverageMax: '10' },
    ];
    expect(problemsOf({ model: 'step', basis: 'size', tiers })).toMatchObject([
      { code: 'tier_gap', path: '/tiers/1/sizeFloor', suggestion: '10' },
    ]);
  });

  it('several mistakes are all reported at once', () => {
    const tiers = [
      ...changed(0, { notionalFloor: '5' }).slice(0, 2),
      { ...LADDER[2]!, notionalFloor: '300000', leverageMax: '101' },
    ];
    expect(codes(ladder(tiers)).toSorted()).toEqual([
      'first_floor_not_zero',
      'leverage_max_leaves_less_than_maintenance',
      'leverage_max_rises',
      'tier_gap',
    ]);
  });
});

describe('initial margin against maintenance', () => {
  it.each([
    ['leverageMax · rate = 1', '100', []],
    ['leverageMax · rate > 1', '100.000001', ['leverage_max_leaves_less_than_maintenance']],
    ['leverageMax · rate < 1', '99.999999', []],
  ])('%s', (_relation, leverageMax, expected) => {
    const tiers = [LADDER[0]!, { ...LADDER[1]!, leverageMax: '110' }, { ...LADDER[2]!, leverageMax }];
    expect(codes(ladder(tiers))).toEqual(expected);
  });

  it('a maintenance rate of 0 allows any leverage', () => {
    expect(
      ladder([{ notionalFloor: '0', notionalCap: null, maintenanceMarginRate: '0', leverageMax: '1000000' }]),
    ).toEqual([]);
  });

  it.each([
    ['initialMarginRate = maintenanceMarginRate', '0.01', []],
    ['initialMarginRate < maintenanceMarginRate', '0.0099999', ['initial_margin_rate_below_maintenance']],
  ])('%s', (_relation, initialMarginRate, expected) => {
    expect(codes(ladder(changed(2, { initialMarginRate })))).toEqual(expected);
  });

  it.each([
    ['linear', { initialMarginRateSlope: '0', maintenanceMarginRateBase: '0.01', maintenanceMarginRateSlope: '0' }],
    [
      'open-interest-scaled',
      { openInterestNotionalFloor: '0', openInterestNotionalCap: '0', maintenanceMarginRate: '0.01' },
    ],
  ])('%s: base initial rate below maintenance', (model, fields) => {
    expect(problemsOf({ model, ...fields, initialMarginRateBase: '0.009' })).toMatchObject([
      { code: 'initial_margin_rate_below_maintenance', path: '/initialMarginRateBase', suggestion: 'at least 0.01' },
    ]);
    expect(problemsOf({ model, ...fields, initialMarginRateBase: '0.01' })).toEqual([]);
  });

  it('square-root: leverage and growth are judged too', () => {
    const document = {
      model: 'square-root',
      initialMarginRate: '0.1',
      initialMarginFactor: '0.0001',
      maintenanceMarginRate: '0.05',
      maintenanceMarginFactor: '0.0002',
      leverageMax: '21',
    };
    expect(problemsOf(document)).toMatchObject([
      { code: 'initial_margin_growth_below_maintenance', path: '/initialMarginFactor', suggestion: 'at least 0.0002' },
      { code: 'leverage_max_leaves_less_than_maintenance', path: '/leverageMax', suggestion: 'at most 20' },
    ]);
  });
});

describe('stated deductions', () => {
  const stated = (deductions: readonly string[], tiers: readonly Tier[] = LADDER): Problem[] =>
    ladder(tiers.map((tier, index) => ({ ...tier, maintenanceDeduction: deductions[index]! })));

  it('stated = derived', () => {
    expect(stated(['0', '50', '1300'])).toEqual([]);
  });

  it('stated ≠ derived: the derived value is suggested', () => {
    expect(stated(['0', '50', '1299.99'])).toEqual([
      {
        code: 'maintenance_deduction_broken',
        path: '/tiers/2/maintenanceDeduction',
        message:
          'tier 3 states the maintenance deduction `1299.99`, but floors and rates give `1300`: ' +
          'the margin would jump at the notional `250000`',
        suggestion: '1300',
      },
    ]);
  });

  it('one broken deduction does not break those after it', () => {
    expect(codes(stated(['0', '51', '1300']))).toEqual(['maintenance_deduction_broken']);
  });

  it('behind a gap nothing is said of deductions, before it they are judged', () => {
    const problems = stated(['0', '51', '9999'], changed(2, { notionalFloor: '260000' }));
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['tier_gap', '/tiers/2/notionalFloor'],
      ['maintenance_deduction_broken', '/tiers/1/maintenanceDeduction'],
    ]);
  });

  it('deduction none: 0 is allowed, another is not applied', () => {
    const tiers = changed(0, { maintenanceDeduction: '0' });
    expect(ladder(tiers, { deduction: 'none' })).toEqual([]);
    const wrong = tiers.map((tier, index) => (index === 1 ? { ...tier, maintenanceDeduction: '50' } : tier));
    expect(ladder(wrong, { deduction: 'none' })).toMatchObject([
      { code: 'maintenance_deduction_not_applied', path: '/tiers/1/maintenanceDeduction' },
    ]);
  });
});
