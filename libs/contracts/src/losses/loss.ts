import { z } from 'zod';

const amount = (meaning: string) => z.string().describe(meaning);
const assetAmount = z.object({ asset: z.string(), amount: z.string() });
const exempted = z
  .array(z.object({ id: z.string(), exemption: z.string() }))
  .describe('Candidates that a rule left out; at most a hundred are listed.');

const fairness = z
  .object({
    total: amount('Σ of what was shared out.'),
    overshoot: amount('What that is above the loss.'),
    undershoot: amount('What it is below the loss.'),
    candidates: z.int(),
    touched: z.int().describe('Accounts that bear something.'),
    wiped: z.int().describe('Accounts that bear all they can.'),
    largestHaircutRate: amount('The largest share ÷ capacity.'),
    haircutGini: amount('Gini coefficient of share ÷ capacity.'),
    topTenShare: amount('What the ten largest shares are of the total.'),
  })
  .describe('How a loss was shared out, for people to judge.');

const layer = z
  .object({
    type: z.string().describe('Which layer.'),
    drawn: amount('What it pays of the deficit.'),
    limit: z
      .string()
      .nullable()
      .describe('What kept it from bearing all that it was asked for; null where nothing did.'),
    spent: z.array(assetAmount).optional().describe('What it gives for it, by asset.'),
    compartment: z.string().nullable().optional().describe('The compartment that pays.'),
    price: z.string().nullable().optional().describe('What everybody is closed at.'),
    sizePlaced: z.string().optional().describe('In contracts, closed against others.'),
    absorbed: z.string().optional().describe('What those who are closed have less than at the mark.'),
    closes: z.int().optional().describe('Positions that are closed.'),
    digest: z.string().optional().describe('SHA-256 over `id,lots\\n` of all candidates by id, zeros included.'),
    method: z.string().optional().describe('How it is shared out.'),
    level: z.string().nullable().optional().describe('The level of all, as an exact fraction.'),
    takingPart: z.int().optional().describe('Candidates that have a part.'),
    shortfall: z.string().optional().describe('What the caps of all of them do not reach to.'),
    exempted: exempted.optional(),
  })
  .describe('What one layer bears.');

export const lossAllocation = z
  .object({
    sequence: z.int().min(1).describe('Place in the list: closes by rank, then shares, the largest first.'),
    layer: z.enum(['adl', 'socialization']).describe('The layer that it is of.'),
    account: z.string().describe('The account that bears it.'),
    units: z.string().describe('What it bears: whole units of the asset, or lots.'),
    amount: z.string().describe('The same in the asset, or in contracts.'),
    proof: z.record(z.string(), z.unknown()).describe('All that is needed to reckon it again.'),
  })
  .describe('What one account bears, with its proof.');

export type LossAllocation = z.output<typeof lossAllocation>;

const balanceReset = z
  .object({
    deficit: assetAmount.describe('What was missing: Σ borne + uncovered.'),
    borneBy: z.array(z.object({ layer: z.string(), amount: z.string() })).describe('The layers that bore something.'),
    uncovered: amount('Borne by nobody: the venue owes it, the account does not.'),
  })
  .describe('A deficit that a protected account does not owe, and who bore it.');

const reference = z.object({ policy: z.string(), version: z.int() }).nullable();

export const lossResource = z
  .object({
    id: z.string().nullable().describe('Id of the loss; null for a dry run.'),
    sequence: z.int().nullable().describe('Place in the list; null for a dry run.'),
    at: z.string().describe('When it happened.'),
    recordedAt: z.string().describe('When it was run.'),
    recordedBy: z.string().describe('Who ran it: a person’s id, or `key:<id>`.'),
    policySet: z.object({ hash: z.string(), waterfall: reference, fund: reference, protection: reference }),
    decisionId: z.string().describe('SHA-256 of set hash, input hash and instant.'),
    inputHash: z.string().describe('SHA-256 over the canonical form of all that the run read.'),
    eventId: z.string().nullable().describe('Id that the venue gave the event; null for a dry run without one.'),
    account: z.string(),
    contract: z.string(),
    deficit: assetAmount.nullable().describe('Ceiled to the smallest unit; null where nothing is missing.'),
    goesTo: z.enum(['waterfall', 'receivable']).describe('Whether others bear the deficit, or the account owes it.'),
    layers: z.array(layer).describe('In the order in which they were asked.'),
    reset: balanceReset
      .nullable()
      .describe('The balance of the account written to zero; null where nothing is missing, or the account owes it.'),
    owed: amount('What the account itself owes: of the deficit, what its own collateral and fees did not pay.'),
    uncovered: amount('Of the deficit, what no layer took and the account does not owe.'),
    sizeNotPlaced: amount('Of the open position, in contracts, what nobody was closed against.'),
    digest: z.string().describe('SHA-256 over `id,units\\n` of all candidates by id, zeros included.'),
    fairness: fairness.nullable().describe('Null where nothing was shared out.'),
    methods: z.array(z.object({ method: z.string(), fairness })).describe('The same loss under each method.'),
    candidates: z.int().describe('Accounts that were looked at.'),
    notJudged: z.int().describe('Accounts of the book that could not be judged, and take no part.'),
    chargedBefore: z
      .int()
      .describe('Accounts of the book from which was taken off what losses recorded since took from them.'),
    allocations: z
      .array(lossAllocation)
      .describe('The first of who bears what; the others are in the list of allocations.'),
  })
  .describe('A loss, and who bears it.');

export type LossResource = z.output<typeof lossResource>;
export type LossFairness = z.output<typeof fairness>;
export type LossLayer = z.output<typeof layer>;
