import { z } from 'zod';

const digest = z.string().describe('SHA-256, 64 lower-case hexadecimal digits.');

/** One act in the audit chain. */
export const auditEntryResource = z
  .object({
    sequence: z.int().min(1).describe('Place in the chain, from 1 and without gaps.'),
    at: z.string().describe('When.'),
    actor: z.string().describe('Who: a person’s id, `key:<id>` or `system`.'),
    act: z.string().describe('What was done, as `change.submitted`.'),
    subject: z.string().describe('What it was done to, as `change:<id>`.'),
    before: z.string().nullable().describe('Digest of what it was before; null where nothing has one.'),
    after: z.string().nullable().describe('The same of what it has become.'),
    details: z.record(z.string(), z.unknown()).describe('Whatever else tells what was done.'),
    previous: digest.describe('Hash of the entry before; 64 zeros for the first.'),
    hash: digest.describe('SHA-256 over the canonical form of `body`, `previous` and `sequence`.'),
  })
  .describe('An act in the audit chain.');

export type AuditEntryResource = z.output<typeof auditEntryResource>;
