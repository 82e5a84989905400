import { z } from 'zod';

/** The policy set in force at an instant. */
export const policySetResource = z
  .object({
    hash: z.string().describe('SHA-256 over the sorted lines `policyId,version digest`.'),
    asOf: z.string().describe('The instant asked.'),
    since: z.string().describe('Since when exactly these versions have been in force.'),
    nextChangeAt: z
      .string()
      .nullable()
      .describe('When the set will next change as far as approved; null = nothing is scheduled.'),
    versions: z.array(
      z.object({
        policy: z.string(),
        version: z.int().min(1),
        kind: z.string(),
        title: z.string(),
        effectiveFrom: z.string(),
        digest: z.string(),
      }),
    ),
  })
  .describe('The policy set in force at an instant.');

export type PolicySetResource = z.output<typeof policySetResource>;
