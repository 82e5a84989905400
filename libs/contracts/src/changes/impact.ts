import { z } from 'zod';

const accounts = z.int().min(0).describe('Scopes of accounts: cross pools and isolated positions.');

const moved = z.object({
  from: z.string().nullable().describe('Zone before; null = it cannot be judged, `(none)` = there was no such scope.'),
  to: z.string().nullable().describe('Zone after; null = it cannot be judged.'),
  accounts,
});

const zoneCount = z.object({
  zone: z.string().nullable().describe('Null = it cannot be judged, `(none)` = that set has no such scope.'),
  before: accounts,
  after: accounts,
});

const hardestHit = z.object({
  account: z.string(),
  scope: z.string().describe('Key of the scope: `cross:USDT`, `isolated:ETHUSDT:net`.'),
  zoneBefore: z.string().nullable(),
  zoneAfter: z.string().nullable(),
  marginRatioBefore: z
    .string()
    .nullable()
    .describe('Equity divided by maintenance margin; null where there is none, or where it cannot be judged.'),
  marginRatioAfter: z.string().nullable(),
  maintenanceMarginBefore: z.string().nullable(),
  maintenanceMarginAfter: z.string().nullable(),
});

const amount = (meaning: string) => z.string().describe(meaning);

const lossRow = z.object({
  asset: z.string().describe('What its amounts are in.'),
  accounts: z.int().min(0).describe('Accounts in deficit.'),
  deficit: amount('Σ of the deficits; the other amounts add up to it.'),
  owed: amount('By accounts without protection.'),
  notAsked: amount('Of accounts without a position, or of contracts of which no policy says who bears a loss.'),
  borneByAccount: amount('By what the accounts hold in other assets.'),
  fundDrawn: amount('From the insurance fund, with the balances that it has now.'),
  treasuryDrawn: amount('From the venue’s treasury.'),
  socialized: amount('Shared out among accounts that are not in deficit.'),
  sharers: z.int().min(0).describe('Accounts that a share is taken from.'),
  uncovered: amount('Borne by nobody.'),
});

const losses = z
  .object({ before: z.array(lossRow), after: z.array(lossRow) })
  .describe(
    'What negative balances would cost whom, by asset: all positions counted as closed at the moved marks, the fund asked account by account, the rest shared out at once.',
  );

const shockImpact = z.object({
  shock: z
    .string()
    .describe(
      'Uniform move of all mark and index prices of contracts as a share: `-0.1` = ten percent down, `0` = none. Prices of collateral stay.',
    ),
  zones: z
    .array(zoneCount)
    .optional()
    .describe('All scopes by zone, under either set. Absent in reports that were made before they were counted.'),
  zoneMoves: z.array(moved).describe('Only scopes whose zone changes.'),
  newlyLiquidatable: z.object({
    accounts,
    notional: z.string().describe('In the valuation asset.'),
    notValued: accounts,
  }),
  noLongerLiquidatable: accounts,
  newlyIndeterminate: accounts,
  hardestHit: z.array(hardestHit).max(10),
  losses: losses.optional().describe('Absent in reports that were made before losses were worked out.'),
});

/** What a change does to the accounts of a book: two full evaluations of each, at no shock and at the declared ones. */
export const impactReport = z
  .object({
    snapshot: z.object({
      id: z.string(),
      hash: z.string(),
      asOf: z.string().describe('Instant of its market.'),
      accounts: z.int().min(0).describe('Accounts in it.'),
    }),
    judged: accounts,
    notJudged: z
      .array(z.object({ reason: z.string(), accounts: z.int().min(1) }))
      .describe('Accounts that a set refuses, by the reason; none is dropped silently.'),
    shocks: z.array(shockImpact).min(1).describe('The first is no shock.'),
  })
  .describe('The impact on a book snapshot.');

export type ImpactReport = z.output<typeof impactReport>;
