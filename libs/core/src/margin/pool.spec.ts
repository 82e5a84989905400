import { expect, it } from 'vitest';
import { parseDecimal, ZERO } from '../num/index.ts';
import { isLiquidatable } from './pool.ts';

it.each([
  ['equity a unit below maintenanceMargin', '99.99999999', '100', true],
  ['equity = maintenanceMargin', '100', '100', false],
  ['equity = maintenanceMargin, written otherwise', '100.00', '100', false],
  ['equity a unit above maintenanceMargin', '100.00000001', '100', false],
  ['equity 0, maintenanceMargin above 0', '0', '0.01', true],
  ['equity below 0, maintenanceMargin 0: a loss, nothing to liquidate', '-1', '0', false],
  ['both 0', '0', '0', false],
])('%s', (_relation, equity, maintenanceMargin, expected) => {
  expect(isLiquidatable(parseDecimal(equity) ?? ZERO, parseDecimal(maintenanceMargin) ?? ZERO)).toBe(expected);
});
