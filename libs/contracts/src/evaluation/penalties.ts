import { z } from 'zod';
import { findingResponse } from './decision.ts';

const amount = (meaning: string) => z.string().describe(meaning);

const assessment = z
  .object({
    reason: z
      .enum(['no-shortfall', 'balance-reset', 'graded', 'consecutive-days', 'instances-in-month'])
      .describe('What gave the rate, or why nothing is due.'),
    rate: amount('Share of the shortfall that the day costs.'),
    consecutiveDays: z.int().describe('Days in a row with a shortfall, this one included.'),
    instancesInMonth: z.int().describe('Days with a shortfall in the calendar month, this one included.'),
    penalty: amount('≥ 0: `charged` + `owed` + `waived`.'),
    charged: amount('≥ 0: taken from the account, never more than what it is worth.'),
    owed: amount('≥ 0: what an account without protection owes besides.'),
    waived: amount('≥ 0: what nobody pays, because the account is protected from owing.'),
  })
  .describe('What the day costs.');

const scopePenalty = z
  .object({
    scope: z.string().describe('Key of the scope, such as `cross:USDT`.'),
    asset: z.string().describe('What its amounts are in.'),
    shortfall: amount('≥ 0; null where the scope cannot be judged.').nullable(),
    margin: amount('What it is short of; null where that is a receivable, or not known.').nullable(),
    assessment: assessment.nullable().describe('Null where the scope cannot be judged: then nothing is due.'),
    indeterminate: z.array(findingResponse).describe('What could not be judged.'),
  })
  .describe('What the shortfall of one scope costs.');

/** What the margin shortfalls of an account cost on a day. */
export const penaltiesResponse = z
  .object({
    policySet: z.object({ hash: z.string() }).describe('The set that judged.'),
    policy: z
      .object({ policy: z.string(), version: z.int() })
      .nullable()
      .describe('The policy that says so; null where none is in force for the account: then nothing is due.'),
    day: z.string().nullable().describe('The day, in the zone of the policy.'),
    snapshotAt: z.string().nullable().describe('The snapshot of that day: the last one at or before `asOf`.'),
    scopes: z.array(scopePenalty),
  })
  .describe('Penalties for margin shortfalls, scope by scope.');
