import { z } from 'zod';
import { compare } from '../../num/index.ts';
import { decimalOf, fraction, nonNegativeDecimal, positiveDecimal } from '../../policy/index.ts';

/** Most tiers in one haircut; the longest published one has about a dozen. */
const TIERS_MAX = 200;

const priceRule = z
  .strictObject({
    source: z
      .enum(['index', 'redemption', 'lowest'])
      .default('index')
      .describe('Which price counts: the index price, the price at which the issuer redeems, or the lower of both.'),
    floorPrice: nonNegativeDecimal('The price is never taken below it, in the valuation asset; null = no floor.')
      .nullable()
      .default(null),
  })
  .prefault({})
  .describe('At which price the asset counts.');

const liability = z
  .strictObject({
    weight: positiveDecimal('Weight of a debt in the asset, at or above 1.'),
    factor: nonNegativeDecimal(
      'Growth of the weight per root of the amount owed: max(weight, 0.8 · weight + factor · √amount).',
    ).default('0'),
    rounding: z
      .enum(['ceil', 'floor'])
      .default('ceil')
      .describe('Direction in which the computed weight of a debt is rounded.'),
  })
  .nullable()
  .default(null)
  .describe('How a debt in the asset counts; null = at its full value.');

const common = {
  priceRule,
  priceAgeMaxSeconds: z
    .int()
    .min(1)
    .max(31_536_000)
    .nullable()
    .default(null)
    .describe('Oldest price that still counts, in seconds; null = no limit.'),
  shareMax: fraction("Largest share of the pool's counted collateral that this asset may be; null = no limit.")
    .nullable()
    .default(null),
  liability,
  rateDecimals: z.int().min(0).max(18).default(8).describe('Decimals at which a computed weight is rounded.'),
};

const tier = z.strictObject({
  valueFloor: nonNegativeDecimal('Where the tier begins, as value in the valuation asset.'),
  valueCap: positiveDecimal('Where the tier ends, as value in the valuation asset; null = unbounded.').nullable(),
  weight: fraction('Share of the value in this tier that counts as collateral.'),
});

const ladder = z.strictObject({
  model: z.literal('ladder').describe('Marginal weights by value: each slice counts at the weight of its tier.'),
  tiers: z
    .array(tier)
    .min(1)
    .max(TIERS_MAX)
    .transform((tiers) => tiers.toSorted((a, b) => compare(decimalOf(a.valueFloor), decimalOf(b.valueFloor))))
    .describe('The ladder; a row is identified by its floor.'),
  ...common,
});

const sizeDiscount = z.strictObject({
  model: z
    .literal('size-discount')
    .describe('The weight falls with the amount held: min(weight, 1.1 / (1 + factor · √amount)).'),
  weight: fraction('Share of the value that counts for small amounts.'),
  factor: nonNegativeDecimal('How fast the weight falls per root of the amount of the asset.'),
  ...common,
});

const deposits = z.strictObject({
  model: z
    .literal('deposits')
    .describe('The weight falls with what the whole venue holds: weight · start / total above the start.'),
  weight: fraction('Share of the value that counts while the deposits are at or below the start.'),
  depositsStart: positiveDecimal(
    'Value of all deposits of the asset at the venue above which the weight falls, in the valuation asset.',
  ),
  ...common,
});

/** How an asset counts as collateral: its weight, its price, and the weight of a debt in it. */
export const schema = z.discriminatedUnion('model', [ladder, sizeDiscount, deposits]);

export type CollateralHaircutDocument = z.output<typeof schema>;
export type LadderDocument = Extract<CollateralHaircutDocument, { model: 'ladder' }>;
