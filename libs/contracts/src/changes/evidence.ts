import { z } from 'zod';
import { analysisComparison, analysisFinding, difference } from '../policies/analysis.ts';
import { impactReport } from './impact.ts';

export const changeEffect = z
  .enum(['can-liquidate', 'blocks-new-risk', 'costs', 'loosens', 'none'])
  .describe('The worst that it does to any open account.');

/** What it takes to approve a change. */
export const changeRequirement = z.object({
  approvals: z.int().min(1).describe('Different people who must approve.'),
  roles: z.array(z.string()).describe('Roles of which each must be held by one of them.'),
  noticeSeconds: z.int().min(2).describe('Least time from approval to effect.'),
  approvalAgeMaxSeconds: z.int().nullable().describe('Age from which an approval no longer counts; null = it does.'),
  reasons: z.array(z.string()).describe('One sentence for each thing that asked for more than the least.'),
});

const mistake = z.object({
  code: z.string(),
  pointer: z.string().describe('`/<policy id>` and then the place in it; empty where it is about the whole change.'),
  detail: z.string(),
  suggestion: z.string().optional(),
});

const policyEvidence = z.object({
  policy: z.string(),
  kind: z.string(),
  title: z.string(),
  mode: z.enum(['enforce', 'shadow']),
  base: z.int().nullable().describe('The version that it is compared with; null = there was none.'),
  effect: changeEffect,
  differences: z.array(difference),
  findings: z.array(analysisFinding),
  comparison: analysisComparison.nullable(),
});

/** What is known of a change: what reviewers look at, and what an approval is bound to. */
export const evidenceReport = z
  .object({
    format: z.literal(1),
    at: z.string().describe('When it was made.'),
    effectiveFrom: z.string().describe('The instant that it assumes: the one wished for, or the earliest possible.'),
    effect: changeEffect,
    summary: z.array(z.string()).describe('The change in plain sentences, the gravest first.'),
    requirement: changeRequirement,
    problems: z.array(mistake).describe('What keeps it from being submitted; empty in what was submitted.'),
    policies: z.array(policyEvidence),
    unknowns: z.array(z.string()).describe('Questions that the analysis could not answer.'),
    impact: impactReport.nullable(),
    impactReason: z.string().nullable().describe('Why there is no impact; null where there is one.'),
    notComputed: z.array(z.string()).describe('What no section says anything about yet.'),
    others: z
      .array(z.object({ change: z.string(), policy: z.string(), phase: z.string() }))
      .describe('Other open or scheduled changes of the same policies.'),
  })
  .describe('The evidence of a change.');

/** What a submission would be answered. */
export const submissionTrial = z
  .object({
    at: z.string().describe('When it was tried.'),
    accepted: z.boolean().describe('Whether it would have been put to the reviewers.'),
    problems: z.array(mistake).describe('Everything that it would be refused with; empty where it is accepted.'),
    evidence: evidenceReport,
  })
  .describe('A submission that was gone through and undone.');

export type SubmissionTrial = z.output<typeof submissionTrial>;
export type EvidenceReport = z.output<typeof evidenceReport>;
