import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import {
  candidateRequest,
  lossEventRequest,
  problemsOf,
  toCandidate,
  type LossEventRequest,
} from '@backstop/contracts';
import { illFormedTexts } from '@backstop/core/policy';
import type { Problem } from '@backstop/core/problem';
import type { Candidate } from '@backstop/core/waterfall';
import type { z } from 'zod';
import { PROBLEMS_MAX } from '../http/refused.ts';
import { breather } from '../monitor/breather.ts';

/** What an upload of CSV says, and what is wrong with it, each with the line that it stands on. */
export interface ReadLossCsv {
  readonly event: LossEventRequest | null;
  readonly rows: readonly { readonly candidate: Candidate; readonly path: string }[];
  readonly problems: readonly Problem[];
}

/** Characters of the first line, and of one record. */
const RECORD_MAX = 1_048_576;
const NEEDED = ['id', 'accountValue', 'notional'];
const KNOWN = [...NEEDED, 'ownerId', 'tags', 'positivePnl'];
/** Of the position in the contract of the event; a row has all of them or none. */
const POSITION = ['scope', 'size', 'entryPrice', 'scopeAccountValue', 'scopeNotional'];

type Row = Readonly<Record<string, string>>;

/**
 * Reads CSV whose first line is the event, `# {"eventId":…}`, then the header, then a candidate a row. Tags are parted by
 * semicolons; an empty cell says nothing.
 */
export async function readLossCsv(stream: AsyncIterable<Buffer>): Promise<ReadLossCsv> {
  const problems: Problem[] = [];
  const rows: { candidate: Candidate; path: string }[] = [];
  const { first, rest } = await firstLine(stream);
  const event = eventOf(first, problems);
  const breathe = breather();
  const options = {
    bom: true,
    skip_empty_lines: true,
    columns: true,
    info: true,
    from_line: 1,
    max_record_size: RECORD_MAX,
  };
  const parser = Readable.from(rest).pipe(parse(options)) as AsyncIterable<{ info: { lines: number }; record: Row }>;
  try {
    for await (const { info, record } of parser) {
      // The header and the event stand above.
      const path = `/${String(info.lines + 1)}`;
      if (rows.length === 0 && problems.length === 0) problems.push(...headerProblems(Object.keys(record)));
      // What is known to be refused is read to its end, but no further judged.
      if (problems.length >= PROBLEMS_MAX) continue;
      const candidate = parsed(candidateRequest, candidateOf(record), path, problems);
      if (candidate !== null) rows.push({ candidate: toCandidate(candidate), path });
      await breathe();
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] + 1 : 2;
    problems.push({ code: 'line_must_be_csv', path: `/${String(line)}`, message: error.message });
  }
  return { event, rows, problems };
}

/** The first line of a stream, and what comes after it. */
async function firstLine(
  stream: AsyncIterable<Buffer>,
): Promise<{ readonly first: string; readonly rest: AsyncGenerator<Buffer> }> {
  const chunks = stream[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  let end = -1;
  while (end < 0 && held.length <= RECORD_MAX) {
    const next = await chunks.next();
    if (next.done === true) break;
    held = Buffer.concat([held, next.value]);
    end = held.indexOf('\n');
  }
  const at = end < 0 ? held.length : end;
  return { first: held.subarray(0, at).toString('utf8'), rest: after(held.subarray(at + 1), chunks) };
}

async function* after(held: Buffer, chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield held;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
}

function eventOf(line: string, problems: Problem[]): LossEventRequest | null {
  const text = /^\ufeff?#\s*(\{.*)$/.exec(line.trimEnd())?.[1];
  if (text === undefined) return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    problems.push({ code: 'body_must_be_json', path: '/1', message: 'what follows # is not JSON' });
    return null;
  }
  return parsed(lossEventRequest, json, '/1', problems);
}

function headerProblems(names: readonly string[]): Problem[] {
  const hasPosition = POSITION.some((name) => names.includes(name));
  const missing = [...NEEDED, ...(hasPosition ? POSITION : [])].filter((name) => !names.includes(name));
  const unknown = names.filter((name) => ![...KNOWN, ...POSITION].includes(name));
  const told = (list: readonly string[], words: string): Problem[] =>
    list.length === 0 ? [] : [{ code: 'header_must_be_known', path: '/2', message: `${words} ${list.join(', ')}` }];
  return [...told(missing, 'the header has no column'), ...told(unknown, 'nothing is known of the column')];
}

function candidateOf(row: Row): object {
  const { ownerId = '', tags = '', scope = '', ...cells } = row;
  const given = (name: string): object => ((cells[name] ?? '') === '' ? {} : { [name]: cells[name] });
  return {
    ...{ ...given('id'), ...given('accountValue'), ...given('notional'), ...given('positivePnl') },
    ...(ownerId === '' ? {} : { ownerId }),
    ...(tags === '' ? {} : { tags: tags.split(';').map((tag) => tag.trim()) }),
    ...(scope === ''
      ? {}
      : {
          positions: [
            {
              ...{ scope, size: cells['size'], entryPrice: cells['entryPrice'] },
              ...{ accountValue: cells['scopeAccountValue'], notional: cells['scopeNotional'] },
            },
          ],
        }),
  };
}

function parsed<Value>(schema: z.ZodType<Value>, json: unknown, path: string, problems: Problem[]): Value | null {
  const shape = schema.safeParse(json);
  const found = shape.success ? illFormedTexts(shape.data, path) : problemsOf(shape.error, schema, json, path);
  problems.push(...found);
  return shape.success && found.length === 0 ? shape.data : null;
}
