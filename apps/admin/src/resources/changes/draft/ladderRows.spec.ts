import { expect, test } from 'vitest';
import { cellText, ladderRows, nextTier, withCell, withRows } from './ladderRows.ts';

const text = JSON.stringify({
  model: 'step',
  basis: 'notional',
  closeFeeRate: '0.0005',
  tiers: [{ notionalFloor: '0', notionalCap: '50000', maintenanceMarginRate: '0.005', maintenanceDeduction: '0' }],
});

test('a cell changes one figure and keeps everything else that the document says', () => {
  const ladder = ladderRows(text)!;
  const changed = JSON.parse(withRows(ladder, withCell(ladder.rows, 0, 'leverageMax', '1,000'))) as object;
  expect(changed).toEqual({
    model: 'step',
    basis: 'notional',
    closeFeeRate: '0.0005',
    tiers: [{ ...ladder.rows[0], leverageMax: '1000' }],
  });
});

test('a deduction is stated no more from where it would be another one', () => {
  const rows = ['0', '50000', '60000'].map((floor) => ({ notionalFloor: floor, maintenanceDeduction: '7' }));
  const deductions = (field: 'notionalFloor' | 'leverageMax') =>
    withCell(rows, 1, field, '5').map((row) => row['maintenanceDeduction']);
  expect(deductions('notionalFloor')).toEqual(['7', null, null]);
  expect(deductions('leverageMax')).toEqual(['7', '7', '7']);
});

test('an empty cell is nothing where a figure may be missing, and an empty text where it may not', () => {
  const rows = [{ notionalFloor: '0', notionalCap: '1', leverageMax: '5' }];
  expect(withCell(rows, 0, 'notionalCap', ' ')).toMatchObject([{ notionalCap: null }]);
  expect(withCell(rows, 0, 'notionalFloor', '')).toMatchObject([{ notionalFloor: '' }]);
  expect(cellText({ notionalCap: null }, 'notionalCap')).toBe('');
});

test('a further tier begins where the last one ends', () => {
  expect(nextTier([{ notionalFloor: '0', notionalCap: '50000', maintenanceMarginRate: '0.005' }])).toEqual({
    notionalFloor: '50000',
    notionalCap: null,
    maintenanceMarginRate: '0.005',
  });
});

test('what is no ladder of notional steps has no sheet', () => {
  expect(ladderRows('{"model":"linear"}')).toBeNull();
  expect(ladderRows('{"model":"step","basis":"size","tiers":[]}')).toBeNull();
  expect(ladderRows('{"model":"step"')).toBeNull();
  expect(ladderRows('{"model":"step","basis":"notional","tiers":[1]}')).toBeNull();
});
