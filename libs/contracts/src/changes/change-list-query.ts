import { z } from 'zod';
import { nameText } from '../evaluation/fields.ts';
import { order, page } from '../page-query.ts';

/** Where a change stands at the instant asked: its stored status, or what time has made of an approved one. */
export const changePhase = z.enum([
  'draft',
  'submitted',
  'rejected',
  'withdrawn',
  'cancelled',
  'scheduled',
  'active',
  'superseded',
  'expired',
]);

/** Query parameters of the list of changes; the newest comes first unless asked otherwise. */
export const changeListQuery = z.strictObject({
  phase: z
    .string()
    .regex(/^[a-z,]{1,120}$/, 'must be phases separated by commas')
    .optional()
    .describe('Only changes in this phase; several are separated by commas.'),
  policy: nameText('Only changes of this policy.')
    .or(z.string().regex(/^[a-z-]{1,64}\.[A-Za-z0-9_-]{1,64}$/))
    .optional(),
  contributor: nameText('Only changes that this person wrote some of.').optional(),
  waiting: z
    .enum(['true', 'false'])
    .optional()
    .describe('`true`: only what waits for whoever asks: to be reviewed, to be confirmed, or sent back to them.'),
  q: z.string().max(100).optional().describe('Text that the reason or a policy id contains, in any case.'),
  sort: z
    .enum(['createdAt', 'updatedAt', 'effectiveFrom', 'status'])
    .default('updatedAt')
    .describe('Field to sort by.'),
  order: order.default('desc').describe('Direction of the sort.'),
  ...page,
});

export type ChangeListQuery = z.output<typeof changeListQuery>;
export type ChangePhaseName = z.output<typeof changePhase>;
