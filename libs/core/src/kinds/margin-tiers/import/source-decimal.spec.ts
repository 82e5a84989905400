import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceDecimal } from './source-decimal.ts';

describe('sourceDecimal', () => {
  it.each([
    ['text', '0.0050', '0.0050'],
    ['long text', '9223372036854775806.123456789', '9223372036854775806.123456789'],
    ['whole number', 50000, '50000'],
    ['fraction', 0.0065, '0.0065'],
    ['number of 15 digits', 123456789.012345, '123456789.012345'],
    ['whole number with trailing zeros', 300000000000000000, '300000000000000000'],
  ])('%s: read as it was written', (_what, value, text) => {
    expect(sourceDecimal(value)).toEqual({ ok: true, text });
  });

  it.each([
    ['a sum of floats', 0.1 + 0.2, 'number_not_exact'],
    ['a number of 17 digits', 9007199254740993, 'number_not_exact'],
    ['a number with exponent', 1e-7, 'figure_not_decimal'],
    ['not a number', Number.NaN, 'figure_not_decimal'],
    ['text with exponent', '2.0E7', 'figure_not_decimal'],
    ['words', 'unlimited', 'figure_not_decimal'],
    ['an object', { value: '1' }, 'figure_not_decimal'],
    ['text of 65 characters', '1'.repeat(65), 'figure_not_decimal'],
  ])('%s: refused', (_what, value, code) => {
    expect(sourceDecimal(value)).toMatchObject({ ok: false, code });
  });

  it('keeps_every_figure: a JSON number of at most 15 digits is read digit by digit', () => {
    const whole = fc.bigInt({ min: 1n, max: 10n ** 9n - 1n }).map(String);
    const digits = fc.bigInt({ min: 0n, max: 10n ** 6n - 1n }).map((value) => String(value).padStart(6, '0'));
    fc.assert(
      fc.property(whole, digits, (left, right) => {
        const written = `${left}.${right}`.replace(/0+$/, '').replace(/\.$/, '');
        expect(sourceDecimal(JSON.parse(written))).toEqual({ ok: true, text: written });
      }),
    );
  });
});
