import { z } from 'zod';

/** Where money comes from, or why it goes. */
const fundEntrySources = [
  ...['opening', 'deposit', 'surplus', 'fee', 'surplus-return', 'fee-return', 'draw', 'position-gain', 'position-loss'],
] as const;

/** One movement of a compartment. */
export const fundEntryResource = z
  .object({
    sequence: z.int().min(1).describe('Place in the ledger of the compartment, from 1 and without gaps.'),
    at: z.string().describe('When; never before the entry before.'),
    source: z.enum(fundEntrySources).describe('What it is.'),
    from: z.string().describe('Account that it leaves: `balance`, or where it comes from.'),
    to: z.string().describe('Account that it reaches: `balance`, or where it goes.'),
    amount: z.string().describe('What moved, above zero, in the asset of the compartment.'),
    balance: z.string().describe('What the compartment held after it.'),
    reference: z.string().describe('The deposit, the loss or the fill of a liquidation that it is about; booked once.'),
    contract: z.string().nullable().describe('The contract that it is about; null where it is about none.'),
    account: z.string().nullable().describe('The trading account that it is about; null where it is about none.'),
    recordedBy: z.string().describe('Who: a person’s id, or `key:<id>`.'),
  })
  .describe('A movement in the ledger of a compartment.');

export type FundEntryResource = z.output<typeof fundEntryResource>;
