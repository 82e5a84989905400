import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isGranted, type Actor } from '@backstop/core/access';
import { ProblemError } from '../http/problem-error.ts';
import { sendProblem } from '../http/send-problem.ts';
import type { AccessOptions } from './access-options.ts';
import { loopbackOnly } from './loopback-only.ts';
import { crossSiteRefusal } from './same-site.ts';
import { sessionCookie } from './session-cookie.ts';
import type { OpenSession, VerifierService } from './verifier.service.ts';

/** Who asks, and by which session; null for a key. */
interface Caller {
  readonly actor: Actor;
  readonly session: OpenSession | null;
}

/** What reads only, and so needs no token of a page of ours. */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The one place that lets a request in. A route that declares no permission is closed; one that declares any is open to
 * whom it is granted: a person by their session, a system by its key.
 */
export function addGuard(
  server: FastifyInstance,
  { isDemo, publicUrl }: AccessOptions,
  verifier: Pick<VerifierService, 'key' | 'session'>,
): void {
  const cookie = sessionCookie(publicUrl);
  const hostRefusal = isDemo ? loopbackOnly() : () => null;

  const callerOf = (request: FastifyRequest): Caller | ProblemError | Promise<Caller | ProblemError> => {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      if (!/^bearer /i.test(authorization)) return unknown('the service takes Authorization: Bearer', true);
      const key = verifier.key(authorization.slice(7).trim());
      return key instanceof Promise ? key.then(keyCaller) : keyCaller(key);
    }
    const token = cookie.read(request);
    if (token === null) return unknown('sign in, or send an API key as Authorization: Bearer', false);
    const toCaller = (session: OpenSession | null): Caller | ProblemError => {
      if (session === null) return unknown('the session has ended: sign in again', false);
      const refusal = SAFE_METHODS.has(request.method)
        ? null
        : crossSiteRefusal(request, { sessionToken: token, publicUrl });
      return refusal ?? { actor: session.person, session };
    };
    const session = verifier.session(token);
    return session instanceof Promise ? session.then(toCaller) : toCaller(session);
  };

  server.decorateRequest('actor', null);
  server.addHook('onRequest', (request, reply, done) => {
    const refuse = (refusal: ProblemError): void => {
      sendProblem(request, reply, refusal);
    };
    const refusal = hostRefusal(request.host);
    if (refusal !== null) {
      refuse(refusal);
      return;
    }
    if (request.is404 || request.routeOptions.config.permission === 'public') {
      done();
      return;
    }
    const settle = (caller: Caller | ProblemError): void => {
      const settled = caller instanceof ProblemError ? caller : refusalOf(request, caller);
      if (settled !== null) refuse(settled);
      else done();
    };
    const caller = callerOf(request);
    if (caller instanceof Promise) caller.then(settle, done);
    else settle(caller);
  });
}

/** Lets the caller in, or says why not. */
function refusalOf(request: FastifyRequest, { actor, session }: Caller): ProblemError | null {
  const { permission, beforePasswordChange } = request.routeOptions.config;
  if (permission === undefined) return new ProblemError('permission_denied', 'the route declares no permission');
  if (session?.passwordMustChange === true && beforePasswordChange !== true) {
    return new ProblemError('password_must_be_changed', 'change the one-time password first');
  }
  const isAllowed =
    permission === 'signed-in' ? actor.kind === 'person' : permission !== 'public' && isGranted(actor, permission);
  if (!isAllowed) return new ProblemError('permission_denied', `nothing grants you ${permission}`);
  request.actor = actor;
  return null;
}

function keyCaller(key: Caller['actor'] | null): Caller | ProblemError {
  return key === null
    ? unknown('the API key is unknown, has ended or was revoked', true)
    : { actor: key, session: null };
}

/** RFC 6750: a challenge, with the reason where a key was sent. */
function unknown(detail: string, isKey: boolean): ProblemError {
  const challenge = `Bearer realm="backstop"${isKey ? ', error="invalid_token"' : ''}`;
  return new ProblemError('authentication_required', detail, { headers: { 'www-authenticate': challenge } });
}
