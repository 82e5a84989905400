import { z } from 'zod';
import { order } from '../page-query.ts';

const sequence = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

const limit = z.coerce.number().int().min(1).max(1000).default(100).describe('Rows to return.');

const exactly = (meaning: string) => z.string().min(1).max(200).optional().describe(meaning);

/** Query parameters of the audit chain. */
export const auditListQuery = z.strictObject({
  after: sequence
    .optional()
    .describe('Sequence of the last row of the page before, as `Link` has it; left out = the first page.'),
  limit,
  order: order.default('asc').describe('`asc` begins with the first entry, `desc` with the latest.'),
  actor: exactly('Only what this one did: a person’s id, `key:<id>` or `system`.'),
  act: exactly('Only this act, as `change.submitted`.'),
  subject: exactly('Only what was done to this, as `change:<id>`.'),
});

export type AuditListQuery = z.output<typeof auditListQuery>;

/** Query parameters of the list of checkpoints. */
export const checkpointListQuery = z.strictObject({
  after: sequence.default(0).describe('Sequence of the last row of the page before, as `Link` has it.'),
  limit,
});

export type CheckpointListQuery = z.output<typeof checkpointListQuery>;
