import { z } from 'zod';
import { accountRequest } from '../evaluation/account-request.ts';
import { instantText, nonNegativeAmount } from '../evaluation/fields.ts';
import { marketRequest } from '../evaluation/market-request.ts';

const reduction = z.strictObject({
  at: instantText('When it was.'),
  notional: nonNegativeAmount('Notional that it closed, in the asset of the scope.'),
});

const scopeHistory = z.strictObject({
  startedAt: instantText('When the liquidation of the scope began; left out = it begins now.').optional(),
  reductions: z
    .array(reduction)
    .max(10_000)
    .optional()
    .describe('What has been reduced before: a cooldown and a maximum per interval look at it.'),
});

/** What was done to scopes of an account before. */
export const liquidationHistoryRequest = z
  .record(
    z
      .string()
      .max(200)
      .regex(/^[^\p{C}]*$/u, 'must be printable text without control characters'),
    scopeHistory,
  )
  .describe('By the key of the scope, such as `cross:USDT` or `isolated:ETHUSDT:net`.');

/** Body of a question for a liquidation plan. */
export const liquidationPlanRequest = z
  .strictObject({ account: accountRequest, market: marketRequest, history: liquidationHistoryRequest.optional() })
  .describe('One account, the market that it is liquidated in, and what was done to it before.');

export type LiquidationPlanRequest = z.output<typeof liquidationPlanRequest>;
