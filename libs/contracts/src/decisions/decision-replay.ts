import { z } from 'zod';

/** What came of deciding once more what is in the log. */
export const decisionReplay = z
  .object({
    decisionId: z.string(),
    same: z
      .boolean()
      .describe('Whether the same question under the same policy set has the same decision, to the byte.'),
    fault: z
      .object({
        code: z.enum(['link_must_match_its_hash', 'policy_set_must_be_found', 'replay_must_decide_the_same']),
        message: z.string(),
      })
      .nullable()
      .describe('Why not; null where it is the same.'),
    policySet: z.string().describe('Hash of the policy set, as the log has it.'),
    decisionDigest: z.string().describe('SHA-256 of the decision, as the log has it.'),
    replayed: z
      .object({
        decisionDigest: z.string(),
        decision: z.string().describe('The decision as it is decided now, to the byte.'),
      })
      .nullable()
      .describe('Null where nothing could be decided.'),
  })
  .describe('What came of deciding a logged decision once more.');

export type DecisionReplay = z.output<typeof decisionReplay>;
