import type { FastifyInstance } from 'fastify';
import type { Log } from '../log/log.ts';
import { ProblemError } from './problem-error.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { sendProblem } from './send-problem.ts';

/** What every answer carries, and the line that every request leaves in the log where debugging is asked for. */
export function addServerHooks(server: FastifyInstance, log: Log): void {
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(SECURITY_HEADERS).header('x-request-id', request.id);
    // No name has a null character, and the database cannot even be asked about one.
    if (/^[^?]*%00/.test(request.url)) {
      sendProblem(request, reply, new ProblemError('route_not_found', 'no path has a null character'));
      return;
    }
    done();
  });
  if (log.level !== 'debug' && log.level !== 'trace') return;
  server.addHook('onResponse', (request, reply, done) => {
    const { method, url, id } = request;
    log.debug(
      { requestId: id, method, url, status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime) },
      'request',
    );
    done();
  });
}
