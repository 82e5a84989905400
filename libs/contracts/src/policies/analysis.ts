import { z } from 'zod';

const sentence = z.string().describe('One sentence in the words of the document.');
const pointers = z.array(z.string()).describe('JSON pointers into the canonical document.');
const reason = z
  .string()
  .nullable()
  .describe('Why the question could not be answered; null where it could. What is unknown is never fine.');

const witness = z
  .object({
    facts: z.record(z.string(), z.string()).describe('The facts of the account that matter, by name, as text.'),
    text: z.string().describe('The same in words: `equity 99, maintenance margin 100`.'),
    zone: z.string().nullable().describe('Zone that the document puts the account into; null = it cannot be judged.'),
  })
  .describe('An account that shows it: judged by the document itself.');

/** One thing that the analysis found, as an answer has it. */
export const analysisFinding = z
  .object({
    code: z.string().describe('`gap`, `overlap`, `unreachable_rule`, `redundant_rule` or `non_monotone_zone`.'),
    level: z.enum(['information', 'warning']),
    answer: z.enum(['found', 'unknown']).describe('`unknown`: the question was too large or cannot be reasoned about.'),
    pointers,
    sentence,
    reason,
    witness: witness.nullable(),
  })
  .describe('What the rules of a document do that their author may not have meant.');

/** One difference, as every comparison of two documents of a kind gives them. */
export const difference = z
  .object({
    path: z.string().describe('JSON pointer by row identity, such as `/tiers/notionalFloor=50000`.'),
    before: z.string().nullable(),
    after: z.string().nullable(),
    effect: z
      .enum(['can-liquidate', 'blocks-new-risk', 'costs', 'loosens', 'none'])
      .describe('The worst that it can do to an open account.'),
    sentence,
  })
  .describe('One difference between two documents, found by row identity.');

const move = z
  .object({
    direction: z.enum(['stricter', 'looser']),
    from: z.string().nullable().describe('Zone under the document before; null = indeterminate.'),
    to: z.string().nullable().describe('Zone under the document; null = indeterminate.'),
    sentence,
    pointers,
    witness: witness.nullable(),
  })
  .describe('Accounts that another zone, or other actions, meet.');

/** Two versions compared in what they do, as an answer has it. */
export const analysisComparison = z
  .object({
    answer: z
      .enum(['equivalent', 'stricter', 'looser', 'incomparable', 'unknown'])
      .describe('`incomparable`: stricter for some accounts and looser for others.'),
    sentence,
    reason,
    differences: z.array(move),
  })
  .describe('What a document does to accounts that the one before did not.');

const twin = z
  .object({
    judged: z.int().describe('Accounts that both judged.'),
    borders: z.int().describe('Accounts at the borders of the comparisons; more than judged where work was bounded.'),
    leaves: z.int().describe('Comparisons of the rules.'),
    leavesSeenBothWays: z.int().describe('How many of them were seen both true and false.'),
  })
  .describe('What json-rules-engine was asked beside the compiled rules; a disagreement stands among the problems.');

/** What is known about a document before anybody approves it. */
export const analysisResponse = z
  .object({
    kind: z.string(),
    document: z
      .unknown()
      .describe(
        'The document in its canonical form, rules in the order in which they are tried: pointers are into it.',
      ),
    problems: z
      .array(
        z.object({
          code: z.string().describe('The stable code of the mistake.'),
          pointer: z.string().describe('A JSON pointer into the canonical document.'),
          detail: z.string().describe('What is wrong there.'),
          suggestion: z.string().optional().describe('What would be right.'),
        }),
      )
      .describe('What keeps the document from being approved.'),
    findings: z.array(analysisFinding),
    differences: z.array(difference).describe('Row by row; empty without a document before.'),
    comparison: analysisComparison.nullable().describe('Null without a document before, and for kinds without rules.'),
    twin: twin.nullable().describe('Null for kinds without rules, and where there are problems to be mended first.'),
  })
  .describe('The analysis of a policy document.');

export type AnalysisResponse = z.output<typeof analysisResponse>;
export type AnalysisFinding = AnalysisResponse['findings'][number];
export type AnalysisComparison = NonNullable<AnalysisResponse['comparison']>;
export type AnalysisWitness = NonNullable<AnalysisFinding['witness']>;
