import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marginTiers } from '@backstop/core/kinds/margin-tiers';
import { derivedColumns } from './derivedColumns.ts';
import { withInserted, withRemoved, withWrites } from './editRows.ts';
import { fixed, fixesFor, sortedPlaces } from './fixes.ts';
import { sheetOf, type Sheet, type TierRow } from './sheetColumns.ts';

const tiers: TierRow[] = [
  {
    notionalFloor: '0',
    notionalCap: '50000',
    maintenanceMarginRate: '0.004',
    maintenanceDeduction: '0',
    leverageMax: '125',
  },
  {
    notionalFloor: '50000',
    notionalCap: '600000',
    maintenanceMarginRate: '0.005',
    maintenanceDeduction: '50',
    leverageMax: '100',
  },
  {
    notionalFloor: '600000',
    notionalCap: null,
    maintenanceMarginRate: '0.01',
    maintenanceDeduction: '3050',
    leverageMax: '50',
  },
];
const sheet = (rows: readonly TierRow[]): Sheet => sheetOf({ model: 'step', basis: 'notional', tiers: rows })!;

describe('edits', () => {
  test('a figure changes and everything else stays; deductions are dropped from where they would be others', () => {
    const rows = withWrites(sheet(tiers), [{ row: 1, field: 'maintenanceMarginRate', value: '0.006' }]);
    expect(rows.map((row) => row['maintenanceDeduction'])).toEqual(['0', null, null]);
    expect(withWrites(sheet(tiers), [{ row: 1, field: 'leverageMax', value: '90' }])).toEqual(
      tiers.with(1, { ...tiers[1], leverageMax: '90' }),
    );
  });

  test('a block longer than the ladder adds tiers', () => {
    expect(withWrites(sheet(tiers), [{ row: 4, field: 'notionalFloor', value: '9' }])).toHaveLength(5);
  });

  test('an inserted tier begins where the one before it ends, and taking it out gives the rows back', () => {
    const rows = withInserted(sheet(tiers), 3);
    expect(rows[3]).toMatchObject({ notionalFloor: '', notionalCap: null });
    expect(withInserted(sheet(tiers), 1)[1]).toMatchObject({ notionalFloor: '50000' });
    expect(withRemoved(sheet(rows), 3, 3)).toEqual(tiers);
  });
});

test('derived columns are those of the core, as far as rows can be read', () => {
  expect(derivedColumns(sheet(tiers), true)).toEqual([
    { deduction: '0', leverage: '125', marginAtCap: '200' },
    { deduction: '50', leverage: '100', marginAtCap: '2950' },
    { deduction: '3050', leverage: '50', marginAtCap: null },
  ]);
  const broken = withWrites(sheet(tiers), [{ row: 1, field: 'notionalFloor', value: 'x' }]);
  expect(derivedColumns(sheet(broken), true).map(({ deduction }) => deduction)).toEqual(['0', null, null]);
});

test('one press mends gaps, order and deductions: the core finds nothing of that kind any more', () => {
  const caps = fc.uniqueArray(fc.integer({ min: 1, max: 10 ** 6 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(caps, fc.array(fc.nat({ max: 10 ** 6 }), { minLength: 12, maxLength: 12 }), (ends, floors) => {
      const sorted = ends.toSorted((a, b) => a - b);
      const rows = sorted.map((cap, at) => ({
        notionalFloor: String(at === 0 ? 0 : (sorted[at - 1] ?? 0) + (floors[at] ?? 0)),
        notionalCap: String(cap),
        maintenanceMarginRate: '0.01',
        maintenanceDeduction: '7',
        leverageMax: '10',
        initialMarginRate: null,
      }));
      const mended = fixed(sheet(rows), 'floors_from_caps');
      const document = marginTiers.schema.parse({ model: 'step', basis: 'notional', tiers: mended });
      expect(marginTiers.check(document)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('only what changes something is offered', () => {
  expect(fixesFor(sheet(tiers), [])).toEqual([]);
  expect(fixesFor(sheet(tiers.toReversed()), [])).toEqual(['sort']);
  expect(fixed(sheet(tiers.toReversed()), 'sort')).toEqual(tiers);
  expect(sortedPlaces(sheet(tiers.toReversed()))).toEqual([2, 1, 0]);
  const gap = sheet(tiers.with(1, { ...tiers[1], notionalFloor: '60000' }));
  const problem = { code: 'tier_gap', path: '/tiers/1/notionalFloor', message: '' };
  expect(fixesFor(gap, [problem])).toEqual(['floors_from_caps', 'caps_from_floors']);
  expect(fixed(gap, 'caps_from_floors')[0]).toMatchObject({ notionalCap: '60000' });
});
