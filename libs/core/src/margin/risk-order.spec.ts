import { describe, expect, it } from 'vitest';
import { parseDecimal, ZERO } from '../num/index.ts';
import { compareRisk, riskiestFirst } from './risk-order.ts';
import type { RiskFigures } from './risk-order.ts';

describe('compareRisk: 1 where the first is riskier', () => {
  it.each([
    ['lower equity at the same margin', ['99', '100'], ['100', '100'], 1],
    ['larger margin at the same equity', ['100', '150'], ['100', '100'], 1],
    ['the same ratio, larger margin', ['200', '200'], ['100', '100'], 1],
    ['the same ratio, the same margin', ['100', '100'], ['100', '100'], 0],
    ['both equities 0, larger margin', ['0', '100'], ['0', '50'], 1],
    ['both equities below 0: lower ratio, though less is owed', ['-60', '50'], ['-100', '100'], 1],
    ['a margin beside none, however little equity there is without', ['1000', '1'], ['-1000', '0'], 1],
    ['no margins, lower equity', ['-2', '0'], ['-1', '0'], 1],
    ['no margins, the same equity', ['5', '0'], ['5', '0'], 0],
    ['ratios closer than a binary float can tell', ['1', '3'], ['0.33333333333333333334', '1'], 1],
  ])('%s', (_relation, first, second, expected) => {
    expect(compareRisk(figures(first), figures(second))).toBe(expected);
    expect(compareRisk(figures(second), figures(first))).toBe(expected === 0 ? 0 : -expected);
  });
});

it('puts the riskiest first, and what ties by id', () => {
  const rows = [
    { id: 'b', ...figures(['100', '100']) },
    { id: 'a', ...figures(['100', '100']) },
    { id: 'c', ...figures(['10', '100']) },
    { id: 'd', ...figures(['-10', '0']) },
  ];
  expect(rows.toSorted(riskiestFirst).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']);
});

function figures([equity = '', margin = '']: readonly string[]): RiskFigures {
  return { equity: parseDecimal(equity) ?? ZERO, maintenanceMargin: parseDecimal(margin) ?? ZERO };
}
