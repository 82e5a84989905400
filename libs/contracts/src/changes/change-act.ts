import { z } from 'zod';

const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be the digest of the submission, 64 hexadecimal digits')
  .describe('Digest of the submission that was read: what was edited since is not what is meant.');

const comment = z.string().max(4000).describe('What the reviewer says.');

/** An approval of a submission. */
export const approvalRequest = z.strictObject({ digest, comment: comment.default('') });

/** A rejection of a submission: it stands until the change is edited. */
export const rejectionRequest = z.strictObject({ digest, comment: comment.min(1) });

/** An activation by one person, who says what the emergency is. */
export const emergencyRequest = z.strictObject({
  digest,
  reason: z.string().min(1).max(4000).describe('What the emergency is.'),
});

/** An act that needs nothing but its reason, which may be empty. */
export const plainActRequest = z.strictObject({ reason: z.string().max(4000).default('') });

/** Whether a submission is only tried. */
export const submissionQuery = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .describe('`true` goes the whole way and undoes it: what a submission would be answered, and nothing is stored.'),
});

/** What somebody says about a change, or about one row of it. */
export const commentRequest = z.strictObject({
  text: z.string().min(1).max(4000),
  policy: z.string().max(130).nullable().default(null).describe('Id of the policy that it is about; null = the whole.'),
  path: z
    .string()
    .max(500)
    .nullable()
    .default(null)
    .describe('Pointer by row identity, as differences have it; null = the whole policy.'),
});

/** What rebasing does where both sides changed the same thing: by policy and pointer, whose value stands. */
export const rebaseRequest = z.strictObject({
  resolutions: z
    .array(z.strictObject({ policy: z.string().max(130), path: z.string().max(500), take: z.enum(['ours', 'theirs']) }))
    .max(1000)
    .default([]),
});

export type CommentRequest = z.output<typeof commentRequest>;
export type RebaseRequest = z.output<typeof rebaseRequest>;
