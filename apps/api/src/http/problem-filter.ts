import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../log/log.ts';
import { methodsOf, type KnownRoute } from './known-routes.ts';
import { ProblemError } from './problem-error.ts';
import { sendProblem } from './send-problem.ts';
import { toProblemError } from './to-problem-error.ts';

/** Renders whatever was thrown as problem+json; what is our own mistake is logged whole and answered without a word of it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log: Log;
  readonly #routes: readonly KnownRoute[];

  constructor(log: Log, routes: readonly KnownRoute[]) {
    this.#log = log;
    this.#routes = routes;
  }

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    sendProblem(request, reply, this.#problemOf(thrown, request));
  }

  #problemOf(thrown: unknown, request: FastifyRequest): ProblemError {
    const problem = toProblemError(thrown);
    if (problem === null) {
      this.#log.error(
        { requestId: request.id, method: request.method, url: request.url, error: thrown },
        'request failed',
      );
      return new ProblemError('internal_error', 'the service failed; its log has the reason under this request id');
    }
    if (problem.code !== 'route_not_found') return problem;
    const path = request.url.split('?', 1)[0] ?? '';
    const methods = methodsOf(this.#routes, path);
    if (methods.length === 0) return new ProblemError('route_not_found', `there is no ${path.slice(0, 200)}`);
    return new ProblemError('method_not_allowed', `${path.slice(0, 200)} takes ${methods.join(', ')}`, {
      headers: { allow: methods.join(', ') },
    });
  }
}
