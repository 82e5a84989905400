import fc from 'fast-check';
import { decimalTexts, textNear } from './arbitrary-text.ts';

/** A `collateral-haircut` document as an author would write it. */
export type HaircutWords = Readonly<Record<string, unknown>>;

/** What of a haircut may be drawn. */
export interface HaircutChoice {
  /** Amount of the asset that accounts usually hold. */
  readonly usualAmount: number;
  /** Value of that amount, in the valuation asset. */
  readonly usualValue: number;
  readonly sources: readonly ('index' | 'redemption' | 'lowest')[];
  readonly hasFloorPrice: boolean;
}

/** Valid haircuts of every model, with and without a liability weight and a share that the asset may be. */
export function haircutDocuments(choice: HaircutChoice): fc.Arbitrary<HaircutWords> {
  return fc
    .record({
      weighting: fc.oneof(ladders(choice.usualValue), sizeDiscounts(choice.usualAmount), deposits(choice.usualValue)),
      source: fc.constantFrom(...choice.sources),
      floorPrice: choice.hasFloorPrice
        ? fc.option(
            decimalTexts(0.5, 1.5, 2).map((share) =>
              textNear((Number(share) * choice.usualValue) / choice.usualAmount, 4),
            ),
          )
        : fc.constant(null),
      shareMax: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: decimalTexts(0, 1, 2) }),
      liability: fc.option(
        fc.record({
          weight: decimalTexts(1, 1.3, 2),
          factor: decimalTexts(0, 0.01, 4),
          rounding: fc.constantFrom('ceil', 'floor'),
        }),
      ),
      rateDecimals: fc.integer({ min: 4, max: 10 }),
    })
    .map(({ weighting, source, floorPrice, shareMax, liability, rateDecimals }) => {
      return { ...weighting, priceRule: { source, floorPrice }, shareMax, liability, rateDecimals };
    });
}

function ladders(usualValue: number): fc.Arbitrary<HaircutWords> {
  return fc
    .array(fc.record({ width: fc.integer({ min: 1, max: 100 }), fall: fc.integer({ min: 0, max: 40 }) }), {
      maxLength: 3,
    })
    .map((rows): HaircutWords => {
      let floor = '0';
      let weight = 100;
      const tiers = rows.map(({ width, fall }) => {
        const cap = textNear(Number(floor) + (width * usualValue) / 50 + 0.01, 2);
        const tier = { valueFloor: floor, valueCap: cap, weight: textNear(weight / 100, 2) };
        floor = cap;
        weight = Math.max(0, weight - fall);
        return tier;
      });
      return {
        model: 'ladder',
        tiers: [...tiers, { valueFloor: floor, valueCap: null, weight: textNear(weight / 100, 2) }],
      };
    });
}

function sizeDiscounts(usualAmount: number): fc.Arbitrary<HaircutWords> {
  return fc.record({ weight: decimalTexts(0.1, 1, 2), factor: decimalTexts(0, 0.5, 3) }).map(({ weight, factor }) => {
    return { model: 'size-discount', weight, factor: textNear(Number(factor) / Math.sqrt(usualAmount), 9) };
  });
}

function deposits(usualValue: number): fc.Arbitrary<HaircutWords> {
  return fc
    .record({ weight: decimalTexts(0.1, 1, 2), start: fc.integer({ min: 1, max: 200 }) })
    .map(({ weight, start }) => {
      return { model: 'deposits', weight, depositsStart: textNear((start * usualValue) / 20, 2) };
    });
}
