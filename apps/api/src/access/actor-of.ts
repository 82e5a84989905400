import type { FastifyRequest } from 'fastify';
import type { Actor, Person } from '@backstop/core/access';
import { ProblemError } from '../http/problem-error.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, set by the guard before anything else of the request; null where nobody said who they are. */
    actor: Actor | null;
  }
}

/** Who asks. Refused with 401 where nobody said who they are, which only a public route can see. */
export function actorOf(request: FastifyRequest): Actor {
  if (request.actor !== null) return request.actor;
  throw new ProblemError('authentication_required', 'sign in, or send an API key');
}

/** The person who asks; a key is refused with 403, since it has nobody's eyes. */
export function personOf(request: FastifyRequest): Person {
  const actor = actorOf(request);
  if (actor.kind === 'person') return actor;
  throw new ProblemError('permission_denied', 'this takes a person: an API key cannot do it');
}
