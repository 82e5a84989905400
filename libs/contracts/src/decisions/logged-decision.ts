import { z } from 'zod';

const digest = (meaning: string) => z.string().describe(`${meaning} SHA-256, 64 lower-case hexadecimal digits.`);

const zoneMove = z.object({
  scope: z.string().describe('`cross:USDT`, `isolated:ETHUSDT:net`.'),
  from: z.string().nullable().describe('The zone that the request gave; null where it gave none.'),
  to: z.string().nullable().describe('The zone decided; null where it could not be judged.'),
});

const fields = {
  sequence: z.int().min(1).describe('Place in the log, from 1 and without gaps.'),
  decisionId: digest('Id of the decision.'),
  policySet: digest('Hash of the policy set that decided.'),
  inputHash: digest('Hash of what the decision read.'),
  asOf: z.string().describe('The instant judged.'),
  recordedAt: z.string().describe('When the service decided.'),
  knownAt: z
    .string()
    .nullable()
    .describe('The `recordedAt` that the question named, so that only what was approved by then counted; else null.'),
  account: z.string().describe('Id of the account.'),
  outcome: z.enum(['pass', 'breach', 'indeterminate']),
  moves: z.array(zoneMove).describe('The scopes whose zone is another than the one given.'),
  actor: z.string().describe('Who asked first: a person’s id or `key:<id>`.'),
  decisionDigest: digest('Of the text of the decision.'),
  previous: digest('Hash of the entry before; 64 zeros for the first.'),
  hash: digest('Over the canonical form of `body`, `previous` and `sequence`.'),
};

/** A decision that moved a zone, as the log lists it. */
export const loggedDecisionSummary = z.object(fields).describe('A decision that moved a zone of an account.');

export type LoggedDecisionSummary = z.output<typeof loggedDecisionSummary>;

/** The same with what was read and what was decided. */
export const loggedDecision = z
  .object({
    ...fields,
    input: z
      .unknown()
      .describe(
        'What the decision read: the account, and the market rows of what it holds. `inputHash` is of its canonical form.',
      ),
    decision: z.string().describe('The decision as it was answered, to the byte, without a trace.'),
  })
  .describe('A decision that moved a zone of an account, with what it read and what it said.');

export type LoggedDecision = z.output<typeof loggedDecision>;
