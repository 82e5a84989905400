import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DURATION_UNITS, secondsOf, unitFor } from './durations.ts';

it.each([
  ['90', 'seconds', 90],
  ['1.5', 'hours', 5400],
  ['2', 'days', 172_800],
  ['1.5', 'seconds', '1.5'],
  ['0.0001', 'minutes', '0.0001'],
  ['1,5', 'hours', '1,5'],
  ['2.', 'hours', '2.'],
  ['-1', 'hours', '-1'],
] as const)('%s %s is %s', (typed, unit, expected) => {
  expect(secondsOf(typed, unit)).toBe(expected);
});

it('every whole number of seconds comes back from its own unit', () => {
  fc.assert(
    fc.property(fc.nat(31_622_400), (seconds) => {
      const unit = unitFor(seconds);
      expect(secondsOf(String(seconds / DURATION_UNITS[unit]), unit)).toBe(seconds);
    }),
  );
});

it.each([[null], ['x'], [0], [61]])('%s is shown in seconds', (value) => {
  expect(unitFor(value)).toBe('seconds');
});
