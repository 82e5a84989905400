import { z } from 'zod';
import { problemDetails } from '../problem/problem-details.ts';
import { decisionResponse } from './decision.ts';

const line = z.int().min(1).describe('Number of the input line answered, from 1.');

/** One output line of a batch; the last is `end`, so that a stream that was cut shows. */
export const batchLineResponse = z
  .union([
    z.object({ line, decision: decisionResponse }),
    z.object({ line, problem: problemDetails }),
    z.object({ end: z.literal(true), lines: z.int().min(0).describe('Input lines read.') }),
  ])
  .describe('One line of the answer to a batch.');

export type BatchLineResponse = z.output<typeof batchLineResponse>;
