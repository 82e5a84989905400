import { z } from 'zod';

const amount = (meaning: string) => z.string().describe(meaning);

const state = z
  .object({
    equity: amount('Collateral after haircut + unrealized pnl + pending funding; may be negative.'),
    accountValue: amount('The same sum without haircut, at realizable price; may be negative.'),
    maintenanceMargin: amount('≥ 0.'),
    initialMargin: amount('≥ 0; null where a rate depends on open interest and that is unknown.').nullable(),
    zone: z.string().nullable().describe('What the liquidation-trigger policy calls it; null = indeterminate.'),
  })
  .describe('The scope as an evaluation finds it, in its asset.');

const fill = z
  .object({
    cash: amount('Cash delta in the asset of the scope; + is received by the account.'),
    fee: amount('≥ 0, in the settlement asset.'),
    fundFee: amount('What the fund takes beside; ≥ 0, in the settlement asset.'),
    surplus: amount('What else of the fill goes to the fund; ≥ 0, in the settlement asset.'),
    after: state,
  })
  .describe('What a fill brings and takes, and the state that it leaves.');

const part = {
  contract: z.string(),
  side: z.enum(['net', 'long', 'short']).describe('Side of the position.'),
  size: amount('Contracts closed; > 0.'),
  sizeLeft: amount('Contracts left, signed as the position is.'),
  settlementAsset: z.string(),
  notional: amount('Of the part at the mark, in the asset of the scope; ≥ 0.'),
  bankruptcyAmount: amount('Cash delta at which the share of equity of the part is spent exactly once.'),
};

const step = z
  .discriminatedUnion('type', [
    z.object({
      type: z.literal('cancel-orders'),
      orders: z.int().describe('How many open orders the scope has.'),
      after: state,
    }),
    z.object({
      type: z.literal('convert-collateral'),
      sold: z.string().describe('Asset that is sold.'),
      soldAmount: amount('Of it; > 0.'),
      bought: z.string().describe('Asset that is owed.'),
      boughtAmount: amount('Of it; > 0.'),
      discount: amount('Share of the realizable price that the sale costs.'),
      after: state,
    }),
    z.object({
      type: z.literal('reduce'),
      ...part,
      order: z.enum(['buy', 'sell']),
      sizeBy: z.string().describe('What decided the size: the rule, or the bound that cut or raised it.'),
      limitPrice: amount('Worst price, on the tick grid; null where no price is too bad.').nullable(),
      atMark: fill,
      atLimit: fill,
      assumed: fill.describe('The fill that the policy assumes: the plan goes on from what it leaves.'),
    }),
    z.object({
      type: z.literal('takeover'),
      ...part,
      reason: z.enum(['zone', 'limit-out-of-reach']).describe('Why no order is placed.'),
      after: state,
    }),
  ])
  .describe('One thing to do, and the state after it.');

const scopePlan = z
  .object({
    scope: z.enum(['cross', 'isolated']),
    contract: z.string().optional().describe('Only of an isolated scope.'),
    side: z.enum(['net', 'long', 'short']).optional().describe('Only of an isolated scope.'),
    asset: z.string().describe('The asset that the figures are in.'),
    before: state.nullable().describe('Null where the scope cannot be judged.'),
    steps: z.array(step).describe('In order; none where nothing is liquidated.'),
    end: z
      .object({
        reason: z.enum([
          'not-liquidating',
          'no-policy',
          'on-hold',
          'indeterminate',
          'restored',
          'nothing-left',
          'cooldown',
          'interval',
          'limit-out-of-reach',
          'steps-max',
        ]),
        sentence: z.string(),
        resumesAt: z.string().nullable().describe('When it may go on; only where it waits.'),
        deficit: amount('What is missing once nothing is open and collateral is converted; ≥ 0.'),
      })
      .describe('Why there is no further step.'),
  })
  .describe('The plan of one scope, from the account as it is.');

/** What is to be done to an account, step by step. */
export const liquidationPlanResponse = z
  .object({
    planId: z.string().describe('The same question under the same rules has the same id on every machine.'),
    asOf: z.string(),
    policySet: z.object({
      hash: z.string(),
      versions: z.array(z.object({ policy: z.string(), version: z.int() })).describe('The versions that took part.'),
    }),
    inputHash: z.string().describe('SHA-256 of the account, what was read of the market, and the history.'),
    decisionId: z.string().describe('The decision that the plan begins with.'),
    stepsMax: z.int().describe('Most steps that a scope is planned for.'),
    scopes: z.array(scopePlan),
  })
  .describe('A liquidation plan: what to close, in which order and at which limit.');

export type LiquidationPlanResponse = z.output<typeof liquidationPlanResponse>;
export type ScopePlanResponse = LiquidationPlanResponse['scopes'][number];
export type PlanStepResponse = ScopePlanResponse['steps'][number];
export type PlanFillResponse = Extract<PlanStepResponse, { type: 'reduce' }>['assumed'];
export type PlannedStateResponse = PlanFillResponse['after'];
