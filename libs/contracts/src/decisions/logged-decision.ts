import { z } from 'zod';
import { DECISION_TYPES, LOGGED_OUTCOMES } from './decision-list-query.ts';

const digest = (meaning: string) => z.string().describe(`${meaning} SHA-256, 64 lower-case hexadecimal digits.`);

const zoneMove = z.object({
  scope: z.string().describe('`cross:USDT`, `isolated:ETHUSDT:net`.'),
  from: z.string().nullable().describe('The zone that the request gave; null where it gave none.'),
  to: z.string().nullable().describe('The zone decided; null where it could not be judged.'),
});

const fields = {
  sequence: z.int().min(1).describe('Place in the log, from 1 and without gaps.'),
  type: z.enum(DECISION_TYPES).describe('An evaluation, a liquidation plan, or a loss that was committed.'),
  decisionId: digest('Id of the decision; of a plan, of the plan.'),
  policySet: digest('Hash of the policy set that decided.'),
  inputHash: digest('Hash of what the decision read.'),
  asOf: z.string().describe('The instant judged.'),
  recordedAt: z.string().describe('When the service decided.'),
  knownAt: z
    .string()
    .nullable()
    .describe('The `recordedAt` that the question named, so that only what was approved by then counted; else null.'),
  account: z.string().describe('Id of the account.'),
  outcome: z
    .enum(LOGGED_OUTCOMES)
    .describe('Of an evaluation, or of the one that a plan begins with; of a loss, whether something is left of it.'),
  contracts: z
    .array(z.string())
    .describe('That the account holds or has orders in; of a loss, the one that it arose in.'),
  zones: z.array(z.string()).describe('That scopes were found in; of a plan, before its first step.'),
  loss: z.string().nullable().describe('Id of the loss; null where it is none.'),
  moves: z.array(zoneMove).describe('Of an evaluation, the scopes whose zone is another than the one given.'),
  actor: z.string().describe('Who asked first: a person’s id or `key:<id>`.'),
  decisionDigest: digest('Of the text of what was decided.'),
  previous: digest('Hash of the entry before; 64 zeros for the first.'),
  hash: digest('Over the canonical form of `body`, `previous` and `sequence`.'),
};

/** An entry of the log, as it is listed. */
export const loggedDecisionSummary = z
  .object(fields)
  .describe('An evaluation that moved a zone or was recorded, a liquidation plan, or a loss that was committed.');

export type LoggedDecisionSummary = z.output<typeof loggedDecisionSummary>;

/** The same with what was read and what was decided. */
export const loggedDecision = z
  .object({
    ...fields,
    input: z
      .unknown()
      .describe(
        'What was read: the account, the market rows of what it holds, and for a plan what had been done before. `inputHash` is of its canonical form. Null for a loss, which is stored with its input.',
      ),
    decision: z.string().describe('What was decided as it was answered, to the byte, without a trace.'),
  })
  .describe('An entry of the log with what was read and what was decided.');

export type LoggedDecision = z.output<typeof loggedDecision>;
