import { describe, expect, it } from 'vitest';
import { formatDecimal, parseDecimal, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Contract } from '../venue/index.ts';
import { notionalOf, unrealizedPnl } from './exposure.ts';

const LINEAR = { type: 'linear' } as Contract;
const INVERSE = { type: 'inverse' } as Contract;

describe('notional', () => {
  it.each([
    ['linear: units · price, exact beyond the precision', LINEAR, '0.003', '64000.12345', 2, '192.00037035'],
    ['inverse: units ÷ price, exact', INVERSE, '10000', '8000', 8, '1.25'],
    ['inverse: units ÷ price, rounded up', INVERSE, '10000', '30000', 8, '0.33333334'],
    ['inverse: below a unit, rounded up to one', INVERSE, '1', '99999999999', 8, '0.00000001'],
    ['no units', INVERSE, '0', '30000', 8, '0'],
  ])('%s', (_relation, contract, units, price, precision, notional) => {
    expect(formatDecimal(notionalOf(contract, read(units), read(price), precision))).toBe(notional);
  });
});

describe('unrealized pnl', () => {
  it.each([
    ['linear long, mark above entry', LINEAR, '2', '100', '101.5', '3'],
    ['linear short, mark above entry', LINEAR, '-2', '100', '101.5', '-3'],
    ['linear, mark = entry', LINEAR, '2', '100', '100', '0'],
    ['inverse long, mark above entry: a gain rounded down', INVERSE, '10000', '20000', '30000', '0.16666666'],
    ['inverse long, mark below entry: a loss rounded up', INVERSE, '10000', '30000', '20000', '-0.16666667'],
    ['inverse short, mark below entry: a gain rounded down', INVERSE, '-10000', '30000', '20000', '0.16666666'],
    ['inverse, mark = entry', INVERSE, '-10000', '30000', '30000', '0'],
  ])('%s', (_relation, contract, units, entry, mark, pnl) => {
    expect(formatDecimal(unrealizedPnl(contract, read(units), read(entry), read(mark), 8))).toBe(pnl);
  });
});

function read(text: string): Decimal {
  return parseDecimal(text) ?? ZERO;
}
