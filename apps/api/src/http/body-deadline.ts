import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from './problem-error.ts';
import { sendProblem } from './send-problem.ts';

/** A body that is read whole must be there by then, so that nobody holds a request open byte by byte. */
const BODY_MS = 20_000;

interface Awaited {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly until: number;
}

/**
 * Puts a deadline on the arrival of bodies; a route that streams its body opts out by `config.streamsBody`.
 * One timer looks at all that are awaited: a timer for each request would cost more than the parsing of its body.
 */
export function addBodyDeadline(server: FastifyInstance, milliseconds = BODY_MS): void {
  const awaited = new Map<FastifyRequest, Awaited>();
  server.addHook('preParsing', (request, reply, _payload, done) => {
    if (request.routeOptions.config.streamsBody !== true && request.method === 'POST') {
      awaited.set(request, { request, reply, until: performance.now() + milliseconds });
    }
    done();
  });
  server.addHook('preValidation', (request, _reply, done) => {
    awaited.delete(request);
    done();
  });
  const timer = setInterval(
    () => {
      refuseLate(awaited);
    },
    Math.min(1000, milliseconds / 2),
  ).unref();
  server.addHook('onClose', (_server, done) => {
    clearInterval(timer);
    done();
  });
}

function refuseLate(awaited: Map<FastifyRequest, Awaited>): void {
  const now = performance.now();
  for (const { request, reply, until } of awaited.values()) {
    const isAnswered = reply.sent || request.raw.destroyed;
    if (!isAnswered && until > now) continue;
    awaited.delete(request);
    if (isAnswered) continue;
    const headers = { connection: 'close' };
    sendProblem(
      request,
      reply,
      new ProblemError('request_must_arrive_in_time', 'the body did not arrive in time', { headers }),
    );
  }
}
