import { z } from 'zod';

/** One policy kind as the register has it. */
export const kindResource = z
  .object({
    id: z.string(),
    title: z.string(),
    subject: z.enum(['contract', 'asset', 'account', 'fund', 'venue']).describe('What its scope may name.'),
    schema: z.record(z.string(), z.unknown()).describe('JSON Schema (draft 2020-12) of its documents.'),
  })
  .describe('A policy kind.');

export type KindResource = z.output<typeof kindResource>;
