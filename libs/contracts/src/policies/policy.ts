import { z } from 'zod';

export const scopeResource = z
  .object({
    contracts: z.union([z.literal('*'), z.array(z.string())]).optional(),
    groups: z.array(z.string()).optional(),
    assets: z.union([z.literal('*'), z.array(z.string())]).optional(),
    tags: z.array(z.string()).optional(),
  })
  .describe('What the policy speaks about.');

export const policyStatus = z.enum(['active', 'scheduled', 'ended', 'expired']);

/** One row of the catalog: a policy and the version that speaks for it now, or next where none does yet. */
export const policyResource = z
  .object({
    id: z.string().describe('`<kind>.<key>`, the same in every database.'),
    kind: z.string(),
    key: z.string(),
    title: z.string(),
    scope: scopeResource,
    version: z.int().min(1).describe('The version in force; else the next one scheduled; else the last one.'),
    versions: z.int().min(1).describe('How many approved versions it has; shadows and cancelled ones are not counted.'),
    effectiveFrom: z.string().describe('When that version took or takes effect.'),
    status: policyStatus.describe(
      '`active`: a version is in force; `scheduled`: one is yet to be; `ended`: taken out of force; `expired`: ran out.',
    ),
    digest: z.string().describe('SHA-256 of the canonical bytes of scope and document.'),
  })
  .describe('A policy and the version that speaks for it.');

export type PolicyResource = z.output<typeof policyResource>;
export type PolicyStatus = z.output<typeof policyStatus>;
