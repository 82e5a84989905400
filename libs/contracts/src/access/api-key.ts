import { z } from 'zod';
import { KEY_SCOPES } from '@backstop/core/access';
import { instantText } from '../evaluation/fields.ts';
import { order, page } from '../page-query.ts';
import { searchText } from './person-fields.ts';

/** The longest that an old secret works beside the new one, in seconds. */
const OVERLAP_SECONDS_MAX = 86_400;

/** A new API key. */
export const apiKeyRequest = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(100)
    .regex(/^[^\p{C}]*$/u, 'must be printable text without control characters')
    .describe('What the key is for.'),
  scopes: z
    .array(z.enum(KEY_SCOPES))
    .min(1)
    .max(KEY_SCOPES.length)
    .refine((scopes) => new Set(scopes).size === scopes.length, 'must name each scope once')
    .describe('All that the key is granted.'),
  expiresAt: instantText('When it ends: at most 400 days from now.'),
});

/** A new secret for a key; the old one goes on working for a while, so that nobody is cut off. */
export const rotationRequest = z.strictObject({
  overlapSeconds: z
    .int()
    .min(0)
    .max(OVERLAP_SECONDS_MAX)
    .default(OVERLAP_SECONDS_MAX)
    .describe('How long the old secret still works: at most a day, 0 = not at all.'),
});

/** Query parameters of the list of keys. */
export const apiKeyListQuery = z.strictObject({
  q: searchText.optional().describe('Text that the name or id contains, in any case.'),
  status: z.enum(['active', 'expired', 'revoked']).optional().describe('Only keys in this condition.'),
  sort: z.enum(['name', 'createdAt', 'expiresAt', 'lastUsedAt']).default('createdAt').describe('Field to sort by.'),
  order: order.default('desc').describe('Direction of the sort.'),
  ...page,
});

/** One API key, without its secret, which nobody can see again. */
export const apiKeyResource = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(KEY_SCOPES)),
    status: z.enum(['active', 'expired', 'revoked']),
    createdAt: z.string(),
    createdBy: z.string().describe('Id of the person who made it; `system` for the key of the demonstration.'),
    expiresAt: z.string(),
    lastUsedAt: z.string().nullable().describe('To the minute; null = never.'),
    rotatedAt: z.string().nullable().describe('When it last got a new secret; null = never.'),
    overlapUntil: z.string().nullable().describe('Until when the old secret still works; null = it does not.'),
    revokedAt: z.string().nullable(),
    demo: z.boolean().describe('Made for the demonstration.'),
  })
  .describe('An API key.');

/** A key with its secret. */
export const newApiKeyResource = z
  .object({
    key: apiKeyResource,
    secret: z
      .string()
      .nullable()
      .describe('To be sent as `Authorization: Bearer …`. Shown once; null where an `Idempotency-Key` answers again.'),
  })
  .describe('An API key with its secret.');

export type ApiKeyRequest = z.output<typeof apiKeyRequest>;
export type RotationRequest = z.output<typeof rotationRequest>;
export type ApiKeyListQuery = z.output<typeof apiKeyListQuery>;
export type ApiKeyResource = z.output<typeof apiKeyResource>;
export type NewApiKeyResource = z.output<typeof newApiKeyResource>;
