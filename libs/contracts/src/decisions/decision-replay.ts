import { z } from 'zod';
import { DECISION_TYPES } from './decision-list-query.ts';

/** What came of deciding once more what is in the log. */
export const decisionReplay = z
  .object({
    decisionId: z.string(),
    type: z.enum(DECISION_TYPES),
    same: z.boolean().describe('Whether the same question under the same policy set has the same answer, to the byte.'),
    fault: z
      .object({
        code: z.enum([
          'link_must_match_its_hash',
          'policy_set_must_be_found',
          'loss_must_be_what_was_logged',
          'input_must_match_its_hash',
          'allocation_must_be_what_was_decided',
          'replay_must_decide_the_same',
        ]),
        message: z.string(),
      })
      .nullable()
      .describe('Why not; null where it is the same.'),
    policySet: z.string().describe('Hash of the policy set, as the log has it.'),
    decisionDigest: z.string().describe('SHA-256 of what was decided, as the log has it.'),
    replayed: z
      .object({
        decisionDigest: z.string(),
        decision: z.string().describe('What is decided now, to the byte.'),
        explained: z
          .string()
          .nullable()
          .describe('The decision of an evaluation with its trace, as JSON; null where it was not asked for.'),
      })
      .nullable()
      .describe('Null where nothing could be decided.'),
  })
  .describe('What came of deciding a logged decision once more.');

export type DecisionReplay = z.output<typeof decisionReplay>;
