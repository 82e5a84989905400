import { z } from 'zod';
import { lossEventRequest } from '../losses/loss-request.ts';
import { idText, nonNegativeAmount, positiveAmount } from '../evaluation/fields.ts';
import { liquidationPlanResponse } from './plan.ts';

const LIQUIDATION_STATES = ['open', 'done', 'ended'] as const;

const text = (meaning: string) => z.string().describe(meaning);
const who = text('Who did it: a person’s id or `key:<id>`.');

/** A fill as the venue tells it. */
export const liquidationFillRequest = z
  .strictObject({
    fillId: idText('The venue’s id of the fill: of one account and contract it is booked once.'),
    step: z.int().min(1).max(100_000).describe('Number of the step that it fills.'),
    size: positiveAmount('Contracts filled.'),
    price: positiveAmount('Price of the fill; left out where the fund takes the part over.').optional(),
    isPriceMeant: z
      .boolean()
      .describe('Whether a price more than five times away from the mark of the plan is no mistake.')
      .optional(),
    fee: nonNegativeAmount(
      'Fee that the venue asked for, in the settlement asset; at most what the policy allows is taken, and left out it is that.',
    ).optional(),
  })
  .describe('A fill of a step of a liquidation.');

export type LiquidationFillRequest = z.output<typeof liquidationFillRequest>;

export const liquidationEndRequest = z
  .strictObject({ reason: text('Why no more of it is filled.').min(1).max(1000) })
  .describe('Why a liquidation ends before it is done.');

const scopeReturn = z
  .object({
    fill: z.uuid().describe('The fill of which the fund had it.'),
    source: z.enum(['surplus', 'fee']).describe('As what the fund had it.'),
    fund: text('The compartment.'),
    asset: text('Asset of the amount.'),
    amount: text('What the fund gives back; the account is to be credited with it.'),
  })
  .describe('What the fund gives back of a fill to an account that the scope of it leaves short.');

export type ScopeReturnResource = z.output<typeof scopeReturn>;

export const liquidationFillResource = z
  .object({
    id: z.uuid(),
    sequence: z.int().describe('Place among all fills.'),
    liquidation: z.uuid(),
    fillId: text('The venue’s id of the fill.'),
    step: z.int(),
    contract: z.string(),
    size: text('Contracts.'),
    price: text('Price; null of a part that the fund took over.').nullable(),
    isBeyondLimit: z
      .boolean()
      .describe('Whether the price is worse than the limit of the step; it is booked all the same.'),
    asset: text('The asset of the scope, in which `received` and `bankruptcyAmount` are.'),
    received: text('What the fill brought the account before fees; below 0 where it cost something.'),
    bankruptcyAmount: text('What it had to bring.'),
    settlementAsset: text('The asset of the amounts below.'),
    fee: text('Fee taken, never more than what the fill brought above the bankruptcy amount.'),
    fundFee: text('Fee of the fund.'),
    surplus: text('What was left above fees.'),
    deficit: text('What was missing below the bankruptcy amount; what the whole scope is short of is a loss.'),
    fund: text('The compartment that stands for the contract; null where none does.').nullable(),
    bookedFees: text('What the fund received of fees.'),
    bookedSurplus: text('What the fund received of the surplus; the account keeps the rest.'),
    uncovered: text('What the fund could not pay of a loss of its own that the fill realized.'),
    isBelowFloor: z.boolean().describe('Whether such a loss left the balance of the fund below its floor.'),
    returns: z.array(scopeReturn).describe('Only of the fill that closes its scope.'),
    losses: z
      .array(lossEventRequest)
      .describe(
        'The events to be sent to the losses, one for each contract; only of the fill that closes its scope, where the account is left below zero.',
      ),
    recordedAt: z.string(),
    recordedBy: who,
  })
  .describe('A fill as it was booked.');

export type LiquidationFillResource = z.output<typeof liquidationFillResource>;

const summary = {
  id: z.uuid(),
  sequence: z.int().describe('Place among all liquidations.'),
  account: z.string(),
  state: z
    .enum(LIQUIDATION_STATES)
    .describe('`done` once every step is filled; `ended` where somebody ended it before.'),
  planId: z.string(),
  policySet: text('Hash of the policy set that planned it.'),
  inputHash: text('Hash of what the plan read.'),
  recordedAt: z.string(),
  recordedBy: who,
  closedAt: z.string().nullable(),
  closedBy: who.nullable(),
  reason: text('Why it was ended.').nullable(),
};

export const liquidationSummary = z.object(summary).describe('A liquidation, without its plan.');

export type LiquidationSummary = z.output<typeof liquidationSummary>;

export const liquidationResource = z
  .object({
    ...summary,
    steps: z
      .array(
        z.object({
          step: z.int().describe('Its number: steps are counted from 1 over all scopes of the plan.'),
          type: z.enum(['reduce', 'takeover']),
          contract: z.string(),
          size: text('Contracts.'),
          filled: text('Contracts filled so far.'),
        }),
      )
      .describe('The steps of the plan that fills are held against.'),
    fills: z.array(liquidationFillResource).describe('Its fills, the first first; at most the first 500.'),
    returns: z.array(scopeReturn).describe('What the fund gave back to scopes that ended short.'),
    losses: z
      .array(
        z.object({
          scope: text('The scope that it is of: `cross:<asset>` or `isolated:<contract>:<side>`.'),
          event: lossEventRequest.describe('The event to be sent to the losses.'),
          lossId: z.uuid().nullable().describe('The loss that was recorded of it; null as long as nobody has sent it.'),
        }),
      )
      .describe('What the account is short of in every scope that is closed, once all its fills are netted.'),
    plan: liquidationPlanResponse,
  })
  .describe('A liquidation with its plan and fills.');

export type LiquidationResource = z.output<typeof liquidationResource>;

export const liquidationListQuery = z.strictObject({
  state: z.enum(LIQUIDATION_STATES).optional().describe('Only those in this state.'),
  account: idText('Only those of this account.').optional(),
  order: z.enum(['asc', 'desc']).default('asc').describe('`desc` = the latest first.'),
  after: z.coerce
    .number()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .default(0)
    .describe('Sequence of the last row of the page before, as `Link` has it.'),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('Rows to return.'),
});

export type LiquidationListQuery = z.output<typeof liquidationListQuery>;
