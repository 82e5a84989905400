import { z } from 'zod';

const limit = z.coerce.number().int().min(1).max(1000).default(100).describe('Rows to return.');

/** Query parameters of entries and deposits of a compartment, the first first. */
export const fundListQuery = z.strictObject({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .default(0)
    .describe('Sequence of the last row of the page before, as `Link` has it.'),
  limit,
});

export type FundListQuery = z.output<typeof fundListQuery>;

/** Query parameters of the statements of a compartment, the first day first. */
export const fundStatementQuery = z.strictObject({
  after: z.iso
    .date()
    .refine((day) => day >= '1970-01-01', 'no compartment is older than 1970')
    .optional()
    .describe('Day of the last row of the page before, as `Link` has it.'),
  limit,
});

export type FundStatementQuery = z.output<typeof fundStatementQuery>;
