import { z } from 'zod';
import { instantText } from '../evaluation/fields.ts';

/** Policies that one change may bring versions of: all 349 contracts of a large venue at once, and room. */
const ENTRIES_MAX = 1000;

/** What a version number can be in the database. */
const VERSION_MAX = 2_147_483_647;

const text = (max: number, meaning: string) => z.string().max(max).describe(meaning);

/** What one policy is to become. */
const entryRequest = z.strictObject({
  policy: z
    .string()
    .regex(/^[a-z][a-z-]{0,63}\.[A-Za-z0-9_-]{1,64}$/, 'must be a policy id such as margin-tiers.BTCUSDT')
    .describe('Id of the policy, `<kind>.<key>`; one that does not exist yet is created by the approval.'),
  base: z
    .int()
    .min(1)
    .max(VERSION_MAX)
    .nullable()
    .optional()
    .describe('The version that it was written against; null = there was none, left out = the one in force.'),
  title: z.string().min(1).max(200).describe('What people call the policy.'),
  scope: z.record(z.string(), z.unknown()).describe('Whom the policy is about.'),
  document: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('The document as its kind’s schema says; null takes the policy out of force.'),
  mode: z
    .enum(['enforce', 'shadow'])
    .default('enforce')
    .describe('`shadow` is judged beside what is in force and decides nothing.'),
});

const content = {
  reason: text(4000, 'Why the change is made; a draft may leave it empty.'),
  entries: z.array(entryRequest).max(ENTRIES_MAX).describe('The policies that change, each once.'),
  effectiveFrom: instantText('From when; null = as soon after approval as its notice allows.').nullable(),
  effectiveUntil: instantText('Until when, exclusive; null = until something newer.').nullable(),
  requestedApprovers: z
    .array(z.string().min(1).max(64))
    .max(20)
    .describe('Ids of people who are asked to review; anybody who may can.'),
};

/** A new draft. */
export const changeRequest = z.strictObject({
  reason: content.reason.default(''),
  entries: content.entries.default([]),
  effectiveFrom: content.effectiveFrom.default(null),
  effectiveUntil: content.effectiveUntil.default(null),
  requestedApprovers: content.requestedApprovers.default([]),
});

/** An edit: what is left out stays. It makes the change a draft again, and voids what reviewers said. */
export const changeEdit = z.strictObject({
  reason: content.reason.optional(),
  entries: content.entries.optional(),
  effectiveFrom: content.effectiveFrom.optional(),
  effectiveUntil: content.effectiveUntil.optional(),
  requestedApprovers: content.requestedApprovers.optional(),
});

/** A change back to the policies that were in force at an instant. */
export const rollBackRequest = z.strictObject({
  asOf: instantText('The instant whose set is wanted back.'),
  policies: z
    .array(z.string().max(130))
    .min(1)
    .max(ENTRIES_MAX)
    .optional()
    .describe('Only these policies; left out = every one that differs.'),
  reason: text(4000, 'Why.').default(''),
});

export type ChangeRequest = z.output<typeof changeRequest>;
export type ChangeEdit = z.output<typeof changeEdit>;
export type EntryRequest = z.output<typeof entryRequest>;
export type RollBackRequest = z.output<typeof rollBackRequest>;
