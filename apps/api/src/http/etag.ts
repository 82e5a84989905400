import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Answers a read with its entity tag, or with 304 where the reader already has it. Where `meaning` is given the tag is
 * of that, and weak: bodies may differ in what does not matter.
 */
export function sendTagged(request: FastifyRequest, reply: FastifyReply, body: unknown, meaning?: unknown): void {
  const text = JSON.stringify(body);
  const digest = hash('sha256', meaning === undefined ? text : JSON.stringify(meaning), 'base64url').slice(0, 27);
  const tag = meaning === undefined ? `"${digest}"` : `W/"${digest}"`;
  void reply.headers({ etag: tag, 'cache-control': 'no-cache' });
  if (isKnown(request.headers['if-none-match'], tag)) void reply.code(304).send();
  else void reply.header('content-type', 'application/json; charset=utf-8').send(text);
}

/** `If-None-Match` compares weakly: a proxy may have marked the tag as weak. */
function isKnown(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((each) => strong(each.trim()) === strong(tag));
}

function strong(tag: string): string {
  return tag.replace(/^W\//, '');
}
