import type { FastifyRequest } from 'fastify';

/** Says where the next page of an append-only list is (RFC 8288); `after` is null where this one is the last. */
export function nextLink({ url }: FastifyRequest, after: number | string | null): Readonly<Record<string, string>> {
  if (after === null) return {};
  // Only path and query of it are used: the host does not matter.
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  searchParams.set('after', String(after));
  return { link: `<${pathname}?${searchParams.toString()}>; rel="next"` };
}
