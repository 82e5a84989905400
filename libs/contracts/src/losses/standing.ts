import { z } from 'zod';

const position = z.object({
  scope: z.string().describe('Scope and side of the position.'),
  rank: z.int().min(1).describe('1 is closed first.'),
  quintile: z
    .int()
    .min(1)
    .max(5)
    .describe('The fifth of all lots in the queue that its last lot lies in; 1 is closed first.'),
  lotsBefore: z.string().describe('Lots that are closed before it.'),
  lotsMax: z.string().describe('The most lots of it that one run closes.'),
  touchedFromSize: z.string().describe('In contracts: the smallest open position that touches it.'),
  outAtLeverage: z
    .string()
    .nullable()
    .describe(
      'The largest leverage at which the open position would not touch it; null where none spares it, or none has to.',
    ),
});

/** What a trader may ask before anybody goes under. */
export const lossStanding = z
  .object({
    account: z.string(),
    isCandidate: z.boolean().describe('Whether the account is among the candidates at all.'),
    adl: z.array(position).describe('Its positions in the queue; none where it is not in it.'),
    deficit: z.object({
      asset: z.string(),
      touchedFrom: z
        .string()
        .nullable()
        .describe('The smallest deficit that it bears some of; null where none touches it.'),
    }),
  })
  .describe('Where an account stands before a loss.');

export type LossStanding = z.output<typeof lossStanding>;
