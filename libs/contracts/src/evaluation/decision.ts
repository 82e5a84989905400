import { z } from 'zod';

const amount = (meaning: string) => z.string().describe(meaning);
const amountOrNull = (meaning: string) => z.string().nullable().describe(meaning);

export const findingResponse = z
  .object({
    code: z.string().describe('The stable code of the finding.'),
    contract: z.string().nullable().describe('The contract it is about, or null.'),
    asset: z.string().nullable().describe('The asset it is about, or null.'),
    values: z.record(z.string(), z.string().nullable()).describe('What was observed, decimals as text.'),
    sentence: z.string().describe('The finding in a sentence.'),
  })
  .describe('Something observed on the account or market.');

const tier = z.object({
  notionalFloor: amountOrNull('Where the tier begins; null where tiers are borders of size or the rate is continuous.'),
  notionalCap: amountOrNull('Where the tier ends; null = unbounded.'),
  sizeFloor: amount('Where the tier begins, as size times multiplier; of a ladder over size only.').optional(),
  sizeCap: amountOrNull('Where the tier ends, as size times multiplier; of a ladder over size only.').optional(),
  maintenanceMarginRate: amount('Maintenance margin as a fraction of notional.'),
  maintenanceDeduction: amount('What makes the steps continuous.'),
});

const position = z.object({
  contract: z.string(),
  side: z.enum(['net', 'long', 'short']),
  asset: z.string().describe('The contract’s settlement asset, which its figures are in.'),
  notional: amountOrNull('≥ 0, in the settlement asset.'),
  unrealizedPnl: amountOrNull('In the settlement asset; floored.'),
  initialMargin: amountOrNull('≥ 0; rounded up.'),
  maintenanceMargin: amountOrNull('≥ 0; rounded up.'),
  tier: tier.nullable().describe('The tier that the position falls in.'),
  liquidationPrice: amountOrNull(
    'Mark price at which equity equals maintenance margin, others held; null where there is none.',
  ),
  bankruptcyPrice: amountOrNull(
    'Mark price at which the account value is zero, others held; null where there is none.',
  ),
  bankruptcyAmount: amountOrNull(
    'Cash at which closing the whole leg spends exactly its share of equity; in the scope’s asset.',
  ),
});

const leafTrace = z.object({
  pointer: z.string(),
  fact: z.string(),
  operator: z.string(),
  observed: z.string().nullable(),
  compared: z.string().nullable(),
  result: z.boolean().nullable(),
});

const ruleTrace = z.object({
  policy: z.string(),
  version: z.int(),
  rule: z.string(),
  result: z.boolean().nullable().describe('null where it could not be judged.'),
  leaves: z.array(leafTrace),
});

const figures = {
  asset: z.string().describe('The asset that the figures are in.'),
  equity: amountOrNull('Collateral after haircut + unrealized pnl + pending funding; may be negative.'),
  accountValue: amountOrNull('The same sum without haircut, at realizable price; may be negative.'),
  initialMargin: amountOrNull('≥ 0.'),
  maintenanceMargin: amountOrNull('≥ 0.'),
  marginRatio: amountOrNull('equity ÷ maintenance margin; null where maintenance margin is 0.'),
  state: z.enum(['healthy', 'liquidatable', 'bankrupt']).nullable().describe('By comparison, without a policy.'),
  liquidatable: z.boolean().nullable().describe('maintenance margin > 0 and equity < maintenance margin.'),
  zone: z
    .string()
    .nullable()
    .describe('What the liquidation-trigger policy calls the condition; null = indeterminate.'),
  actions: z.array(z.object({ type: z.string(), params: z.record(z.string(), z.unknown()) })),
  withdrawable: amountOrNull('≥ 0.'),
  deficit: amountOrNull('≥ 0; what the account owes once nothing is open.'),
  positions: z.array(position),
  determinedBy: z.array(z.object({ policy: z.string(), version: z.int(), rule: z.string(), sentence: z.string() })),
  indeterminate: z.array(findingResponse).describe('What could not be judged.'),
  findings: z.array(findingResponse).describe('What was observed beside.'),
  trace: z.array(ruleTrace).optional().describe('Every rule asked and what it saw; with `explain=full` only.'),
};

export const scopeResponse = z.discriminatedUnion('scope', [
  z.object({ scope: z.literal('cross'), ...figures }),
  z.object({
    scope: z.literal('isolated'),
    contract: z.string(),
    side: z.enum(['net', 'long', 'short']),
    ...figures,
  }),
]);

/** Answer to an evaluation. Amounts are decimal text; what cannot be judged is null, never left out. */
export const decisionResponse = z
  .object({
    decisionId: z
      .string()
      .describe('SHA-256 of set hash, input hash and asOf: the same question has the same id everywhere.'),
    asOf: z.string().describe('The instant judged.'),
    policySet: z.object({
      hash: z.string().describe('SHA-256 over the versions in force.'),
      versions: z.array(z.object({ policy: z.string(), version: z.int() })).describe('The versions that took part.'),
    }),
    inputHash: z.string().describe('SHA-256 of the canonical account and the market rows that were read.'),
    outcome: z.enum(['pass', 'breach', 'indeterminate']),
    scopes: z.array(scopeResponse),
  })
  .describe('What the account is judged to be under the policy set in force.');

export type DecisionResponse = z.output<typeof decisionResponse>;
export type ScopeResponse = z.output<typeof scopeResponse>;
export type FindingResponse = z.output<typeof findingResponse>;
