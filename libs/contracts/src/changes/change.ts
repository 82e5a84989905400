import { z } from 'zod';
import { difference } from '../policies/analysis.ts';
import { scopeResource } from '../policies/policy.ts';
import { changePhase } from './change-list-query.ts';
import { changeEffect, changeRequirement, evidenceReport } from './evidence.ts';

const person = z.string().describe('Id of a person; `system` for an import.');
const instant = z.string();

const emergency = z.object({
  by: person,
  reason: z.string(),
  expiresAt: instant.describe('When it ends unless a second person confirms it.'),
  confirmed: z.object({ by: person, at: instant }).nullable(),
});

const summary = {
  id: z.string(),
  origin: z.enum(['import', 'person']),
  phase: changePhase,
  revision: z.int().describe('Counts every write; the entity tag is made of it.'),
  reason: z.string(),
  author: person,
  contributors: z.array(person).describe('Everybody who wrote any of it; none of them can approve it.'),
  policies: z.array(z.string()).describe('Ids of the policies that change; the first hundred of them.'),
  policyCount: z.int(),
  createdAt: instant,
  updatedAt: instant,
  updatedBy: person.nullable().describe('Who wrote it last; null where that was not kept yet.'),
  submittedAt: instant.nullable(),
  approvedAt: instant.nullable(),
  effectiveFrom: instant.nullable().describe('Wished for while it is open, and final once approved.'),
  effectiveUntil: instant.nullable(),
  approveBy: instant
    .nullable()
    .describe(
      'Last instant of an approval that lets it take effect when it wishes to; null unless it is under review and wishes for an instant.',
    ),
  effect: changeEffect.nullable().describe('Null until it is submitted.'),
  summary: z.array(z.string()).describe('The gravest of what it does, in sentences; empty until it is submitted.'),
  missing: z
    .object({ approvals: z.int(), roles: z.array(z.string()) })
    .nullable()
    .describe('What a submitted change still lacks; null in any other phase.'),
  emergency: emergency.nullable(),
  requestedApprovers: z.array(person),
  comments: z.int().describe('How many there are.'),
};

/** One change in a list. */
export const changeSummary = z.object(summary).describe('A change, without its content.');

const entry = z.object({
  policy: z.string(),
  kind: z.string(),
  title: z.string(),
  scope: scopeResource,
  document: z.record(z.string(), z.unknown()).nullable().describe('Canonical; null takes the policy out of force.'),
  mode: z.enum(['enforce', 'shadow']),
  digest: z.string(),
  base: z.int().nullable().describe('The version that it was written against; null = there was none.'),
  current: z.int().nullable().describe('The version in force when it would take effect: another one = rebase.'),
  version: z.int().nullable().describe('Its own number, once approved.'),
  before: z
    .object({ title: z.string(), scope: scopeResource, document: z.record(z.string(), z.unknown()).nullable() })
    .nullable()
    .describe('What `base` says.'),
  effect: changeEffect,
  differences: z.array(difference),
});

const review = z.object({
  by: person,
  at: instant,
  verdict: z.enum(['approve', 'reject']),
  digest: z.string().describe('Of the submission that was reviewed.'),
  roles: z.array(z.string()),
  comment: z.string(),
  counts: z
    .boolean()
    .describe(
      'Whether it still counts: not of an older submission, not too old, and by somebody who still may review.',
    ),
});

/** What somebody said about a change, or about one row of it. */
export const changeComment = z.object({
  id: z.string(),
  by: person,
  at: instant,
  text: z.string(),
  policy: z.string().nullable(),
  path: z.string().nullable(),
});

/** Every act on a change, and whether whoever asks may do it now. */
export const changeActs = [
  'edit',
  'submit',
  'approve',
  'reject',
  'withdraw',
  'cancel',
  'emergency',
  'confirm',
  'rebase',
] as const;

const act = z.object({
  act: z.enum(changeActs),
  allowed: z.boolean(),
  code: z.string().nullable().describe('Why not, as a stable code; null where it is allowed.'),
  detail: z.string().nullable().describe('The same in a sentence.'),
});

/** One change whole. */
export const changeResource = z
  .object({
    ...summary,
    entries: z.array(entry),
    submission: z
      .object({
        by: person,
        at: instant,
        digest: z
          .string()
          .describe('Over content, bases, instants, reason and evidence: what an approval is bound to.'),
        evidence: z.string().describe('Digest of the evidence report.'),
        requirement: changeRequirement,
      })
      .nullable(),
    evidence: evidenceReport.nullable().describe('The report of the present submission; null before.'),
    reviews: z.array(review).describe('All that were ever given, in order.'),
    thread: z.array(changeComment),
    problems: z
      .array(z.object({ code: z.string(), pointer: z.string(), detail: z.string(), suggestion: z.string().optional() }))
      .describe('What stands in the way of a draft as its documents are now.'),
    acts: z.array(act),
  })
  .describe('A change with its content, evidence and reviews.');

/** What rebasing left to be decided, with the value of each side; nothing is written while there is any. */
export interface RebaseConflict {
  readonly policy: string;
  readonly path: string;
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

export type ChangeSummary = z.output<typeof changeSummary>;
export type ChangeResource = z.output<typeof changeResource>;
export type ChangeEntryResource = ChangeResource['entries'][number];
export type ChangeCommentResource = z.output<typeof changeComment>;
export type ChangeActName = (typeof changeActs)[number];
