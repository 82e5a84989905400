import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemDetailsOf } from './problem-details-of.ts';
import type { ProblemError } from './problem-error.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/** Answers with a problem; nothing of it is to be kept. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: ProblemError): void {
  const requestId = request.id;
  const body = problemDetailsOf(error.code, { detail: error.message, requestId, problems: error.problems });
  void reply
    .code(body.status)
    .headers({ ...SECURITY_HEADERS, 'x-request-id': requestId, 'cache-control': 'no-store', ...error.headers })
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
}
