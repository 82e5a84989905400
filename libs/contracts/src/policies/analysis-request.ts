import { z } from 'zod';

const document = (meaning: string) => z.record(z.string(), z.unknown()).describe(meaning);

/** A document to analyze before anybody approves it, alone or beside the version that it would take the place of. */
export const analysisRequest = z
  .strictObject({
    kind: z.string().min(1).max(64).describe('Kind of the policy, as `/v1/kinds` lists them.'),
    document: document('The document, as in a policy version.'),
    before: document('The document that it is compared with; left out or null = nothing to compare.')
      .nullable()
      .default(null),
  })
  .describe('A policy document to analyze, alone or beside another version.');

export type AnalysisRequest = z.input<typeof analysisRequest>;
