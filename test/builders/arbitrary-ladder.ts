import fc from 'fast-check';
import { decimalTexts, textNear } from './arbitrary-text.ts';
import { referenceLadders } from './reference-ladders.ts';
import type { LadderWords } from './reference-ladders.ts';

/** What positions of a contract usually are: ladders put their borders around it. */
export interface UsualPosition {
  /** In the settlement asset. */
  readonly notional: number;
  /** size · multiplier. */
  readonly units: number;
}

export type LadderSort = 'continuous' | 'jumping' | 'by-size' | 'formula' | 'reference';

const SORTS: readonly LadderSort[] = ['continuous', 'jumping', 'by-size', 'formula', 'reference'];

/** Valid ladders of every model, basis, boundary and netting, the real ones among them, or only of the sorts named. */
export function ladderDocuments(usual: UsualPosition, sorts: readonly LadderSort[] = SORTS): fc.Arbitrary<LadderWords> {
  return fc.constantFrom(...sorts).chain((sort) => {
    switch (sort) {
      case 'continuous':
        return stepDocuments('notional', 'continuous', usual.notional);
      case 'jumping':
        return stepDocuments('notional', 'none', usual.notional);
      case 'by-size':
        return fc.constantFrom<'continuous' | 'none'>('continuous', 'none').chain((deduction) => {
          return stepDocuments('size', deduction, usual.units);
        });
      case 'formula':
        return fc.oneof(linearDocuments(usual), squareRootDocuments(usual), openInterestDocuments(usual));
      case 'reference':
        return fc.constantFrom(...referenceLadders().values());
    }
  });
}

const common = fc.record({
  maintenanceBasis: fc.constantFrom('mark', 'entry'),
  closeFeeRate: fc.oneof(fc.constant('0'), decimalTexts(0, 0.002, 5)),
  hedgeNetting: fc.constantFrom('net', 'gross', 'larger-side'),
  rateDecimals: fc.integer({ min: 4, max: 10 }),
  rateRounding: fc.constantFrom('floor', 'ceil'),
});

interface Row {
  readonly width: number;
  /** Added to the maintenance rate of the row before, in ten-thousandths. */
  readonly rise: number;
  readonly statesRate: boolean;
}

const rows = fc.array(
  fc.record({
    width: fc.integer({ min: 1, max: 1000 }),
    rise: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 1500 })),
    statesRate: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
);

function stepDocuments(basis: 'notional' | 'size', deduction: 'continuous' | 'none', usual: number) {
  const decimals = usual < 1000 ? 4 : 1;
  return fc
    .record({ common, rows, boundary: fc.constantFrom('floor-inclusive', 'cap-inclusive'), isCapped: fc.boolean() })
    .map((drawn): LadderWords => {
      const tiers = tiersOf(drawn.rows, { basis, width: usual / 700, decimals, isCapped: drawn.isCapped });
      return { model: 'step', basis, deduction, boundary: drawn.boundary, tiers, ...drawn.common };
    });
}

interface TierShape {
  readonly basis: 'notional' | 'size';
  readonly width: number;
  readonly decimals: number;
  readonly isCapped: boolean;
}

function tiersOf(drawn: readonly Row[], { basis, width, decimals, isCapped }: TierShape): LadderWords[] {
  let floor = 0;
  let rate = 0;
  return drawn.map((row, index) => {
    const cap = floor + Math.max(row.width * width, 10 ** -decimals);
    rate = Math.min(rate + row.rise, 6000);
    const isLast = index === drawn.length - 1;
    const borders = [textNear(floor, decimals), isLast && !isCapped ? null : textNear(cap, decimals)];
    floor = cap;
    return {
      [`${basis}Floor`]: borders[0],
      [`${basis}Cap`]: borders[1],
      maintenanceMarginRate: textNear(rate / 10_000, 4),
      // Half of what the rate would allow, so that initial margin stays above maintenance; it falls as rates rise.
      leverageMax: textNear(Math.max(1, Math.min(125, Math.floor(5_000 / Math.max(rate, 1)))), 0),
      initialMarginRate: row.statesRate ? textNear(Math.min(1, (rate * 3) / 20_000 + 0.01), 5) : null,
    };
  });
}

function linearDocuments({ units }: UsualPosition): fc.Arbitrary<LadderWords> {
  const numbers = fc.record({ base: decimalTexts(0, 0.05, 4), slope: decimalTexts(0, 0.0005, 6) });
  return fc.record({ common, numbers, leverageMax: leverages() }).map((drawn): LadderWords => {
    const slope = textNear((Number(drawn.numbers.slope) * 250) / units, 12);
    return {
      model: 'linear',
      initialMarginRateBase: textNear(Number(drawn.numbers.base) * 2, 5),
      initialMarginRateSlope: slope,
      maintenanceMarginRateBase: drawn.numbers.base,
      maintenanceMarginRateSlope: slope,
      leverageMax: drawn.leverageMax,
      ...drawn.common,
    };
  });
}

function squareRootDocuments({ units }: UsualPosition): fc.Arbitrary<LadderWords> {
  const numbers = fc.record({ rate: decimalTexts(0.001, 0.05, 4), factor: decimalTexts(0, 0.005, 6) });
  return fc.record({ common, numbers, leverageMax: leverages() }).map((drawn): LadderWords => {
    const factor = textNear((Number(drawn.numbers.factor) * 16) / Math.sqrt(units), 12);
    return {
      model: 'square-root',
      initialMarginRate: textNear(Number(drawn.numbers.rate) * 2, 5),
      initialMarginFactor: factor,
      maintenanceMarginRate: drawn.numbers.rate,
      maintenanceMarginFactor: factor,
      leverageMax: drawn.leverageMax,
      ...drawn.common,
    };
  });
}

function openInterestDocuments({ notional }: UsualPosition): fc.Arbitrary<LadderWords> {
  const numbers = fc.record({ base: decimalTexts(0.01, 0.2, 4), low: fc.nat(200), width: fc.nat(200) });
  return fc
    .record({ common, numbers, leverageMax: leverages() })
    .map(({ common: shared, numbers: drawn, leverageMax }) => ({
      model: 'open-interest-scaled',
      initialMarginRateBase: drawn.base,
      openInterestNotionalFloor: textNear((notional * drawn.low) / 10, 4),
      openInterestNotionalCap: textNear((notional * (drawn.low + drawn.width)) / 10, 4),
      maintenanceMarginRate: textNear(Number(drawn.base) / 2, 5),
      leverageMax,
      ...shared,
    }));
}

function leverages(): fc.Arbitrary<string | null> {
  return fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 10 }).map(String));
}
