import { expect } from 'vitest';
import { problemCodes, problemDetails, type ProblemCode, type ProblemDetails } from '@backstop/contracts';

/** What every refusal must be, whatever it is about; gives back its body. */
export async function expectProblem(response: Response, code: ProblemCode): Promise<ProblemDetails> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const body = problemDetails.parse(await response.json());
  expect(body.code).toBe(code);
  expect(response.status).toBe(problemCodes[code].status);
  expect(body.status).toBe(response.status);
  expect(body.type).toBe(`/problems/${code}`);
  expect(body.title).toBe(problemCodes[code].title);
  expect(body.requestId).toBe(response.headers.get('x-request-id'));
  return body;
}
