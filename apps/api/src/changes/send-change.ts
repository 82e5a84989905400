import type { ChangeResource } from '@backstop/contracts';
import type { FastifyReply } from 'fastify';
import type { StoredChange } from './stored-change.ts';

/** The entity tag of a change: every write counts. */
export function tagOf({ revision }: Pick<StoredChange, 'revision'>): string {
  return `"${String(revision)}"`;
}

/** Answers with a change; never from a cache, since time alone moves where it stands. */
export function sendChange(reply: FastifyReply, change: ChangeResource): void {
  void reply
    .headers({ etag: tagOf(change), 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' })
    .send(JSON.stringify(change));
}
