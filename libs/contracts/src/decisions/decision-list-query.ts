import { z } from 'zod';
import { idText, instantText } from '../evaluation/fields.ts';
import { order } from '../page-query.ts';

/** Query parameters of the decision log. */
export const decisionListQuery = z.strictObject({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .describe('Sequence of the last row of the page before, as `Link` has it; left out = the first page.'),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('Rows to return.'),
  order: order.default('asc').describe('`asc` begins with the first entry, `desc` with the latest.'),
  account: idText('Only this account.').optional(),
  outcome: z.enum(['pass', 'breach', 'indeterminate']).optional().describe('Only decisions that came to this.'),
  policySet: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits')
    .optional()
    .describe('Only decisions under the policy set with this hash.'),
  from: instantText('Only decisions of this instant or later, by `asOf`.').optional(),
  to: instantText('Only decisions before this instant, by `asOf`.').optional(),
});

export type DecisionListQuery = z.output<typeof decisionListQuery>;
