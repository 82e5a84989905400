import { expect, test } from 'vitest';
import { collateralHaircut } from '@backstop/core/kinds/collateral-haircut';
import { weightPoints } from './weightPoints.ts';

function haircut(document: unknown) {
  return collateralHaircut.compile(collateralHaircut.schema.parse(document));
}

test('a ladder: the first slice counts at its weight, the whole at the mean of its slices', () => {
  const points = weightPoints(
    haircut({
      model: 'ladder',
      tiers: [
        { valueFloor: '0', valueCap: '100', weight: '1' },
        { valueFloor: '100', valueCap: null, weight: '0.5' },
      ],
    }),
  );
  expect(points[0]?.countedPercent).toBe(100);
  // 300 held: 100 at 1 and 200 at 0.5 count 200.
  expect(points.at(-1)).toEqual({ held: 300, countedPercent: (200 / 300) * 100 });
});

test('deposits: past the start the weight falls with what the venue holds', () => {
  const points = weightPoints(haircut({ model: 'deposits', weight: '0.8', depositsStart: '1000' }));
  expect(points.at(-1)?.countedPercent).toBeCloseTo(20, 6);
});

// The counted value is floored at 8 decimals, which shows where very little is held.
test('size discount: the weight never grows, to a millionth of a percent', () => {
  const points = weightPoints(haircut({ model: 'size-discount', weight: '0.9', factor: '0.01' }));
  for (const [index, { countedPercent }] of points.entries()) {
    expect(countedPercent).toBeLessThanOrEqual((points[index - 1]?.countedPercent ?? 90) + 1e-6);
  }
});
