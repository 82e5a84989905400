import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../num/index.ts';
import { outcomes } from './outcomes.ts';
import { schema } from './schema.ts';

const tier = (
  notionalFloor: string,
  notionalCap: string | null,
  maintenanceMarginRate: string,
  leverageMax: string,
) => {
  return { notionalFloor, notionalCap, maintenanceMarginRate, leverageMax };
};
const step = (...tiers: object[]) => ({ model: 'step', basis: 'notional', tiers });
const linear = (slope: string) => ({
  model: 'linear',
  initialMarginRateBase: '0.02',
  initialMarginRateSlope: '0.001',
  maintenanceMarginRateBase: '0.01',
  maintenanceMarginRateSlope: slope,
});
const openInterest = (cap: string) => ({
  model: 'open-interest-scaled',
  initialMarginRateBase: '0.1',
  openInterestNotionalFloor: '100',
  openInterestNotionalCap: cap,
  maintenanceMarginRate: '0.05',
});

/** What is measured of one outcome, as `where before → after`. */
function told(before: object, after: object, wanted: string): string[] {
  return outcomes(schema.parse(before), schema.parse(after))
    .filter(({ outcome }) => outcome === wanted)
    .map((move) => `${move.where}: ${text(move.before)} → ${text(move.after)}`);
}

function text(value: Parameters<typeof formatDecimal>[0] | null): string {
  return value === null ? 'null' : formatDecimal(value);
}

const BEFORE = step(tier('0', '100', '0.01', '50'), tier('100', '1000', '0.02', '25'));

describe('what a ladder comes to', () => {
  it('at the borders of both versions, between them and beyond, with the deduction and the fee in it', () => {
    const after = { ...step(tier('0', '200', '0.01', '50'), tier('200', '1000', '0.02', '20')), closeFeeRate: '0.001' };
    expect(told(BEFORE, after, 'maintenanceMargin')).toEqual([
      'notional 50: 0.5 → 0.55',
      'notional 100: 1 → 1.1',
      'notional 150: 2 → 1.65',
      'notional 200: 3 → 2.2',
      'notional 600: 11 → 10.6',
      'notional 1000: 19 → 19',
      'notional 2000: 39 → 40',
    ]);
    expect(told(BEFORE, after, 'initialMargin')).toEqual([
      'notional 50: 1 → 1',
      'notional 100: 4 → 2',
      'notional 150: 6 → 3',
      'notional 200: 8 → 10',
      'notional 600: 24 → 30',
      'notional 1000: 40 → 50',
      'notional 2000: 80 → 100',
    ]);
  });

  it('two fields, each within a quarter, come to more together', () => {
    const after = { ...step(tier('0', '80', '0.012', '50'), tier('80', '1000', '0.025', '25')) };
    expect(told(BEFORE, after, 'maintenanceMargin')).toContain('notional 100: 1 → 1.46');
  });

  it('by size where rates grow with it, up to where both ask for the whole', () => {
    expect(told(linear('0.0001'), linear('0.0002'), 'maintenanceMargin')).toEqual([
      'size 0.001: 0.0000100001 → 0.0000100002',
      'size 0.01: 0.00010001 → 0.00010002',
      'size 0.1: 0.001001 → 0.001002',
      'size 1: 0.0101 → 0.0102',
      'size 10: 0.11 → 0.12',
      'size 100: 2 → 3',
      'size 1000: 110 → 210',
    ]);
  });

  it('by open interest where that decides the initial rate', () => {
    expect(told(openInterest('200'), openInterest('300'), 'initialMargin')).toEqual([
      'open interest 50: 0.1 → 0.1',
      'open interest 100: 0.1 → 0.1',
      'open interest 150: 0.55 → 0.325',
      'open interest 200: 1 → 0.55',
      'open interest 250: 1 → 0.775',
      'open interest 300: 1 → 1',
      'open interest 600: 1 → 1',
    ]);
  });

  it('of two models has no measure in common, and says so', () => {
    expect(told(BEFORE, linear('0.0001'), 'maintenanceMargin')).toEqual(['any position: null → null']);
  });

  it('of one tier without borders, at one', () => {
    const flat = (rate: string) => step(tier('0', null, rate, '10'));
    expect(told(flat('0.01'), flat('0.02'), 'maintenanceMargin')).toEqual(['notional 1: 0.01 → 0.02']);
  });
});
