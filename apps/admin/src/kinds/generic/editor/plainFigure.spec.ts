import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asPercent, groupDigits } from '../../../text/figures.ts';
import { plainFigure } from './plainFigure.ts';

describe('a figure as it is typed', () => {
  it.each([
    ['250,000', 'amount', '250000'],
    ['1,250,000.50', 'amount', '1250000.50'],
    ['1 250 000.5', 'amount', '1250000.5'],
    ['−12', 'amount', '-12'],
    ['0.5 %', 'rate', '0.005'],
    ['12.5%', 'rate', '0.125'],
    [' 7 ', 'none', '7'],
  ] as const)('%s as %s is %s', (typed, unit, expected) => {
    expect(plainFigure(typed, unit)).toBe(expected);
  });

  it.each([
    ['0,005', 'amount'],
    ['0,005', 'rate'],
    ['1,250', 'rate'],
    ['1,250', 'times'],
    ['1,5', 'amount'],
    ['1.000,5', 'amount'],
    ['12,34,567', 'amount'],
    ['0,5 %', 'rate'],
    ['5 %', 'amount'],
  ] as const)('%s as %s is left as it stands, for the core to refuse', (typed, unit) => {
    expect(plainFigure(typed, unit)).toBe(typed);
  });

  it('comes back from how the console writes it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 24n }), fc.integer({ min: 0, max: 12 }), (whole, fraction) => {
        const text = `${String(whole)}.${String(fraction)}1`;
        expect(plainFigure(groupDigits(text), 'amount')).toBe(text);
        expect(plainFigure(groupDigits(text, 'de'), 'amount')).toBe(text);
        expect(plainFigure(`${asPercent(text)} %`, 'rate')).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
