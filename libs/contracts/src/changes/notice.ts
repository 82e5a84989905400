import { z } from 'zod';
import { changeEffect } from './evidence.ts';

/** What a venue tells its users of a change, readable by machine: old, new, from when, and who is affected. */
export const noticeDocument = z
  .object({
    format: z.literal(1),
    change: z.string(),
    digest: z.string().describe('Digest of the submission that it is about.'),
    phase: z.string(),
    effectiveFrom: z.string().nullable().describe('Null until it is approved, unless an instant was wished for.'),
    effectiveUntil: z.string().nullable(),
    noticeSeconds: z.int(),
    effect: changeEffect,
    summary: z.array(z.string()),
    policies: z.array(
      z.object({
        policy: z.string(),
        title: z.string(),
        scope: z.record(z.string(), z.unknown()).describe('Who is affected: contracts, assets, groups, tags.'),
        before: z.unknown().describe('The document in force; null = none.'),
        after: z.unknown().describe('The document that replaces it; null = none.'),
        differences: z.array(
          z.object({
            path: z.string(),
            before: z.string().nullable(),
            after: z.string().nullable(),
            effect: changeEffect,
            sentence: z.string(),
          }),
        ),
      }),
    ),
    affected: z
      .object({ snapshot: z.string(), asOf: z.string(), newlyLiquidatableAccounts: z.int() })
      .nullable()
      .describe('On the book that the evidence was computed on; null = there was none.'),
  })
  .describe('The notice of a change.');

export type NoticeDocument = z.output<typeof noticeDocument>;
