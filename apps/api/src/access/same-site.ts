import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem-error.ts';
import { derivedToken, isSameText } from './tokens.ts';

/** The token that a page of ours sends along with what writes, derived from the one of its session. */
export function csrfTokenOf(sessionToken: string): string {
  return derivedToken('csrf', sessionToken);
}

/** Why a request that writes with a cookie is refused; null where a page of ours sent it, with its session's token. */
export function crossSiteRefusal(
  request: FastifyRequest,
  { sessionToken, publicUrl }: { readonly sessionToken: string; readonly publicUrl: string | null },
): ProblemError | null {
  const from = originRefusal(request, publicUrl);
  if (from !== null) return from;
  const { origin, 'sec-fetch-site': site, 'x-csrf-token': token } = request.headers;
  if (origin === undefined && site === undefined) {
    return new ProblemError('origin_must_be_ours', 'with a cookie this takes Origin or Sec-Fetch-Site');
  }
  if (typeof token === 'string' && isSameText(token, csrfTokenOf(sessionToken))) return null;
  return new ProblemError('csrf_token_must_match', 'this takes X-CSRF-Token as GET /v1/session tells it');
}

/** Why a request is refused that a browser sent; null where it came from a page of ours, or from no browser. */
export function originRefusal(request: FastifyRequest, publicUrl: string | null): ProblemError | null {
  const { origin, 'sec-fetch-site': site } = request.headers;
  const isOurs = origin === undefined || hostOf(origin) === (publicUrl === null ? request.host : hostOf(publicUrl));
  if (isOurs && (site === undefined || site === 'same-origin')) return null;
  return new ProblemError('origin_must_be_ours', 'a page of another site must not do this');
}

/** The host of an address, with its port; what is no address has none. */
function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null;
}
