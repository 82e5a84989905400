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

const record = z
  .enum(['true', 'false'])
  .default('false')
  .describe('`true` puts it in the log of decisions before it is answered; takes `decision:record` as well.');

/** Query parameters of a batch. */
export const evaluationBatchQuery = z.strictObject({ ...atAnInstant, explain, record });

/** Query parameters of an evaluation. */
export const evaluationQuery = recordedInForce(oneSet(z.strictObject({ ...underASet, explain, record })));

/** Query parameters of whatever else is asked about an account under a set: what its shortfall costs, for one. */
export const policySetChoiceQuery = oneSet(z.strictObject(underASet));

/** Query parameters of a liquidation: planned only, or begun, which only the set in force does. */
export const liquidationPlanQuery = recordedInForce(
  oneSet(
    z.strictObject({
      ...underASet,
      record,
      dryRun: z.enum(['true', 'false']).default('false').describe('`true` plans, and does nothing.'),
    }),
  ),
).refine((query) => query.dryRun === 'true' || isAboutNow(query), {
  path: ['dryRun'],
  message: 'a liquidation is begun under the set in force at the market’s instant: another one is only planned',
  params: { code: 'liquidation_must_be_under_the_set_in_force' },
});

function isAboutNow(
  query: Readonly<Partial<Record<'asOf' | 'recordedAt' | 'change' | 'policySet', unknown>>>,
): boolean {
  const { asOf, recordedAt, change, policySet } = query;
  return [asOf, recordedAt, change, policySet].every((choice) => choice === undefined);
}

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

/** What another set than the one in force would say decides nothing, and is not in the log. */
function recordedInForce<Schema extends z.ZodType<{ record: string; change?: unknown; policySet?: unknown }>>(
  schema: Schema,
): Schema {
  return schema.refine(
    ({ record: asked, change, policySet }) => asked === 'false' || (change === undefined && policySet === undefined),
    {
      path: ['record'],
      message: 'only what the set in force says is recorded',
      params: { code: 'record_must_be_under_the_set_in_force' },
    },
  );
}

export type EvaluationQuery = z.output<typeof evaluationQuery>;
export type EvaluationBatchQuery = z.output<typeof evaluationBatchQuery>;
export type LiquidationPlanQuery = z.output<typeof liquidationPlanQuery>;
export type PolicySetChoiceQuery = z.output<typeof policySetChoiceQuery>;
