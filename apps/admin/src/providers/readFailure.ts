import { HttpError } from 'react-admin';
import type { ProblemDetails } from '@backstop/contracts';
import { isProblem } from './request.ts';

export interface Failure {
  /** HTTP status; null where no answer came. */
  readonly status: number | null;
  /** The server's sentence; empty where it sent none. */
  readonly detail: string;
  readonly requestId: string | null;
  /** Every mistake that the server named, by pointer. */
  readonly errors: ProblemDetails['errors'];
}

/** What an error says, whatever threw it. */
export function readFailure(error: unknown): Failure {
  if (!(error instanceof HttpError)) {
    return { status: 500, detail: error instanceof Error ? error.message : String(error), requestId: null, errors: [] };
  }
  const body: unknown = error.body;
  const status = Number(error.status);
  if (isProblem(body)) return { status, detail: body.detail, requestId: body.requestId, errors: body.errors };
  return { status: status === 0 ? null : status, detail: error.message, requestId: null, errors: [] };
}
