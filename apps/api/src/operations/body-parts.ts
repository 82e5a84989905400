import type { ProblemCode } from '@backstop/contracts';

export const JSON_TYPE = 'application/json';

/** What every body of JSON can be refused with. */
export const BODY_PROBLEMS: readonly ProblemCode[] = [
  'body_must_be_json',
  'body_must_not_be_too_large',
  'media_type_must_be_supported',
  'request_must_be_valid',
];
