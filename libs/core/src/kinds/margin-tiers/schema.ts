import { z } from 'zod';
import { compare, parseDecimal, ZERO } from '../../num/index.ts';
import { fraction, nonNegativeDecimal, positiveDecimal } from '../../policy/index.ts';

/** Most tiers in one ladder; the longest real one has 12. */
const TIERS_MAX = 200;

const common = {
  maintenanceBasis: z
    .enum(['mark', 'entry'])
    .default('mark')
    .describe(
      'Price at which the maintenance margin rate applies: the mark price, or the entry price for the life of the position.',
    ),
  closeFeeRate: fraction(
    'Fee for closing, as a fraction of notional, held on top of the maintenance margin rate.',
  ).default('0'),
  hedgeNetting: z
    .enum(['net', 'gross', 'larger-side'])
    .default('net')
    .describe(
      'How a long and a short of the same contract in one pool are margined: their difference, both, or only the larger.',
    ),
  rateDecimals: z.int().min(0).max(18).default(8).describe('Decimals at which a computed rate is rounded.'),
  rateRounding: z.enum(['floor', 'ceil']).default('ceil').describe('Direction in which a computed rate is rounded.'),
};

const row = {
  maintenanceMarginRate: fraction('Maintenance margin as a fraction of notional; 0.005 is 0.5 %.'),
  maintenanceDeduction: nonNegativeDecimal(
    'Amount that makes the steps continuous; derived from the ladder, only checked if it is stated.',
  )
    .nullable()
    .default(null),
  leverageMax: positiveDecimal('Largest leverage in this tier; initial margin is at least notional divided by it.')
    .nullable()
    .default(null),
  initialMarginRate: fraction('Initial margin as a fraction of notional, where the venue states a rate.')
    .nullable()
    .default(null),
};

const notionalTier = z.strictObject({
  notionalFloor: nonNegativeDecimal('Where the tier begins, in the settlement asset.'),
  notionalCap: positiveDecimal('Where the tier ends, in the settlement asset; null = unbounded.').nullable(),
  ...row,
});

const sizeTier = z.strictObject({
  sizeFloor: nonNegativeDecimal('Where the tier begins, as size times multiplier.'),
  sizeCap: positiveDecimal('Where the tier ends, as size times multiplier; null = unbounded.').nullable(),
  ...row,
});

const stepCommon = {
  model: z.literal('step').describe('Steps: each tier has one rate.'),
  boundary: z
    .enum(['floor-inclusive', 'cap-inclusive'])
    .default('floor-inclusive')
    .describe(
      'Which tier a position exactly on a border belongs to: the one that begins there, or the one that ends there.',
    ),
  deduction: z
    .enum(['continuous', 'none'])
    .default('continuous')
    .describe(
      'Whether the maintenance deduction makes the margin continuous across borders, or the rate applies to the whole notional.',
    ),
  ...common,
};

const step = z.discriminatedUnion('basis', [
  z.strictObject({
    ...stepCommon,
    basis: z.literal('notional').describe('Tiers are borders of notional.'),
    tiers: z
      .array(notionalTier)
      .min(1)
      .max(TIERS_MAX)
      .transform((tiers) => tiers.toSorted((a, b) => byText(a.notionalFloor, b.notionalFloor)))
      .describe('The ladder; a row is identified by its floor.'),
  }),
  z.strictObject({
    ...stepCommon,
    basis: z.literal('size').describe('Tiers are borders of size times multiplier.'),
    tiers: z
      .array(sizeTier)
      .min(1)
      .max(TIERS_MAX)
      .transform((tiers) => tiers.toSorted((a, b) => byText(a.sizeFloor, b.sizeFloor)))
      .describe('The ladder; a row is identified by its floor.'),
  }),
]);

const leverageMax = positiveDecimal('Largest leverage; initial margin is at least notional divided by it.')
  .nullable()
  .default(null);

const linear = z.strictObject({
  model: z.literal('linear').describe('Rates grow with size: base + slope · |size| · multiplier.'),
  initialMarginRateBase: fraction('Initial margin rate at size zero.'),
  initialMarginRateSlope: nonNegativeDecimal('Growth of the initial margin rate per unit of size times multiplier.'),
  maintenanceMarginRateBase: fraction('Maintenance margin rate at size zero.'),
  maintenanceMarginRateSlope: nonNegativeDecimal(
    'Growth of the maintenance margin rate per unit of size times multiplier.',
  ),
  leverageMax,
  ...common,
});

const squareRoot = z.strictObject({
  model: z
    .literal('square-root')
    .describe('Rates grow with the root of size: max(rate, 0.8 · rate + factor · √(|size| · multiplier)).'),
  initialMarginRate: fraction('Initial margin rate for small sizes.'),
  initialMarginFactor: nonNegativeDecimal('Growth of the initial margin rate per root of size times multiplier.'),
  maintenanceMarginRate: fraction('Maintenance margin rate for small sizes.'),
  maintenanceMarginFactor: nonNegativeDecimal(
    'Growth of the maintenance margin rate per root of size times multiplier.',
  ),
  leverageMax,
  ...common,
});

const openInterestScaled = z.strictObject({
  model: z
    .literal('open-interest-scaled')
    .describe('The initial rate grows from base to 1 between two levels of open interest; maintenance never scales.'),
  initialMarginRateBase: fraction('Initial margin rate at or below the lower level of open interest.'),
  openInterestNotionalFloor: nonNegativeDecimal(
    'Open interest, as notional in the settlement asset, at which the rate begins to grow.',
  ),
  openInterestNotionalCap: nonNegativeDecimal(
    'Open interest, as notional in the settlement asset, at which the rate reaches 1; not above the floor = no scaling.',
  ),
  maintenanceMarginRate: fraction('Maintenance margin as a fraction of notional.'),
  leverageMax,
  ...common,
});

/** A margin ladder for a contract or a group: how initial and maintenance margin follow from notional or size. */
export const schema = z.union([step, linear, squareRoot, openInterestScaled]);

export type MarginTiersDocument = z.output<typeof schema>;
export type StepDocument = Extract<MarginTiersDocument, { model: 'step' }>;

function byText(a: string, b: string): number {
  return compare(parseDecimal(a) ?? ZERO, parseDecimal(b) ?? ZERO);
}
