import { z } from 'zod';
import { name } from '../../policy/index.ts';

/** What the venue counts in, how collateral is pooled, and which of an account's tags speaks. */
export const schema = z.strictObject({
  valuationAsset: name('Asset that a multi-asset pool is counted in; prices of collateral are in it.'),
  collateralMode: z
    .enum(['settlement-asset', 'multi-asset'])
    .describe('One cross pool per settlement asset with nothing converted, or one pool in the valuation asset.'),
  tags: z
    .array(name('Tag of accounts.'))
    .max(1_000)
    .default([])
    .describe('Account tags in order of precedence: where several of them match, the first in this list speaks.'),
});

export type ValuationDocument = z.output<typeof schema>;
