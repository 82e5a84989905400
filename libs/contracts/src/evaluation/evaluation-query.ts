import { z } from 'zod';
import { instantText } from './fields.ts';

/** Query parameters of an evaluation. */
export const evaluationQuery = z.strictObject({
  explain: z.enum(['full']).optional().describe('`full` adds the trace of every rule asked.'),
  asOf: instantText('The instant whose policy set judges; left out = the market’s `asOf`.').optional(),
  recordedAt: instantText('Only what had been approved by this instant counts; left out = everything.').optional(),
});

export type EvaluationQuery = z.output<typeof evaluationQuery>;
