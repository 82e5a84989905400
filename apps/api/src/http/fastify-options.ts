import type { Socket } from 'node:net';
import { LogController, type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Log } from '../log/log.ts';
import { problemDetailsOf } from './problem-details-of.ts';
import { ProblemError } from './problem-error.ts';
import { requestIds } from './request-id.ts';
import { sendProblem } from './send-problem.ts';
import { toProblemError } from './to-problem-error.ts';

/** The largest body that is read into memory at once; a batch is streamed and has a limit per line. */
const BODY_BYTES_MAX = 1_048_576;

/** A connection on which nothing moves for so long is closed. */
const IDLE_MS = 60_000;

/** How the server listens: limits, request ids, and answers to what never reaches a route. */
export function fastifyOptions(log: Log) {
  return {
    // Nobody registers Express middleware: without its host a request has a hook less to pass.
    skipMiddie: true,
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIds(),
    requestIdHeader: false as const,
    bodyLimit: BODY_BYTES_MAX,
    connectionTimeout: IDLE_MS,
    keepAliveTimeout: 65_000,
    // A batch may take any time as long as it moves; other bodies have their own deadline.
    requestTimeout: 0,
    http: { headersTimeout: 15_000, maxHeaderSize: 16_384 },
    routerOptions: { maxParamLength: 200 },
    onProtoPoisoning: 'error' as const,
    onConstructorPoisoning: 'error' as const,
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(
        request,
        reply,
        toProblemError(error) ?? new ProblemError('request_must_be_well_formed', error.message),
      );
    },
    clientErrorHandler,
  };
}

/** What the HTTP parser itself refuses: there is no request to answer to, only a socket. */
function clientErrorHandler(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? 'headers_must_not_be_too_large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? 'request_must_arrive_in_time'
        : 'request_must_be_well_formed';
  const details = problemDetailsOf(code, { detail: 'the request cannot be read', requestId: '', problems: [] });
  const body = JSON.stringify(details);
  socket.end(
    `HTTP/1.1 ${String(details.status)} ${details.title}\r\nconnection: close\r\n` +
      `content-type: application/problem+json; charset=utf-8\r\ncontent-length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`,
  );
}
