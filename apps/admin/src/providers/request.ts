import { HttpError } from 'react-admin';
import type { ProblemDetails } from '@backstop/contracts';
import { csrfToken } from './csrfToken.ts';
import { askToSignIn } from './signInAgain.ts';

export interface Answer {
  readonly body: unknown;
  readonly headers: Headers;
}

export interface Question {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  /** Of a body that is no JSON document. */
  readonly contentType?: string;
  readonly signal?: AbortSignal | undefined;
  /** The ETag that the writer has seen. */
  readonly ifMatch?: string;
  /** Of a POST that creates: the same for every try of the same act, see `newIdempotencyKey`. */
  readonly idempotencyKey?: string;
  /** `fail` where a 401 is an answer like any other; else the person is asked to sign in and the request goes on. */
  readonly onSignedOut?: 'ask' | 'fail';
}

/**
 * Asks the API. Anything but success becomes an `HttpError` whose `body` is the problem+json that the server sent;
 * where no answer came at all its status is 0. Where the session ended the person signs in again and the request is
 * made again, so that nothing of the page is lost.
 */
export async function request(path: string, question: Question = {}): Promise<Answer> {
  let response = await sent(path, question);
  while (response.status === 401 && question.onSignedOut !== 'fail' && (await askToSignIn())) {
    response = await sent(path, question);
  }
  const text = await response.text();
  const body = parsed(text);
  if (response.ok) return { body, headers: response.headers };
  const error = new HttpError(isProblem(body) ? body.detail : response.statusText, response.status, body);
  throw Object.assign(error, { retryAfter: secondsIn(response.headers.get('retry-after')) });
}

/** Seconds that a `Retry-After` names; null where it is missing or a date, which our API never sends. */
function secondsIn(retryAfter: string | null): number | null {
  return retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : null;
}

/** Whether a body is problem+json; only what the console reads is looked at. */
export function isProblem(body: unknown): body is ProblemDetails {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}

async function sent(path: string, question: Question): Promise<Response> {
  try {
    return await fetch(path + queryText(question.query ?? {}), {
      method: question.method ?? 'GET',
      headers: headersOf(question),
      ...(question.body === undefined ? {} : { body: bodyText(question.body) }),
      ...(question.signal === undefined ? {} : { signal: question.signal }),
    });
  } catch (error) {
    if (question.signal?.aborted === true) throw error;
    throw new HttpError('', 0);
  }
}

function headersOf({ method = 'GET', body, contentType, ifMatch, idempotencyKey }: Question): Record<string, string> {
  const token = method === 'GET' ? null : csrfToken();
  return {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': contentType ?? 'application/json' }),
    ...(token === null ? {} : { 'x-csrf-token': token }),
    ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  };
}

/** A text goes out as it was typed: what is not JSON is for the server to refuse. */
function bodyText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function queryText(query: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(key, String(value));
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
