import { expect, test } from 'vitest';
import { marginTiers } from '@backstop/core/kinds/margin-tiers';
import { formatDecimal, parseDecimal, ZERO } from '@backstop/core/num';
import { curve } from './curve.ts';
import { ladderPoint } from './ladderPoint.ts';

const row = (
  notionalFloor: string,
  notionalCap: string | null,
  maintenanceMarginRate: string,
  leverageMax: string,
) => ({
  notionalFloor,
  notionalCap,
  maintenanceMarginRate,
  leverageMax,
});

function ladder(lastCap: string | null) {
  return marginTiers.compile(
    marginTiers.schema.parse({
      model: 'step',
      basis: 'notional',
      tiers: [
        row('0', '50000', '0.004', '125'),
        row('50000', '600000', '0.005', '100'),
        row('600000', lastCap, '0.01', '75'),
      ],
    }),
  );
}

test('a point of the ladder: tier, maintenance margin, initial margin at the largest leverage', () => {
  const point = ladderPoint(ladder('3000000'), parseDecimal('100000') ?? ZERO, 8);
  expect(point.tierIndex).toBe(1);
  // 100000 · 0.005 − 50 = 450
  expect(formatDecimal(point.maintenanceMargin)).toBe('450');
  expect(point.initialMargin === null ? null : formatDecimal(point.initialMargin)).toBe('1000');
  expect(point.effectiveRate === null ? null : formatDecimal(point.effectiveRate)).toBe('0.0045');
});

test('the curve ends at the last cap, or at twice the last floor where the ladder is unbounded', () => {
  expect(curve(ladder('3000000'), 8).at(-1)?.measure).toBe(3_000_000);
  expect(curve(ladder(null), 8).at(-1)?.measure).toBe(1_200_000);
});

test('the curve never falls and has both sides of every border', () => {
  const points = curve(ladder('3000000'), 8);
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before !== undefined) expect(point.maintenanceMargin).toBeGreaterThanOrEqual(before.maintenanceMargin);
  }
  expect(
    points.filter(({ measure }) => Math.abs(measure - 50_000) < 1).map(({ tierRate }) => tierRate.toFixed(2)),
  ).toEqual(['0.40', '0.50', '0.50']);
});

test('a ladder without borders is drawn to where its rate has grown to a few times its first', () => {
  const linear = marginTiers.compile(
    marginTiers.schema.parse({
      model: 'linear',
      initialMarginRateBase: '0.01',
      initialMarginRateSlope: '0.0001',
      maintenanceMarginRateBase: '0.005',
      maintenanceMarginRateSlope: '0.00005',
    }),
  );
  const last = curve(linear, 8).at(-1);
  expect(last?.measure).toBe(400);
  expect(last?.tierRate).toBeCloseTo(2.5, 6);
});

test('open interest moves the initial rate from its base to 100 %', () => {
  const scaled = marginTiers.compile(
    marginTiers.schema.parse({
      model: 'open-interest-scaled',
      initialMarginRateBase: '0.05',
      openInterestNotionalFloor: '100',
      openInterestNotionalCap: '200',
      maintenanceMarginRate: '0.03',
    }),
  );
  const points = curve(scaled, 8);
  expect(points[0]?.initialMarginRate).toBeCloseTo(5, 6);
  expect(points.at(-1)?.initialMarginRate).toBe(100);
  expect(ladderPoint(scaled, parseDecimal('1000') ?? ZERO, 8).initialMargin).toBeNull();
});
