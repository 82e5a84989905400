import { KEY_SCOPES } from '@backstop/core/access';
import type { ProblemCode } from '@backstop/contracts';
import type { Operation } from './operation.ts';

type Json = Readonly<Record<string, unknown>>;

/** How one says who asks, as the OpenAPI document tells it. */
export const SECURITY_SCHEMES: Json = {
  apiKey: { type: 'http', scheme: 'bearer', description: 'An API key: `Authorization: Bearer bsk_<id>_<secret>`.' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'backstop',
    description:
      'A session of a person. What writes also carries `X-CSRF-Token`, and `Origin` or `Sec-Fetch-Site`. Over https the name is `__Host-backstop`.',
  },
};

/** Who may use a route: keys too where its permission is one of their scopes. */
export function securityOf({ permission }: Operation): Json[] {
  if (permission === 'public') return [];
  const isScope = KEY_SCOPES.some((scope) => scope === permission);
  return isScope ? [{ apiKey: [] }, { session: [] }] : [{ session: [] }];
}

/** What the guard and the bounds of rates refuse a request of a route with. */
export function accessCodes({ permission, method }: Operation): ProblemCode[] {
  if (permission === 'public') return [];
  const codes: ProblemCode[] = ['authentication_required', 'permission_denied', 'password_must_be_changed'];
  if (method !== 'get') codes.push('csrf_token_must_match', 'origin_must_be_ours');
  if (permission !== 'evaluate' && permission !== 'book:write') codes.push('rate_must_be_kept');
  return [...codes, 'access_not_confirmed'];
}
