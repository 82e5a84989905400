import { z } from 'zod';
import { decisionResponse } from '../evaluation/decision.ts';
import { idText, nonZeroAmount, positiveAmount } from '../evaluation/fields.ts';

const text = (meaning: string) => z.string().describe(meaning);

/** A position that the fund took over. */
export const fundPositionResource = z
  .object({
    contract: z.string(),
    size: text('Contracts, signed; 0 where all is sold again.'),
    cost: text('Net notional at which what is open was taken, in the asset of the compartment.'),
    realizedPnl: text('Of what was sold since the position was last opened; the ledger has it.'),
  })
  .describe('A position in the fund’s own account.');

export type FundPositionResource = z.output<typeof fundPositionResource>;

/** A fill of an order that the fund placed to get rid of a position. */
export const fundFillRequest = z
  .strictObject({
    fillId: idText('The venue’s id of the fill: of one compartment and contract it is booked once.'),
    contract: z.string().min(1).max(64).describe('The contract.'),
    size: nonZeroAmount('Contracts, signed: below zero sells. It goes against what is held, and never beyond it.'),
    price: positiveAmount('Price of the fill.'),
  })
  .describe('A sale of a position that the fund took over.');

export type FundFillRequest = z.output<typeof fundFillRequest>;

export const fundFillResource = z
  .object({
    id: z.uuid(),
    contract: z.string(),
    fillId: z.string(),
    size: z.string(),
    price: z.string(),
    realizedPnl: text('What the sale brought above the cost of what was sold; a loss is negative.'),
    uncovered: text('What of a loss the compartment could not pay; it never goes below zero.'),
    isBelowFloor: z
      .boolean()
      .describe('Whether a loss left the balance below the floor, which losses of others leave alone.'),
    position: fundPositionResource,
    recordedAt: z.string(),
    recordedBy: z.string(),
  })
  .describe('A sale as it was booked.');

export type FundFillResource = z.output<typeof fundFillResource>;

export const fundAccountResource = z
  .object({
    fund: z.string(),
    balance: text('Of the compartment, which is its collateral.'),
    realizedPnl: text('Of positions that it took over.'),
    unrealizedPnl: text('At the marks of the request; null where a position has none.').nullable(),
    lossMax: text('The loss of its positions that opens deleveraging; null where none is declared.').nullable(),
    opensAdl: z.boolean().nullable().describe('Whether that loss is reached; null where it is not known.'),
    positions: z.array(fundPositionResource),
    decision: decisionResponse,
  })
  .describe('The fund’s own account, judged as any other.');

export type FundAccountResource = z.output<typeof fundAccountResource>;
