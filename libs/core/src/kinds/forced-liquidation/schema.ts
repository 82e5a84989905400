import { z } from 'zod';
import { fraction, name, nonNegativeDecimal, positiveDecimal } from '../../policy/index.ts';

const positionKey = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('contract-group').describe('By the group of the contract.'),
    groups: z
      .array(name('Group of contracts.'))
      .min(1)
      .max(1_000)
      .describe('Groups in the order in which they are closed; one that is not named comes last.'),
  }),
  z.strictObject({ by: z.literal('largest-loss').describe('The largest loss at the mark first.') }),
  z.strictObject({
    by: z.literal('largest-maintenance-margin').describe('The largest maintenance margin at the mark first.'),
  }),
  z.strictObject({
    by: z.literal('most-liquid').describe('The deepest market first; one of unknown depth comes last.'),
  }),
]);

const ramp = z.strictObject({
  initialShare: fraction('Share of the shortage that is taken at once.'),
  durationSeconds: z.int().min(1).max(604_800).describe('Time in which the share grows by the whole of a shortage.'),
  fullBelowShortage: nonNegativeDecimal('A shortage below it is taken whole; in the asset of the scope.'),
});

const step = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('full').describe('Every position whole.') }),
  z.strictObject({
    model: z.literal('tiers-down').describe('So far that the position falls into a lower tier of its ladder.'),
    tiers: z.int().min(1).max(100).describe('How many tiers lower; whole where there are not so many.'),
  }),
  z.strictObject({
    model: z.literal('fraction').describe('A share of the position.'),
    fraction: fraction('Share of the position that one step closes, rounded up to whole lots.'),
  }),
  z.strictObject({
    model: z.literal('shortage').describe('As much as restores the exit buffer at the assumed fill.'),
    ramp: ramp
      .nullable()
      .default(null)
      .describe('How much of the shortage is taken as time goes on; null = all of it at once.'),
  }),
]);

const bound = (meaning: string) => positiveDecimal(meaning).nullable().default(null);

const interval = z.strictObject({
  seconds: z.int().min(1).max(604_800).describe('Length of the interval that slides along.'),
  notionalMax: positiveDecimal('Largest notional that is reduced within it, by scope and in its asset.'),
});

const limit = z.discriminatedUnion('model', [
  z.strictObject({
    model: z.literal('bankruptcy-amount').describe('What leaves the share of equity of a part spent.'),
  }),
  z.strictObject({
    model: z
      .literal('spread')
      .describe('So far from the mark as the scope is under water; never past the bankruptcy amount.'),
    bankruptcyAdjustment: positiveDecimal(
      'How fast the spread opens: it is whole once 1 − equity ÷ maintenance margin is 1 ÷ this.',
    ),
    spreadToMaintenanceRatio: positiveDecimal(
      'Share of the maintenance margin of the position that a whole spread is.',
    ),
  }),
]);

const escalation = z.strictObject({
  graceSeconds: z.int().min(0).max(604_800).describe('Time from the begin of the liquidation for which the fee stays.'),
  ratePerSecond: positiveDecimal('What the rate has grown by for each second since the begin once the grace is over.'),
  rateMax: fraction('The rate never grows past it.'),
});

const sale = z.strictObject({
  asset: name('Asset that is sold.'),
  discount: fraction('Share of its realizable price that selling it costs.'),
});

const netLimit = z.strictObject({
  asset: name('Asset that is owed.'),
  netMin: z
    .string()
    .max(64)
    .regex(/^(?:0|-(?:0|[1-9]\d*)(?:\.\d+)?)$/, 'must be a decimal text at or below zero such as "-10000"')
    .describe('Collateral is sold for the asset once its net (balance, pending funding and pnl) is below it.'),
});

const conversion = z.strictObject({
  sales: z
    .array(sale)
    .min(1)
    .max(1_000)
    .describe('What is sold, in this order, for what is owed; an asset that is not named is never sold.'),
  netLimits: z
    .array(netLimit)
    .max(1_000)
    .default([])
    .describe('How much of an asset may be owed while positions are open; none where it is not named.')
    .transform((rows) => rows.toSorted((a, b) => (a.asset < b.asset ? -1 : 1))),
});

/** How accounts that the trigger liquidates are liquidated: order, sizes, limits, fees, collateral, and when it stops. */
export const schema = z.strictObject({
  accountOrder: z
    .enum(['risk', 'limit-distance', 'largest-notional', 'largest-deficit'])
    .describe('Which of many accounts comes first.'),
  positionOrder: z
    .array(positionKey)
    .max(4)
    .default([])
    .describe('Which position of an account comes first: the first key that tells two apart decides.'),
  step: step.describe('How much of a position one step closes.'),
  fullBelowNotional: bound('A position of at most so much notional is closed whole; null = none is for its notional.'),
  fullBelowSize: bound('A position of at most so many contracts is closed whole; null = none is for its size.'),
  notionalMin: bound('A step closes at least so much notional, or the whole position; null = no minimum.'),
  depthShareMax: fraction('Largest share of the depth of the market that one step takes; null = any.')
    .nullable()
    .default(null),
  cooldownSeconds: z.int().min(0).max(604_800).default(0).describe('Time between two reductions of a scope.'),
  interval: interval
    .nullable()
    .default(null)
    .describe('The largest notional of a scope that is reduced within a time; null = any.'),
  exitBuffer: positiveDecimal(
    'A liquidation stops only at equity of at least so many times the maintenance margin; 1 or more.',
  ),
  limit: limit.describe('The worst that a position may be closed at.'),
  assumedFillDiscount: fraction('Share of the notional by which a plan takes fills to be worse than the mark.').default(
    '0',
  ),
  feeRate: fraction('Fee of a liquidation, as a share of the fill; capped so that it never makes an account negative.'),
  fundFeeRate: fraction('What the fund takes beside, as a share of the fill, out of what the fee leaves.').default('0'),
  fundFeeShareMax: fraction(
    'Largest share of what the fee leaves above the bankruptcy amount that the fund takes.',
  ).default('1'),
  feeEscalation: escalation
    .nullable()
    .default(null)
    .describe('How the fee grows with the time that a liquidation takes; null = it stays.'),
  surplusTo: z
    .enum(['account', 'fund'])
    .describe('Who keeps what a fill brings above the bankruptcy amount once fees are paid.'),
  takeover: z
    .boolean()
    .describe('Whether the fund takes over, at its bankruptcy amount, what no fill within its limit can close.'),
  conversion: conversion
    .nullable()
    .default(null)
    .describe('How collateral is sold for what is owed in another asset; null = it is not.'),
});

export type ForcedLiquidationDocument = z.output<typeof schema>;
