import { HttpError } from 'react-admin';
import type { ProblemDetails } from '@backstop/contracts';

export interface Answer {
  readonly body: unknown;
  readonly headers: Headers;
}

export interface Question {
  readonly method?: 'GET' | 'POST';
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks the API. Anything but success becomes an `HttpError` whose `body` is the problem+json that the server sent;
 * where no answer came at all its status is 0.
 */
export async function request(path: string, question: Question = {}): Promise<Answer> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (question.body !== undefined) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(path + queryText(question.query ?? {}), {
      method: question.method ?? 'GET',
      headers,
      ...(question.body === undefined ? {} : { body: bodyText(question.body) }),
      ...(question.signal === undefined ? {} : { signal: question.signal }),
    });
  } catch (error) {
    if (question.signal?.aborted === true) throw error;
    throw new HttpError('', 0);
  }
  const text = await response.text();
  const body = parsed(text);
  if (response.ok) return { body, headers: response.headers };
  throw new HttpError(isProblem(body) ? body.detail : response.statusText, response.status, body);
}

/** Whether a body is problem+json; only what the console reads is looked at. */
export function isProblem(body: unknown): body is ProblemDetails {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
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
