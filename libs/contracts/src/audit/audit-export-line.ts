import { z } from 'zod';
import { auditCheckpointResource } from './audit-checkpoint.ts';

/** One line of an export of the audit chain. */
export const auditExportLine = z
  .union([
    z.strictObject({
      entry: z.strictObject({
        sequence: z.int(),
        previous: z.string(),
        hash: z.string(),
        body: z.unknown().describe('What the hash is of, beside sequence and previous.'),
      }),
    }),
    z.strictObject({ checkpoint: auditCheckpointResource }),
    z.strictObject({
      end: z.literal(true),
      entries: z.int().min(0),
      checkpoints: z.int().min(0).describe('Lines of each sort: an export without this line was cut.'),
    }),
  ])
  .describe('A line of an export: an entry, a checkpoint after the entry that it is about, or the end.');

export type AuditExportLine = z.output<typeof auditExportLine>;
