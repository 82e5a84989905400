import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problem-error.ts';

/** What the server reads: JSON whole, and newline-delimited JSON as a stream; everything else is refused. */
export function addParsers(server: FastifyInstance): void {
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser('application/x-ndjson', (_request, payload, done) => {
    done(null, payload);
  });
  server.addHook('preParsing', (request, _reply, _payload, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding === 'identity') done();
    else done(new ProblemError('media_type_must_be_supported', 'the body must not be compressed'));
  });
}
