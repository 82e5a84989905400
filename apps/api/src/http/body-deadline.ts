import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problem-error.ts';
import { sendProblem } from './send-problem.ts';

/** A body that is read whole must be there by then, so that nobody holds a request open byte by byte. */
const BODY_MS = 20_000;

/** Puts a deadline on the arrival of bodies; a route that streams its body opts out by `config.streamsBody`. */
export function addBodyDeadline(server: FastifyInstance, milliseconds = BODY_MS): void {
  const deadlines = new WeakMap<object, NodeJS.Timeout>();
  server.addHook('preParsing', (request, reply, _payload, done) => {
    if (request.routeOptions.config.streamsBody !== true && !request.raw.complete) {
      const deadline = setTimeout(() => {
        const late = new ProblemError('request_must_arrive_in_time', 'the body did not arrive in time', {
          headers: { connection: 'close' },
        });
        if (!reply.sent) sendProblem(request, reply, late);
      }, milliseconds);
      deadlines.set(request, deadline);
      request.raw.once('close', () => {
        clearTimeout(deadline);
      });
    }
    done();
  });
  server.addHook('preValidation', (request, _reply, done) => {
    clearTimeout(deadlines.get(request));
    done();
  });
}
