import { z } from 'zod';

/** RFC 9457 problem details, as every answer of 400 and above has them. */
export const problemDetails = z
  .object({
    type: z.string().describe('A stable reference for this kind of problem: `/problems/<code>`.'),
    title: z.string().describe('What kind of problem this is.'),
    status: z.int().describe('The HTTP status.'),
    code: z.string().describe('The stable code of the problem.'),
    detail: z.string().describe('What is wrong with this very request.'),
    requestId: z.string().describe('The id of the request, as in the header `X-Request-Id` and in the log.'),
    errors: z
      .array(
        z.object({
          code: z.string().describe('The stable code of this one mistake.'),
          pointer: z
            .string()
            .describe('A JSON pointer into the body; into the query parameters for `query_must_be_valid`.'),
          detail: z.string().describe('What is wrong there.'),
          suggestion: z.string().optional().describe('What would be right.'),
        }),
      )
      .describe('Every mistake found, at once; empty where the problem has no parts.'),
  })
  .describe('A problem (RFC 9457).');

export type ProblemDetails = z.output<typeof problemDetails>;
