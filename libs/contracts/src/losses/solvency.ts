import { z } from 'zod';

const amount = (meaning: string) => z.string().describe(`${meaning} In the asset.`);

const solvencyRow = z
  .object({
    asset: z.string(),
    scopes: z.int().describe('Scopes of accounts that are reckoned in it.'),
    accountValue: amount('Σ of what they are worth, those below zero too.'),
    negative: amount('Σ of what is missing where a scope is worth less than nothing.'),
    fundBalance: amount('Σ of the compartments that hold it, now.'),
    receivable: amount('Σ of what accounts without protection owe.'),
    asked: amount('Σ of what liquidations left missing and nobody has recorded as a loss yet.'),
    uncovered: amount('Σ of what nobody bore of any loss so far, of losses of the fund’s own positions too.'),
  })
  .describe('The state of the venue in one asset; nothing is converted.');

export const solvencyResource = z
  .object({
    at: z.string().describe('When it was reckoned, and by the policy set of which instant.'),
    policySet: z.string().describe('Hash of that set.'),
    book: z
      .object({ id: z.string(), hash: z.string(), asOf: z.string(), accounts: z.int() })
      .nullable()
      .describe('The last book that was recorded; null where there is none, and no account is known.'),
    notJudged: z.int().describe('Accounts of it that could not be judged whole; they are in no sum.'),
    assets: z.array(solvencyRow).describe('By asset.'),
  })
  .describe('Whether the venue has what it owes, by asset.');

export type SolvencyResource = z.output<typeof solvencyResource>;
