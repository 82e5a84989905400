import { z } from 'zod';
import { idText, nameText, positiveAmount } from '../evaluation/fields.ts';
import { lossRowsQuery } from './loss-request.ts';

export const receivablePayment = z
  .strictObject({
    account: idText('The account that pays.'),
    asset: nameText('The asset that it owes.'),
    amount: positiveAmount('What it pays: a whole number of smallest units, and at most what it owes.'),
    reference: idText('Your own id of the payment: it is booked once.'),
  })
  .describe('What an account pays of what it owes.');

export type ReceivablePayment = z.output<typeof receivablePayment>;

export const receivableListQuery = z.strictObject({
  account: idText('Only what this account owes.').optional(),
  ...lossRowsQuery.shape,
});

export type ReceivableListQuery = z.output<typeof receivableListQuery>;

export const receivableEntry = z
  .object({
    sequence: z.int().min(1).describe('Place in the list of all accounts.'),
    account: z.string().describe('The account that owes.'),
    asset: z.string(),
    at: z.string().describe('When it was booked.'),
    source: z.enum(['loss', 'payment']).describe('A loss adds to what it owes, a payment takes from it.'),
    amount: z.string().describe('What moved, above zero.'),
    owed: z.string().describe('What the account owes in the asset after it.'),
    reference: z.string().describe('The loss, or the id of the payment; booked once.'),
    recordedBy: z.string().describe('Who: a person’s id, or `key:<id>`.'),
  })
  .describe('A movement of what an account without protection owes.');

export type ReceivableEntryResource = z.output<typeof receivableEntry>;
