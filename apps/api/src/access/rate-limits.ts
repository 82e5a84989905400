import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { paths } from '@backstop/contracts';
import { ProblemError } from '../http/problem-error.ts';
import type { RoutePermission } from './permission.ts';

const WINDOW_MS = 60_000;

/** Requests a minute of one person, one key, or one address of nobody known. */
const REQUESTS_MAX = 1200;

/** Passwords a minute from one address. */
const SECRETS_MAX = 30;

/** Counted by address: who guesses passwords is nobody yet. */
const SECRETS = { max: SECRETS_MAX, groupId: 'secrets', keyGenerator: ({ ip }: FastifyRequest) => ip };

/** What trading systems do as fast as they can: its bound is what the service can do. */
const UNLIMITED: readonly (RoutePermission | undefined)[] = ['evaluate', 'book:write'];

/**
 * Bounds how often anybody asks, and says so in `RateLimit` headers. Console files, health and what trading systems feed
 * and ask are not counted. To be called before routes are made.
 */
export async function addRateLimits(server: FastifyInstance): Promise<void> {
  server.addHook('onRoute', (route) => {
    const { permission, takesSecret } = route.config ?? {};
    const isFree = !route.url.startsWith('/v1/') || UNLIMITED.includes(permission) || route.url === paths.openapi;
    // Where nothing is said here the bound of all routes together holds.
    if (isFree) route.config = { ...route.config, rateLimit: false };
    else if (takesSecret === true) route.config = { ...route.config, rateLimit: SECRETS };
  });
  await server.register(rateLimit, {
    max: REQUESTS_MAX,
    timeWindow: WINDOW_MS,
    enableDraftSpec: true,
    keyGenerator: ({ actor, ip }) => (actor === null ? ip : `${actor.kind} ${actor.id}`),
    // What is thrown is answered like any other refusal.
    errorResponseBuilder: (_request, { max, after }) =>
      new ProblemError('rate_must_be_kept', `at most ${String(max)} requests a minute: try again in ${after}`),
  });
}
