import { HttpError } from 'react-admin';
import type { ProblemDetails } from '@backstop/contracts';
import { isProblem } from './request.ts';

export interface Failure {
  /** HTTP status; null where no answer came. */
  readonly status: number | null;
  /** The server's stable code; null where it sent none. */
  readonly code: string | null;
  /** The server's sentence; empty where it sent none. */
  readonly detail: string;
  readonly requestId: string | null;
  /** Every mistake that the server named, by pointer. */
  readonly errors: ProblemDetails['errors'];
  /** Seconds after which it is worth trying again; null where the server named none. */
  readonly retryAfter: number | null;
}

const NOTHING: Omit<Failure, 'status' | 'detail'> = { code: null, requestId: null, errors: [], retryAfter: null };

/** What an error says, whatever threw it. */
export function readFailure(error: unknown): Failure {
  if (!(error instanceof HttpError)) {
    return { ...NOTHING, status: 500, detail: error instanceof Error ? error.message : String(error) };
  }
  const body: unknown = error.body;
  const status = Number(error.status);
  const retryAfter = 'retryAfter' in error && typeof error.retryAfter === 'number' ? error.retryAfter : null;
  if (isProblem(body)) {
    const { code, detail, requestId, errors } = body;
    return { status, code, detail, requestId, errors, retryAfter };
  }
  return { ...NOTHING, status: status === 0 ? null : status, detail: error.message, retryAfter };
}
