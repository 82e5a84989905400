import { describe, expect, it } from 'vitest';
import { decimal, formatDecimal, parseDecimal, toFloat, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { OpenInterestScaledLadder, SquareRootLadder, StepLadder } from './ladder.ts';
import { isAboveLastCap, stepTier, tierAt } from './tier-at.ts';

const COMMON = {
  maintenanceBasis: 'mark',
  closeFeeRate: ZERO,
  hedgeNetting: 'net',
  rateDecimals: 6,
  rateRounding: 'ceil',
  scaling: null,
} as const;

describe('the tier of a step ladder with borders at 100 and 1000', () => {
  it.each([
    ['measure = 0', '0', 1, 1],
    ['measure below floor of tier 2', '99.99999999', 1, 1],
    ['measure = floor of tier 2', '100', 2, 1],
    ['measure above floor of tier 2', '100.00000001', 2, 2],
    ['measure closer to floor of tier 2 than a binary float can tell, below', '99.999999999999999999', 1, 1],
    ['measure closer to floor of tier 2 than a binary float can tell, above', '100.000000000000000001', 2, 2],
    ['measure = floor of tier 3', '1000.000', 3, 2],
    ['measure = last cap', '5000', 3, 3],
    ['measure above last cap: the last tier goes on', '999999999999999999999', 3, 3],
  ])('%s', (_relation, measure, floorInclusive, capInclusive) => {
    expect(placeOf(steps('floor-inclusive'), measure)).toBe(floorInclusive);
    expect(placeOf(steps('cap-inclusive'), measure)).toBe(capInclusive);
  });
});

describe('above the last cap', () => {
  it.each([
    ['measure = last cap', '5000', false],
    ['measure above last cap', '5000.00000001', true],
    ['measure below last cap', '4999', false],
  ])('%s', (_relation, measure, expected) => {
    expect(isAboveLastCap(steps('floor-inclusive'), read(measure))).toBe(expected);
  });

  it('never, where the last tier is unbounded', () => {
    const ladder = steps('floor-inclusive');
    const tiers = ladder.tiers.map((tier) => ({ ...tier, cap: null }));
    expect(isAboveLastCap({ ...ladder, tiers }, read('999999999999'))).toBe(false);
  });
});

describe('a square-root rate of 1 % with factor 0.0001', () => {
  it.each([
    ['no units', '0', '0.01'],
    ['root has not caught up: the stated rate', '399', '0.01'],
    ['0.8 · rate + factor · √units = rate', '400', '0.01'],
    ['root has caught up, rounded up', '401', '0.010003'],
    ['root far beyond', '1000000', '0.108'],
  ])('%s', (_relation, units, rate) => {
    const ladder: SquareRootLadder = {
      ...COMMON,
      model: 'square-root',
      initialMarginRate: read('0.02'),
      initialMarginFactor: read('0.0001'),
      maintenanceMarginRate: read('0.01'),
      maintenanceMarginFactor: read('0.0001'),
      leverageMax: null,
    };
    expect(formatDecimal(tierAt(ladder, ZERO, read(units), null).maintenanceMarginRate)).toBe(rate);
  });
});

describe('an initial rate of 20 % that grows from open interest 100 to 400', () => {
  it.each([
    ['open interest below the lower level', '99', '0.2'],
    ['open interest = the lower level', '100', '0.2'],
    ['open interest halfway', '250', '0.6'],
    ['open interest a third of the way: rounded up', '200', '0.466667'],
    ['open interest = the upper level', '400', '1'],
    ['open interest above the upper level', '5000', '1'],
    ['open interest not known', null, null],
  ])('%s', (_relation, openInterest, rate) => {
    const tier = tierAt(scaled('100', '400'), ZERO, ZERO, openInterest === null ? null : read(openInterest));
    expect(tier.initialMarginRate && formatDecimal(tier.initialMarginRate)).toBe(rate);
    expect(formatDecimal(tier.maintenanceMarginRate)).toBe('0.1');
  });

  it.each([
    ['upper level = lower level', '100', '100'],
    ['upper level below lower level', '100', '50'],
  ])('%s: it never grows, known or not', (_relation, floor, cap) => {
    const ladder = scaled(floor, cap);
    for (const openInterest of [read('5000'), null]) {
      expect(formatDecimal(tierAt(ladder, ZERO, ZERO, openInterest).initialMarginRate ?? ZERO)).toBe('0.2');
    }
  });
});

function steps(boundary: StepLadder['boundary']): StepLadder {
  const floors = ['0', '100', '1000'].map(read);
  const caps = ['100', '1000', '5000'].map(read);
  const tiers = floors.map((floor, index) => ({
    floor,
    cap: caps[index] ?? null,
    maintenanceMarginRate: decimal(BigInt(index + 1), 2),
    maintenanceRateWithFee: ZERO,
    maintenanceDeduction: ZERO,
    leverageMax: null,
    initialMarginRate: null,
  }));
  return {
    ...COMMON,
    model: 'step',
    basis: 'notional',
    boundary,
    isContinuous: false,
    tiers,
    floorFloats: floors.map(toFloat),
  };
}

function placeOf(ladder: StepLadder, measure: string): number {
  return ladder.tiers.indexOf(stepTier(ladder, read(measure))) + 1;
}

function scaled(floor: string, cap: string): OpenInterestScaledLadder {
  return {
    ...COMMON,
    model: 'open-interest-scaled',
    initialMarginRateBase: read('0.2'),
    openInterestNotionalFloor: read(floor),
    openInterestNotionalCap: read(cap),
    maintenanceMarginRate: read('0.1'),
    leverageMax: null,
  };
}

function read(text: string): Decimal {
  return parseDecimal(text) ?? ZERO;
}
