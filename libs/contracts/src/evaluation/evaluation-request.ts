import { z } from 'zod';
import { accountRequest } from './account-request.ts';
import { marketRequest } from './market-request.ts';

/** Body of a single evaluation. */
export const evaluationRequest = z
  .strictObject({ account: accountRequest, market: marketRequest })
  .describe('One account and the market that it is judged in.');

export type EvaluationRequest = z.output<typeof evaluationRequest>;

/** One input line of a batch: a market that holds until the next, or an account to be judged in it. */
export const batchLineRequest = z
  .union([z.strictObject({ market: marketRequest }), z.strictObject({ account: accountRequest })])
  .describe('One line of a batch: a market, or an account.');
