import { Readable } from 'node:stream';
import {
  candidateRequest,
  lossEventRequest,
  lossRequest,
  problemsOf,
  toCandidate,
  type LossEventRequest,
} from '@backstop/contracts';
import { illFormedTexts } from '@backstop/core/policy';
import type { Problem } from '@backstop/core/problem';
import type { Candidate } from '@backstop/core/waterfall';
import type { z } from 'zod';
import type { FastifyRequest } from 'fastify';
import { linesOf, type Line } from '../evaluation/lines-of.ts';
import { CSV_TYPE } from '../http/add-parsers.ts';
import { parseBody } from '../http/parse-body.ts';
import { ProblemError } from '../http/problem-error.ts';
import { PROBLEMS_MAX, refused } from '../http/refused.ts';
import { breather } from '../monitor/breather.ts';
import { readLossCsv } from './read-loss-csv.ts';

/** The longest line and the longest upload, in bytes. */
const LINE_BYTES_MAX = 1_048_576;
const UPLOAD_BYTES_MAX = 134_217_728;
/** More are not held at once, however short their lines are. */
const CANDIDATES_MAX = 1_000_000;

/** The event and the candidates that a body states, whichever way it is sent. */
export interface ReadLoss {
  readonly event: LossEventRequest;
  readonly candidates: readonly Candidate[];
}

/** What one body may hold. */
interface LossLimits {
  readonly candidatesMax?: number;
  readonly bytesMax?: number;
}

interface Reading {
  readonly problems: Problem[];
  readonly candidates: Candidate[];
  readonly ids: Set<string>;
  readonly candidatesMax: number;
  event: LossEventRequest | null;
}

/** Reads a body: JSON whole, or lines or CSV, the event first. Refused whole where any of it has a problem. */
export async function readLoss(
  { body, headers }: Pick<FastifyRequest, 'body' | 'headers'>,
  { candidatesMax = CANDIDATES_MAX, bytesMax = UPLOAD_BYTES_MAX }: LossLimits = {},
): Promise<ReadLoss> {
  if (body instanceof Readable && headers['content-type']?.startsWith(CSV_TYPE) === true) {
    const reading = emptyReading(null, candidatesMax);
    const add = (candidate: Candidate, path: string): void => {
      addCandidate(candidate, path, reading);
    };
    reading.event = await readLossCsv(limited(body, bytesMax), { problems: reading.problems, add });
    return readingOf(reading);
  }
  if (!(body instanceof Readable)) {
    const { candidates, ...event } = parseBody(lossRequest, body);
    const reading = emptyReading(event, candidatesMax);
    for (const [index, candidate] of candidates.entries()) {
      addCandidate(toCandidate(candidate), `/candidates/${String(index)}`, reading);
    }
    return readingOf(reading);
  }
  const reading = emptyReading(null, candidatesMax);
  const breathe = breather();
  for await (const { lines } of linesOf(limited(body, bytesMax), LINE_BYTES_MAX)) {
    for (const line of lines) {
      // What is known to be refused is read to its end, but no further judged.
      if (reading.problems.length >= PROBLEMS_MAX) break;
      readLine(line, reading);
      await breathe();
    }
  }
  return readingOf(reading);
}

function emptyReading(event: LossEventRequest | null, candidatesMax: number): Reading {
  return { problems: [], candidates: [], ids: new Set(), candidatesMax, event };
}

function readingOf({ problems, candidates, event }: Reading): ReadLoss {
  if (problems.length > 0) throw refused(problems);
  if (event !== null) return { event, candidates };
  throw refused([{ code: 'loss_must_come_first', path: '', message: 'an upload begins with a line `{"loss": …}`' }]);
}

async function* limited(stream: AsyncIterable<Buffer>, bytesMax: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > bytesMax) {
      const detail = `a loss has at most ${String(bytesMax)} bytes`;
      throw new ProblemError('body_must_not_be_too_large', detail, { headers: { connection: 'close' } });
    }
    yield chunk;
  }
}

function readLine(line: Line, reading: Reading): void {
  const at = `/${String(line.number)}`;
  const report = (code: string, message: string): void => {
    reading.problems.push({ code, path: at, message });
  };
  if ('tooLong' in line) {
    report('line_must_not_be_too_long', 'the line is longer than 1 MiB');
    return;
  }
  let json: unknown;
  try {
    json = JSON.parse(line.text);
  } catch {
    report('body_must_be_json', 'the line is not JSON');
    return;
  }
  const [[key, value] = [], ...others] = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  if (others.length > 0 || (key !== 'loss' && key !== 'candidate')) {
    report('line_must_be_loss_or_candidate', 'a line holds either `loss` or `candidate`, and nothing else');
  } else if (key === 'loss') {
    if (reading.event !== null) report('loss_must_be_one', 'another loss came before');
    reading.event = parsed(lossEventRequest, value, `${at}/loss`, reading);
  } else if (reading.event === null) {
    report('loss_must_come_first', 'no loss came before this candidate');
  } else {
    const candidate = parsed(candidateRequest, value, `${at}/candidate`, reading);
    if (candidate !== null) addCandidate(toCandidate(candidate), `${at}/candidate`, reading);
  }
}

function parsed<Value>(schema: z.ZodType<Value>, json: unknown, path: string, reading: Reading): Value | null {
  const shape = schema.safeParse(json);
  const problems = shape.success ? illFormedTexts(shape.data, path) : problemsOf(shape.error, schema, json, path);
  reading.problems.push(...problems);
  return shape.success && problems.length === 0 ? shape.data : null;
}

function addCandidate(candidate: Candidate, path: string, reading: Reading): void {
  const { candidates, ids, problems, candidatesMax } = reading;
  if (candidates.length >= candidatesMax) {
    const detail = `a loss has at most ${String(candidatesMax)} candidates`;
    throw new ProblemError('body_must_not_be_too_large', detail, { headers: { connection: 'close' } });
  }
  if (ids.has(candidate.id)) {
    const message = `account \`${candidate.id}\` came before`;
    problems.push({ code: 'candidate_must_be_unique', path: `${path}/id`, message });
  }
  ids.add(candidate.id);
  candidates.push(candidate);
}
