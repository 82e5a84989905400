import { z } from 'zod';
import { factRequest } from './fact-request.ts';
import { idText, nameText, nonZeroAmount, positiveAmount, signedAmount } from './fields.ts';

/** The longest lists that one account may bring. */
const COLLATERAL_MAX = 200;
const POSITIONS_MAX = 500;
const OPEN_ORDERS_MAX = 1000;
const TAGS_MAX = 50;
const SHORTFALLS_MAX = 1000;

const PRINTABLE = 'must be printable text without control characters';

const margin = z.enum(['cross', 'isolated']);

export const collateralRequest = z.strictObject({
  asset: nameText('The asset held.'),
  balance: signedAmount('Amount held, in units of the asset; negative = a debt. Isolated margin is not part of it.'),
});

export const positionRequest = z.strictObject({
  contract: nameText('The contract held.'),
  side: z
    .enum(['net', 'long', 'short'])
    .optional()
    .describe('`net` (default) in one-way mode; `long` or `short` where both are held side by side.'),
  size: nonZeroAmount('Size in contracts, signed: above zero is long.'),
  entryPrice: positiveAmount('Average entry price, quote per base.'),
  leverage: positiveAmount('Chosen leverage; left out = the largest that the tier allows.').optional(),
  margin: margin.describe('Whether the position shares the pool (`cross`) or stands alone (`isolated`).'),
  isolatedMargin: signedAmount('Margin set aside for an isolated position, in the settlement asset.').optional(),
  pendingFunding: signedAmount(
    'Funding accrued, not yet settled, in the settlement asset; above zero is owed to the account.',
  ).optional(),
});

const openOrderRequest = z.strictObject({
  contract: nameText('The contract ordered.'),
  side: z.enum(['buy', 'sell']).describe('Direction of the order.'),
  size: positiveAmount('Open size in contracts, above zero.'),
  price: positiveAmount('Limit price, quote per base.'),
  reduceOnly: z.boolean().optional().describe('Whether the order can only reduce a position (default false).'),
  margin: margin.optional().describe('The pool that the order draws on (default `cross`).'),
});

const scopeKey = z
  .string()
  .max(160)
  .regex(/^[^\p{C}]+$/u, PRINTABLE)
  .describe('Key of a scope: `cross:USDT`, `isolated:ETHUSDT:net`.');

const recordedDay = z.strictObject({
  scope: scopeKey,
  day: z.iso.date().describe('The day, in the zone of the penalty policy.'),
  event: z
    .enum(['shortfall', 'balance-reset'])
    .optional()
    .describe('What was on it: a shortfall (default), or a negative balance set to zero.'),
});

const receivable = z.strictObject({
  scope: scopeKey,
  amount: positiveAmount('What is owed, in the asset of the scope.'),
});

export const accountRequest = z
  .strictObject({
    id: idText('Id of the account.'),
    ownerId: idText('Id of whoever owns the account.').optional(),
    tags: z.array(nameText('A tag.')).max(TAGS_MAX).optional().describe('Tags that policies may be scoped by.'),
    collateral: z.array(collateralRequest).max(COLLATERAL_MAX).describe('Balances by asset; an asset once.'),
    positions: z
      .array(positionRequest)
      .max(POSITIONS_MAX)
      .describe('Open positions, unique by contract, side and margin.'),
    openOrders: z.array(openOrderRequest).max(OPEN_ORDERS_MAX).optional().describe('Open orders.'),
    state: z
      .strictObject({
        zones: z
          .record(scopeKey, nameText('A zone.'))
          .describe('Zone by scope (`cross:USDT`, `isolated:ETHUSDT:net`) as the last decision left it.'),
        shortfalls: z
          .array(recordedDay)
          .max(SHORTFALLS_MAX)
          .optional()
          .describe('Days that penalties for a margin shortfall look back on; a decision does not read them.'),
        receivables: z
          .array(receivable)
          .max(POSITIONS_MAX)
          .optional()
          .describe('What the scopes of an account without protection still owe, each once; read by penalties alone.'),
      })
      .optional()
      .describe('What the last decision left behind; left out = no history, so enter thresholds apply.'),
    facts: z
      .record(nameText('Name of the fact.'), factRequest)
      .optional()
      .describe('Facts that the venue declares itself; with an instant as {"value": …, "at": "2026-01-31T12:00:00Z"}.'),
  })
  .describe('One account as the trading system knows it.');

export type AccountRequest = z.output<typeof accountRequest>;
export type PositionRequest = z.output<typeof positionRequest>;
export type CollateralRequest = z.output<typeof collateralRequest>;
