import { z } from 'zod';
import { instantText } from './fields.ts';

const atAnInstant = {
  asOf: instantText('The instant whose policy set judges; left out = the market’s `asOf`.').optional(),
  recordedAt: instantText('Only what had been approved by this instant counts; left out = everything.').optional(),
};

const underASet = {
  ...atAnInstant,
  change: z
    .string()
    .max(64)
    .optional()
    .describe('Id of a change, draft or not: judged by the set at `asOf` with its enforced entries on it.'),
  policySet: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be the hash of a policy set')
    .optional()
    .describe('Hash of a set that was, is or will be in force as far as is approved: judged by that one.'),
};

const explain = z.enum(['full']).optional().describe('`full` adds the trace of every rule asked.');

/** Query parameters of a batch. */
export const evaluationBatchQuery = z.strictObject({ ...atAnInstant, explain });

/** Query parameters of an evaluation. */
export const evaluationQuery = oneSet(z.strictObject({ ...underASet, explain }));

/** Query parameters of whatever else is asked about an account under a set: what its shortfall costs, for one. */
export const policySetChoiceQuery = oneSet(z.strictObject(underASet));

/** Query parameters of a liquidation plan: nothing is done by it. */
export const liquidationPlanQuery = oneSet(
  z.strictObject({ ...underASet, dryRun: z.literal('true').describe('Plans, and does nothing.') }),
);

/** The set is named once: by a change, by its hash, or by what was known when. */
function oneSet<Shape extends z.ZodObject<typeof underASet>>(shape: Shape): Shape {
  return shape
    .refine(({ change, policySet }) => change === undefined || policySet === undefined, {
      path: ['policySet'],
      message: 'either `change` or `policySet` says what to judge by',
      params: { code: 'policy_set_must_be_named_once' },
    })
    .refine(({ policySet, recordedAt }) => policySet === undefined || recordedAt === undefined, {
      path: ['recordedAt'],
      message: '`policySet` names the set itself: what was known when does not choose it',
      params: { code: 'policy_set_must_be_named_once' },
    });
}

export type EvaluationQuery = z.output<typeof evaluationQuery>;
export type EvaluationBatchQuery = z.output<typeof evaluationBatchQuery>;
export type PolicySetChoiceQuery = z.output<typeof policySetChoiceQuery>;
