import type { FastifyReply } from 'fastify';
import type { Answer } from '../persistence/unit-of-work.ts';

/** Sends what a unit of work answers; no cache keeps it. */
export function sendAnswer(reply: FastifyReply, { status, headers, body }: Answer): void {
  void reply.code(status).headers({ 'cache-control': 'no-store', ...headers });
  if (body === undefined) void reply.send();
  else void reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(body));
}
