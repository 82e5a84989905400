import { HttpException } from '@nestjs/common';
import type { ProblemCode } from '@backstop/contracts';
import { ProblemError } from './problem-error.ts';

/** Whatever was thrown, as a refusal; null where it is our own mistake. */
export function toProblemError(thrown: unknown): ProblemError | null {
  if (thrown instanceof ProblemError) return thrown;
  const error = thrown instanceof HttpException && thrown.cause !== undefined ? thrown.cause : thrown;
  if (error instanceof ProblemError) return error;
  if (error instanceof HttpException) return byStatus(error.getStatus(), error.message);
  if (!(error instanceof Error)) return null;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const known = typeof code === 'string' ? BY_CODE[code] : undefined;
  if (known !== undefined) return new ProblemError(known, error.message);
  // What the JSON parser throws has no code of its own.
  if (error instanceof SyntaxError && statusCode === 400) return new ProblemError('body_must_be_json', error.message);
  return typeof statusCode === 'number' ? byStatus(statusCode, error.message) : null;
}

const BY_CODE: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media_type_must_be_supported',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_must_not_be_too_large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body_must_be_json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body_must_be_json',
};

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  403: 'permission_denied',
  404: 'route_not_found',
  405: 'method_not_allowed',
  408: 'request_must_arrive_in_time',
  413: 'body_must_not_be_too_large',
  415: 'media_type_must_be_supported',
  416: 'range_not_satisfiable',
  431: 'headers_must_not_be_too_large',
};

function byStatus(status: number, detail: string): ProblemError | null {
  if (status < 400 || status >= 500) return null;
  return new ProblemError(BY_STATUS[status] ?? 'request_must_be_well_formed', detail);
}
