import { z } from 'zod';
import { factRequest } from '../evaluation/fact-request.ts';
import {
  idText,
  instantText,
  nameText,
  nonNegativeAmount,
  nonZeroAmount,
  positiveAmount,
  signedAmount,
} from '../evaluation/fields.ts';

const AMOUNTS_MAX = 200;
const TAGS_MAX = 50;
const POSITIONS_MAX = 20;
/** A body of a mebibyte holds no more. */
const CANDIDATES_MAX = 10_000;

const assetAmounts = (meaning: string) =>
  z
    .array(z.strictObject({ asset: nameText('The asset.'), amount: nonNegativeAmount('In units of the asset.') }))
    .max(AMOUNTS_MAX)
    .default([])
    .describe(meaning);

const tags = z.array(nameText('A tag.')).max(TAGS_MAX).default([]);

const event = {
  eventId: idText(
    'Your own id of the event: under it the loss is recorded once, whatever key it comes with. A dry run needs none.',
  ).optional(),
  at: instantText('When it happened: the policy set in force then speaks; left out = now.').optional(),
  account: idText('The account that goes under; it never bears its own loss.'),
  ownerId: idText('Whoever owns it; none of their accounts is closed against it.').optional(),
  tags: tags.describe('Tags of the account, by which policies are chosen.'),
  contract: nameText('The contract that the loss arose in.'),
  markPrice: positiveAmount('Mark of the contract, quote per base.'),
  openPosition: z
    .strictObject({
      size: nonZeroAmount('Size in contracts, signed: above zero is long.'),
      closePrice: positiveAmount('The price at which its bankruptcy amount is received.'),
    })
    .optional()
    .describe('What is still open of it, and the market did not take.'),
  deficit: z
    .strictObject({ asset: nameText('The asset.'), amount: positiveAmount('What is missing, above zero.') })
    .optional()
    .describe('What is missing once nothing is open and all collateral is converted.'),
  residual: assetAmounts('Collateral of the account that is still unsold.'),
  fees: assetAmounts('Fees taken from the account in this event.'),
  treasury: assetAmounts('What the venue has set aside for losses.'),
  prices: z
    .record(nameText('The asset.'), positiveAmount('Price in the valuation asset.'))
    .default({})
    .describe('Prices for declared conversions; an asset without one is not converted.'),
  bookSnapshot: z.string().max(64).optional().describe('Id of a stored book whose accounts are the candidates.'),
};

export const candidateRequest = z
  .strictObject({
    id: idText('Id of the account.'),
    ownerId: idText('Whoever owns it.').optional(),
    tags: tags.describe('Its tags, for exemptions.'),
    accountValue: signedAmount('What the whole account is worth, in the asset of the deficit.'),
    notional: nonNegativeAmount('Σ of the notionals of its positions, in the same asset.'),
    positivePnl: nonNegativeAmount('What it has gained and not realized, in the same asset.').default('0'),
    positions: z
      .array(
        z.strictObject({
          scope: z.string().min(1).max(160).describe('Key of the scope that holds it, as `cross:USDT`.'),
          size: nonZeroAmount('Size in contracts, signed.'),
          entryPrice: positiveAmount('Average entry price.'),
          accountValue: signedAmount('Of the scope that holds it.'),
          notional: nonNegativeAmount('Σ of the notionals of that scope.'),
        }),
      )
      .max(POSITIONS_MAX)
      .default([])
      .describe('Its positions in the contract of the event.'),
    facts: z.record(nameText('Name of the fact.'), factRequest).default({}).describe('Facts, for exemptions.'),
  })
  .describe('An account that may be asked to bear a loss.');

export type CandidateRequest = z.output<typeof candidateRequest>;

const isSomething = (loss: { readonly openPosition?: unknown; readonly deficit?: unknown }): boolean =>
  loss.openPosition !== undefined || loss.deficit !== undefined;
const SOMETHING = { message: 'a loss has an open position, a deficit, or both', path: ['deficit'] };

/** The first line of an upload. */
export const lossEventRequest = z.strictObject(event).refine(isSomething, SOMETHING);

export type LossEventRequest = z.output<typeof lossEventRequest>;

export const lossRequest = z
  .strictObject({
    ...event,
    candidates: z.array(candidateRequest).max(CANDIDATES_MAX).default([]).describe('Who may be asked to bear it.'),
  })
  .refine(isSomething, SOMETHING)
  .describe('A loss and who may be asked to bear it.');

export const lossQuery = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .describe('`true` goes the whole way and undoes it: nothing is stored, and nothing is paid.'),
});

export const lossStandingQuery = z.strictObject({
  account: idText('The account whose standing is asked: one of the candidates.'),
});

export const lossRowsQuery = z.strictObject({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .default(0)
    .describe('Sequence of the last row of the page before, as `Link` has it.'),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('Rows to return.'),
});

export type LossRowsQuery = z.output<typeof lossRowsQuery>;

export const lossListQuery = z.strictObject({
  order: z.enum(['asc', 'desc']).default('asc').describe('`desc` = the latest first.'),
  ...lossRowsQuery.shape,
});

export type LossListQuery = z.output<typeof lossListQuery>;
