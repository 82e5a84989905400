import type { FastifyInstance } from 'fastify';
import { ROLES, type Person } from '@backstop/core/access';
import { isLoopback } from '../config/loopback.ts';
import { ProblemError } from '../http/problem-error.ts';
import { sendProblem } from '../http/send-problem.ts';

/**
 * The one place that lets a request in. A route that declares no permission is closed. While access is `open` whoever
 * reaches the loopback port is granted everything; a browser that was led here by another site's name is not.
 */
export function addGuard(server: FastifyInstance, access: 'open' | 'closed'): void {
  server.decorateRequest('actor', null);
  // Nearly every request names the host of the one before it.
  let latest = { host: '', refusal: refusalOf(access, '') };
  server.addHook('onRequest', (request, reply, done) => {
    const { permission } = request.routeOptions.config;
    if (request.is404 || permission === 'public') {
      done();
      return;
    }
    const { host } = request;
    if (host !== latest.host) latest = { host, refusal: refusalOf(access, host) };
    const refusal = permission === undefined ? 'the route declares no permission' : latest.refusal;
    if (refusal === null) {
      request.actor = WHOEVER;
      done();
    } else sendProblem(request, reply, new ProblemError('permission_denied', refusal));
  });
}

/** While access is open whoever comes is one person who is everything. */
const WHOEVER: Person = { kind: 'person', id: '00000000-0000-4000-8000-000000000000', roles: ROLES };

function refusalOf(access: 'open' | 'closed', host: string): string | null {
  if (access === 'closed') return 'nothing grants this permission: ACCESS is "closed"';
  return isLoopback(nameOf(host)) ? null : 'while ACCESS is "open" the service answers to its loopback names only';
}

/** The host of `host:port`, brackets of an IPv6 address kept. */
function nameOf(host: string): string {
  const end = host.startsWith('[') ? host.indexOf(']') + 1 : host.indexOf(':');
  return end <= 0 ? host : host.slice(0, end);
}
