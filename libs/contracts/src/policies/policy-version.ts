import { z } from 'zod';
import { scopeResource } from './policy.ts';

export const versionStatus = z.enum(['draft', 'scheduled', 'active', 'superseded', 'expired', 'cancelled', 'shadow']);

const summary = {
  policy: z.string().describe('Id of the policy.'),
  version: z.int().min(1),
  kind: z.string(),
  title: z.string(),
  scope: scopeResource,
  mode: z.enum(['enforce', 'shadow']).describe('A `shadow` version is never in force.'),
  ends: z.boolean().describe('Whether the version takes the policy out of force.'),
  status: versionStatus.describe('Derived from the approved changes and the instant asked.'),
  effectiveFrom: z.string().nullable(),
  effectiveUntil: z.string().nullable().describe('Of an emergency that nobody has confirmed: when it ends by itself.'),
  approvedAt: z.string().nullable(),
  emergency: z
    .object({ expiresAt: z.string().describe('When it ends unless it is confirmed.'), confirmed: z.boolean() })
    .nullable()
    .describe('Null where its change was approved by reviews, or not at all.'),
  digest: z.string().describe('SHA-256 of the canonical bytes of scope and document.'),
  change: z
    .object({
      id: z.string(),
      origin: z.enum(['import', 'person']),
      actor: z.string().describe('Who made the change.'),
      reason: z.string(),
    })
    .describe('The change that brought the version.'),
};

/** One version in a list: everything but its document. */
export const policyVersionSummary = z.object(summary).describe('A version of a policy, without its document.');

/** One version whole. */
export const policyVersionResource = z
  .object({
    ...summary,
    document: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe('The document as its kind’s schema says; null where `ends`.'),
    canonical: z.string().nullable().describe('The canonical text that the digest is of.'),
  })
  .describe('A version of a policy with its document.');

export type PolicyVersionSummary = z.output<typeof policyVersionSummary>;
export type PolicyVersionResource = z.output<typeof policyVersionResource>;
export type VersionStatus = z.output<typeof versionStatus>;
