import { z } from 'zod';
import { fraction, name, nonNegativeDecimal, positiveDecimal } from '../../policy/index.ts';
import {
  canonicalConditions,
  factDeclarationSchema,
  LIST_MAX,
  rootConditionSchema,
  ruleName,
} from '../../rules/index.ts';
import { ADL_SCORES, ALLOCATION_METHODS } from '../../waterfall/index.ts';
import { candidateCatalogue } from './candidate-catalogue.ts';

/** A year: no cap looks back further. */
const PERIOD_MAX_SECONDS = 31_622_400;

const asset = name('Asset of the deficit.');

const cap = z.strictObject({
  asset,
  lossDrawnMax: nonNegativeDecimal('Most that the layer bears of one loss, in the asset; null = no limit.')
    .nullable()
    .default(null),
  periodDrawnMax: nonNegativeDecimal('Most that it bears in a period, in the asset; null = no limit.')
    .nullable()
    .default(null),
});

const caps = {
  caps: z
    .array(cap)
    .max(LIST_MAX)
    .default([])
    .transform((rows) => rows.toSorted((a, b) => order(a.asset, b.asset)))
    .describe('By asset of the deficit; an asset that is not listed has no cap.'),
  periodSeconds: z
    .int()
    .min(1)
    .max(PERIOD_MAX_SECONDS)
    .describe('The period that ends with the loss; null where no cap is about one.')
    .nullable()
    .default(null),
};

const exemptions = z
  .array(
    z.strictObject({
      name: ruleName('Name of the exemption; its identity across versions.'),
      conditions: rootConditionSchema.describe('What certainly holds of an account that is left out.'),
    }),
  )
  .max(LIST_MAX)
  .default([])
  .transform((rows) => rows.toSorted((a, b) => order(a.name, b.name)))
  .describe('Who is left out: any one of these is enough, and one that cannot be judged leaves nobody out.');

const score = z
  .enum(ADL_SCORES)
  .describe('What the queue goes by: pnl% · leverage, mark over entry · leverage, unrealized pnl, or ids alone.');

const paying = z.strictObject({
  type: z
    .enum(['account-residual', 'fee-buffer', 'insurance-fund', 'treasury'])
    .describe("What pays: the account's own unsold collateral, the fees of the event, the fund, or the venue."),
  ...caps,
});

const adl = z.strictObject({
  type: z.literal('adl').describe('Closes the open position against those who gain by it.'),
  ...caps,
  opens: z
    .enum(['always', 'fund-switch'])
    .default('always')
    .describe("Whether it acts whenever it is reached, or only while the fund's switch is on."),
  score: score.default('pnl-leverage'),
  closeAt: z
    .enum(['bankruptcy', 'mark'])
    .default('bankruptcy')
    .describe('The price of the account that goes under, or the mark, at which nothing is absorbed.'),
  positionShareMax: fraction('Most of a position that one run closes.').default('1'),
  roundShareMax: fraction('Most of the open position that one run places.').default('1'),
  exemptions,
});

const socialization = z.strictObject({
  type: z.literal('socialization').describe('Shares the loss out among those who can bear it.'),
  ...caps,
  method: z.enum(ALLOCATION_METHODS).describe('How it is shared out.'),
  capacity: z
    .enum(['positive-pnl', 'account-value'])
    .default('positive-pnl')
    .describe('What an account can lose at most: its profit, or all that it has.'),
  base: z
    .enum(['positive-pnl', 'account-value', 'open-interest'])
    .default('positive-pnl')
    .describe('What min-max and risk-weighted level; pro-rata levels the capacity, and a queue nothing.'),
  score: score.default('pnl-leverage'),
  riskExponent: z.int().min(0).max(4).default(1).describe('k of risk-weighted: base · leverage^k.'),
  capRate: fraction('Share of its capacity that an account bears at most.').default('1'),
  capacityMins: z
    .array(
      z.strictObject({
        asset,
        amount: positiveDecimal('Accounts with less capacity than this are left out, in the asset.'),
      }),
    )
    .max(LIST_MAX)
    .default([])
    .transform((rows) => rows.toSorted((a, b) => order(a.asset, b.asset)))
    .describe('Dust by asset of the deficit; without a row one unit of it.'),
  exemptions,
});

const conversion = z.strictObject({
  from: name('Asset that a layer holds.'),
  to: name('Asset of the deficit.'),
  discount: fraction('What is taken off the price of what is sold.'),
});

const document = z.strictObject({
  layers: z
    .array(z.discriminatedUnion('type', [paying, adl, socialization]))
    .min(1)
    .max(LIST_MAX)
    .describe('Asked in this order; each type stands at most once.'),
  conversions: z
    .array(conversion)
    .max(LIST_MAX)
    .default([])
    .transform((rows) => rows.toSorted((a, b) => order(a.from, b.from) || order(a.to, b.to)))
    .describe('What may pay a deficit in another asset; whatever is not listed pays in its own only.'),
  facts: z
    .array(factDeclarationSchema)
    .max(LIST_MAX)
    .default([])
    .transform((rows) => rows.toSorted((a, b) => order(a.name, b.name)))
    .describe('Facts that the venue sends with a candidate, for exemptions.'),
});

type Parsed = z.output<typeof document>;

/** Who bears a loss, in which order, and how much at most. */
export const schema = document.transform((parsed): Parsed => {
  const catalogue = candidateCatalogue(parsed.facts);
  const layers = parsed.layers.map((layer): Parsed['layers'][number] => {
    if (!('exemptions' in layer)) return layer;
    const exempt = layer.exemptions.map((row) => {
      return { ...row, conditions: canonicalConditions(row.conditions, catalogue) };
    });
    return { ...layer, exemptions: exempt };
  });
  return { ...parsed, layers };
});

export type LossWaterfallDocument = z.output<typeof schema>;
export type LayerRow = LossWaterfallDocument['layers'][number];
export type Exemption = Extract<LayerRow, { type: 'adl' }>['exemptions'][number];

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
