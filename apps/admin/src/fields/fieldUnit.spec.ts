import { expect, test } from 'vitest';
import { fieldUnit } from './fieldUnit.ts';

test.each([
  ['/tiers/notionalFloor=50000/maintenanceMarginRate', 'percent'],
  ['/tiers/notionalFloor=50000/notionalCap', 'amount'],
  ['/maintenanceMarginRateBase', 'percent'],
  ['/marks/ageMaxSeconds', 'seconds'],
  ['/leverageMax', 'times'],
  ['/boundary', null],
  ['', null],
])('what %s is counted in is %s', (path, unit) => {
  expect(fieldUnit(path)).toBe(unit);
});
