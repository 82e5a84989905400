/** What a problem answer can be about: stable code → HTTP status and title. Codes are never renamed or reused. */
export const problemCodes = {
  body_must_be_json: { status: 400, title: 'The body is not JSON' },
  request_must_be_well_formed: { status: 400, title: 'The request is not well-formed HTTP' },
  permission_denied: { status: 403, title: 'Nothing grants this permission' },
  route_not_found: { status: 404, title: 'There is no such route' },
  policy_not_found: { status: 404, title: 'There is no such policy' },
  policy_version_not_found: { status: 404, title: 'There is no such version of the policy' },
  kind_not_found: { status: 404, title: 'There is no such policy kind' },
  method_not_allowed: { status: 405, title: 'The route does not take this method' },
  request_must_arrive_in_time: { status: 408, title: 'The request took too long to arrive' },
  body_must_not_be_too_large: { status: 413, title: 'The body is over the limit' },
  media_type_must_be_supported: { status: 415, title: 'The media type of the body is not taken here' },
  range_not_satisfiable: { status: 416, title: 'The range asked for does not exist' },
  request_must_be_valid: { status: 422, title: 'The request has problems' },
  query_must_be_valid: { status: 422, title: 'The query parameters have problems' },
  as_of_must_not_be_in_the_future: { status: 422, title: 'The instant asked for has not come yet' },
  no_policy_set_in_force: { status: 422, title: 'No policy set was in force at the instant asked for' },
  market_must_come_first: { status: 422, title: 'An account came before any market' },
  headers_must_not_be_too_large: { status: 431, title: 'The headers are over the limit' },
  internal_error: { status: 500, title: 'The service failed' },
  policy_set_not_confirmed: { status: 503, title: 'The service cannot confirm that its policy set is current' },
  policy_set_must_be_valid: { status: 503, title: 'The policy set in force does not pass its checks' },
  not_ready: { status: 503, title: 'The service is not ready' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: string }>>;

export type ProblemCode = keyof typeof problemCodes;
