import { z } from 'zod';
import { parseWith } from '@backstop/core/policy';
import type { Parsed } from '@backstop/core/problem';

const setSchema = z.strictObject({
  profile: z.string().min(1).max(64),
  canonical: z.literal(1),
  effectiveFrom: z.string(),
  valuationAsset: z.unknown(),
  collateralMode: z.unknown(),
  tags: z.unknown(),
  policies: z
    .array(
      z.string().regex(/^[A-Za-z0-9_-]+\/[A-Za-z0-9._-]+\.json$/, 'must be a file such as "margin-tiers/BTCUSDT.json"'),
    )
    .min(1),
  history: z
    .string()
    .regex(/^[A-Za-z0-9._-]+$/, 'must be the name of a file beside set.json')
    .optional(),
});

/** The list of a profile: what it is called, when it takes effect, and which files belong to it. */
export type SetFile = z.output<typeof setSchema>;

/** Reads set.json; the fields of the valuation are judged as the policy that they become. */
export function parseSetFile(input: unknown): Parsed<SetFile> {
  return parseWith(setSchema, input);
}
