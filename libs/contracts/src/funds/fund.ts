import { z } from 'zod';

const amount = (meaning: string) => z.string().describe(`${meaning} In the asset of the compartment.`);

/** What flowed on one day; opening + everything in − out = closing, to the last unit. */
const flows = {
  opening: amount('Balance when the day began.'),
  in: z
    .object({
      opening: amount('Opening balance that was imported.'),
      deposits: amount('Deposits of the venue.'),
      surplus: amount('What fills of liquidations brought above the bankruptcy amount and the fee.'),
      fees: amount('Fees of liquidations.'),
      positions: amount('What positions that were taken over gained when they were sold.'),
    })
    .describe('What came in, by source.'),
  out: amount(
    'What was paid for losses, those of positions that were taken over among them, and what was given back of fills.',
  ),
  closing: amount('Balance when the day ended, or now.'),
};

/** One UTC day of a compartment. */
export const fundStatement = z
  .object({ day: z.string().describe('The day, in UTC: `2026-01-31`.'), ...flows })
  .describe('One day of a compartment of the insurance fund.');

export type FundStatement = z.output<typeof fundStatement>;

export const fundResource = z
  .object({
    id: z.string().describe('Name of the compartment.'),
    asset: z.string().describe('What it holds and pays in.'),
    balance: amount('What the ledger says that it holds; never below zero.'),
    entries: z.int().min(0).describe('Entries in its ledger.'),
    policy: z
      .object({ policy: z.string(), version: z.int() })
      .nullable()
      .describe('The version in force that declares it; null where none does any more: it pays nothing then.'),
    floor: amount('What the policy keeps back from every loss.').nullable(),
    adlOpenFor: z
      .array(z.string())
      .describe('Contracts whose switch was on when a loss was last run: `adl` acts on their losses.'),
    takesDeposits: z.boolean().describe('Whether the policy lets the venue pay into it.'),
    today: fundStatement.describe('The day so far, in UTC.'),
  })
  .describe('A compartment of the insurance fund.');

export type FundResource = z.output<typeof fundResource>;
