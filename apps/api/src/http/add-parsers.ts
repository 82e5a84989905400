import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problem-error.ts';

export const CSV_TYPE = 'text/csv';

/** What the server reads: JSON whole, newline-delimited JSON and CSV as streams; everything else is refused. */
export function addParsers(server: FastifyInstance): void {
  server.removeContentTypeParser('text/plain');
  for (const type of ['application/x-ndjson', CSV_TYPE]) {
    server.addContentTypeParser(type, (_request, payload, done) => {
      done(null, payload);
    });
  }
  server.addHook('preParsing', (request, _reply, _payload, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding === 'identity') done();
    else done(new ProblemError('media_type_must_be_supported', 'the body must not be compressed'));
  });
}
