import { z } from 'zod';
import { idText, instantText, nameText } from '../evaluation/fields.ts';
import { order } from '../page-query.ts';

/** What an entry of the log can be. */
export const DECISION_TYPES = ['evaluation', 'plan', 'loss'] as const;

/** What whatever is in the log can have come to: evaluations and plans to the first three, losses to the others. */
export const LOGGED_OUTCOMES = ['pass', 'breach', 'indeterminate', 'covered', 'uncovered', 'receivable'] as const;

/** Query parameters of the decision log. */
export const decisionListQuery = z
  .strictObject({
    after: z.coerce
      .number()
      .int()
      .min(0)
      .max(Number.MAX_SAFE_INTEGER)
      .optional()
      .describe('Sequence of the last row of the page before, as `Link` has it; left out = the first page.'),
    limit: z.coerce.number().int().min(1).max(1000).default(100).describe('Rows to return.'),
    order: order.default('asc').describe('`asc` begins with the first entry, `desc` with the latest.'),
    type: z.enum(DECISION_TYPES).optional().describe('Only entries of this type.'),
    decision: z
      .string()
      .regex(/^[0-9a-f]{1,64}$/, 'must be lower-case hexadecimal digits')
      .optional()
      .describe('Only decisions whose id begins with these digits.'),
    account: idText('Only this account.').optional(),
    contract: nameText(
      'Only decisions about an account that holds this contract or has an order in it, and losses in it.',
    ).optional(),
    outcome: z.enum(LOGGED_OUTCOMES).optional().describe('Only what came to this.'),
    zone: nameText('Only evaluations that found a scope in this zone, and plans that begin with one.').optional(),
    policySet: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits')
      .optional()
      .describe('Only decisions under the policy set with this hash.'),
    policy: z
      .string()
      .min(1)
      .max(300)
      .optional()
      .describe('Only decisions that this policy took part in, as `margin-tiers.BTCUSDT`.'),
    version: z.coerce
      .number()
      .int()
      .min(1)
      .max(1_000_000_000)
      .optional()
      .describe('Only with this version of `policy`.'),
    from: instantText('Only decisions of this instant or later, by `asOf`.').optional(),
    to: instantText('Only decisions before this instant, by `asOf`.').optional(),
  })
  .refine(({ policy, version }) => version === undefined || policy !== undefined, {
    path: ['version'],
    message: 'a version is one of a policy: name the `policy` too',
    params: { code: 'version_must_be_of_a_policy' },
  });

export type DecisionListQuery = z.output<typeof decisionListQuery>;

/** Query parameters of a replay. */
export const decisionReplayQuery = z.strictObject({
  explain: z
    .enum(['full'])
    .optional()
    .describe('`full` adds the decision of an evaluation with the trace of every rule asked.'),
});
