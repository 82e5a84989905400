import { z } from 'zod';
import { positiveAmount } from '../evaluation/fields.ts';

const REASON_MAX = 2000;

/** What a person asks to be paid into a compartment, or to be taken over as its opening balance. */
export const fundDepositRequest = z
  .strictObject({
    amount: positiveAmount('What is paid in, in the asset of the compartment: a whole number of its smallest unit.'),
    reason: z.string().min(1).max(REASON_MAX).describe('Why, for whoever decides about it.'),
  })
  .describe('A deposit that is asked for.');

export type FundDepositRequest = z.output<typeof fundDepositRequest>;

export const fundDepositDecision = z
  .strictObject({ comment: z.string().max(REASON_MAX).default('').describe('What the other person says to it.') })
  .describe('What the other person says to a deposit.');

export type FundDepositDecision = z.output<typeof fundDepositDecision>;

export const fundDepositResource = z
  .object({
    id: z.string().describe('Id of the deposit.'),
    sequence: z.int().min(1).describe('Place in the list.'),
    fund: z.string().describe('The compartment.'),
    kind: z.enum(['deposit', 'opening']).describe('A deposit, or an opening balance that is imported.'),
    amount: z.string().describe('What is paid in, in the asset of the compartment.'),
    reason: z.string().describe('Why.'),
    askedBy: z.string().describe('Id of the person who asked.'),
    askedAt: z.string().describe('When.'),
    status: z.enum(['asked', 'approved', 'rejected']).describe('Only what is approved is in the balance.'),
    decidedBy: z.string().nullable().describe('Id of the other person who decided.'),
    decidedAt: z.string().nullable().describe('When.'),
    comment: z.string().nullable().describe('What that person said to it.'),
  })
  .describe('A deposit into a compartment, under four eyes.');

export type FundDepositResource = z.output<typeof fundDepositResource>;
