import { expect, it } from 'vitest';
import { flowOf, summedFlow } from './flows.ts';

const day = (deposits: string, out: string) => ({
  day: '2026-01-31',
  opening: '0',
  in: { opening: '0', deposits, surplus: '0', fees: '0', positions: '0' },
  out,
  closing: '0',
});

it('counts what goes out below zero, and sums exactly', () => {
  const days = [day('9007199254740993.01', '0'), day('0.02', '0.5'), day('1', '0.25')];
  expect(days.map((one) => flowOf(one, 'out'))).toEqual(['0', '-0.5', '-0.25']);
  expect(summedFlow(days, 'deposits')).toBe('9007199254740994.03');
  expect(summedFlow(days, 'out')).toBe('-0.75');
  expect(summedFlow([], 'fees')).toBe('0');
});
