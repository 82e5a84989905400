import { z } from 'zod';
import { KEY_PATTERN, KIND_PATTERN } from './policy-id.ts';
import { scopeSchema } from './scope-schema.ts';

/** The envelope that every policy comes in; its document is judged by its kind. */
export const envelopeSchema = z.strictObject({
  kind: z
    .string()
    .regex(KIND_PATTERN, 'must be the id of a policy kind such as "margin-tiers"')
    .describe('Policy kind.'),
  key: z
    .string()
    .regex(KEY_PATTERN, 'must be 1 to 64 letters, digits, _ or -')
    .describe('Unique within the kind; the policy is known as <kind>.<key>.'),
  title: z.string().min(1).max(200).describe('What people call it.'),
  scope: scopeSchema.describe('What it speaks about.'),
  document: z.unknown().describe('The rules themselves, in the form of the kind.'),
});
