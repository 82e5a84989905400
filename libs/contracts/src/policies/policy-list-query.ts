import { z } from 'zod';
import { instantText, nameText } from '../evaluation/fields.ts';
import { order, page } from '../page-query.ts';

/** Query parameters of the policy catalog. */
export const policyListQuery = z.strictObject({
  kind: nameText('Only this kind; several are separated by commas.')
    .or(z.string().regex(/^[a-z,-]{1,400}$/, 'must be kinds separated by commas'))
    .optional(),
  contract: nameText('Only policies whose scope names this contract.').optional(),
  status: z.enum(['active', 'scheduled', 'ended', 'expired']).optional().describe('Only policies in this condition.'),
  q: z.string().max(100).optional().describe('Text that the id or title contains, in any case.'),
  sort: z
    .enum(['id', 'kind', 'key', 'title', 'version', 'effectiveFrom', 'status'])
    .default('id')
    .describe('Field to sort by.'),
  order: order.default('asc').describe('Direction of the sort.'),
  ...page,
});

export type PolicyListQuery = z.output<typeof policyListQuery>;

/** Query parameters of the list of a policy's versions; the newest comes first unless asked otherwise. */
export const versionListQuery = z.strictObject({
  sort: z.enum(['version', 'effectiveFrom']).default('version').describe('Field to sort by.'),
  order: order.default('desc').describe('Direction of the sort.'),
  ...page,
});

export type VersionListQuery = z.output<typeof versionListQuery>;

/** Query parameters of the policy set in force. */
export const policySetQuery = z.strictObject({
  asOf: instantText('The instant asked; left out = now.').optional(),
  recordedAt: instantText('Only what had been approved by this instant counts; left out = everything.').optional(),
});

export type PolicySetQuery = z.output<typeof policySetQuery>;
