import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits');

/** What a verification may be given: places that somebody has kept elsewhere. */
export const auditVerificationRequest = z
  .strictObject({
    checkpoints: z
      .array(z.object({ sequence: z.int().min(1).describe('Of the entry.'), hash: hash.describe('Its hash.') }))
      .max(1000)
      .default([])
      .describe(
        'Places of the chain that were kept elsewhere, from the log or an export; a whole checkpoint may be given.',
      ),
  })
  .describe('Places of the chain to hold it against, beside its own checkpoints.');

/** What came of a walk along the whole chain. */
export const auditVerificationResource = z
  .object({
    ok: z.boolean().describe('Whether nothing is wrong.'),
    entries: z.int().min(0).describe('Entries walked; up to the fault where there is one.'),
    head: z
      .object({ sequence: z.int().min(1), hash: z.string() })
      .nullable()
      .describe('The last entry walked; null where there is none.'),
    checkpoints: z.int().min(0).describe('Signed checkpoints that were met and agree.'),
    keyIds: z.array(z.string()).describe('Keys that signed them.'),
    fault: z
      .object({
        code: z.enum([
          'link_must_match_its_hash',
          'link_must_follow_the_one_before',
          'chain_must_reach_its_checkpoint',
          'chain_must_agree_with_its_checkpoint',
          'checkpoint_must_be_signed_by_its_key',
          'checkpoint_must_be_signed_by_a_known_key',
        ]),
        sequence: z.int().min(0).describe('Of the entry where it shows.'),
        message: z.string(),
      })
      .nullable()
      .describe('The first thing that is wrong.'),
  })
  .describe('What came of walking the audit chain.');

export type AuditVerificationResource = z.output<typeof auditVerificationResource>;
