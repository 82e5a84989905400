import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFloat, ZERO } from '../../num/index.ts';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { marginCurve, marginMove } from './margin-move.ts';
import { schema } from './schema.ts';
import type { MarginTiersDocument, StepDocument } from './schema.ts';

/** Valid step ladders on a coarse grid, so that two of them often share floors, rates and leverages. */
const ladders: fc.Arbitrary<StepDocument> = fc
  .record({
    floors: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 4 }),
    rates: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 5 }),
    leverages: fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 5, maxLength: 5 }),
    lastCap: fc.option(fc.integer({ min: 9, max: 11 })),
    deduction: fc.constantFrom('continuous', 'none'),
  })
  .map(({ floors, rates, leverages, lastCap, deduction }) => {
    const borders = [0, ...floors.toSorted((a, b) => a - b)];
    const risingRates = rates.toSorted((a, b) => a - b);
    const fallingLeverages = leverages.toSorted((a, b) => b - a);
    const tiers = borders.map((floor, index) => ({
      notionalFloor: `${floor}000`.replace(/^0+(?=\d)/, ''),
      notionalCap:
        borders[index + 1] === undefined ? (lastCap === null ? null : `${lastCap}000`) : `${borders[index + 1]!}000`,
      maintenanceMarginRate: `0.0${risingRates[index]!}`,
      leverageMax: `${fallingLeverages[index]!}`,
    }));
    return schema.parse({ model: 'step', basis: 'notional', deduction, tiers }) as StepDocument;
  });

const hasEffect = (before: MarginTiersDocument, after: MarginTiersDocument, effect: string): boolean =>
  diff(before, after).some((difference) => difference.effect === effect);

describe('diff of step ladders', () => {
  it('is drawn from valid ladders', () => {
    fc.assert(fc.property(ladders, (ladder) => check(ladder).length === 0));
  });

  it('misses_no_rise: where maintenance margin rises anywhere, some difference can liquidate', () => {
    fc.assert(
      fc.property(ladders, ladders, (before, after) => {
        const move = marginMove(marginCurve(before), marginCurve(after), ZERO, null);
        expect(!move.maintenanceRises || hasEffect(before, after, 'can-liquidate')).toBe(true);
      }),
    );
  });

  it('invents_no_rise: where maintenance margin rises nowhere, no difference of a tier can liquidate', () => {
    fc.assert(
      fc.property(ladders, ladders, (before, after) => {
        fc.pre(before.deduction === after.deduction);
        const move = marginMove(marginCurve(before), marginCurve(after), ZERO, null);
        expect(move.maintenanceRises || !hasEffect(before, after, 'can-liquidate')).toBe(true);
      }),
    );
  });

  it('misses_no_block: where initial margin rises anywhere, some difference blocks new risk or worse', () => {
    fc.assert(
      fc.property(ladders, ladders, (before, after) => {
        const move = marginMove(marginCurve(before), marginCurve(after), ZERO, null);
        const isTold = hasEffect(before, after, 'blocks-new-risk') || hasEffect(before, after, 'can-liquidate');
        expect(!move.initialRises || isTold).toBe(true);
      }),
    );
  });

  it('is_symmetric: both directions name the same places', () => {
    fc.assert(
      fc.property(ladders, ladders, (before, after) => {
        expect(diff(before, after).map(({ path }) => path)).toEqual(diff(after, before).map(({ path }) => path));
      }),
    );
  });

  it('agrees: the move is what a sampling of both curves sees', () => {
    fc.assert(
      fc.property(ladders, ladders, (before, after) => {
        const samples = Array.from({ length: 25 }, (_, index) => index * 500);
        const [left, right] = [requirements(before, samples), requirements(after, samples)];
        const differences = samples.map((_, index) => right[index]! - left[index]!);
        const move = marginMove(marginCurve(before), marginCurve(after), ZERO, null);
        if (differences.some((difference) => difference > 0)) expect(move.maintenanceRises).toBe(true);
        if (differences.some((difference) => difference < 0)) expect(move.maintenanceFalls).toBe(true);
      }),
    );
  });
});

/** Slow and obvious, in hundredths: the sum over the slices below each notional, or the rate of its tier times all of it. */
function requirements(document: StepDocument, notionals: readonly number[]): number[] {
  const { tiers } = marginCurve(document);
  const rows = tiers.map((tier, index) => ({
    floor: toFloat(tier.floor),
    end: index + 1 < tiers.length ? toFloat(tiers[index + 1]!.floor) : Number.POSITIVE_INFINITY,
    hundredths: Math.round(toFloat(tier.maintenanceMarginRate) * 100),
  }));
  return notionals.map((notional) =>
    document.deduction === 'none'
      ? notional * rows.findLast((row) => row.floor <= notional)!.hundredths
      : rows.reduce(
          (sum, { floor, end, hundredths }) => sum + Math.max(0, Math.min(notional, end) - floor) * hundredths,
          0,
        ),
  );
}
