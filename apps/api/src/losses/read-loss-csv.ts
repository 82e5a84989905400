import { pipeline, Readable } from 'node:stream';
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

/** Where what an upload says goes: each row, and what is wrong with it, with the line that it stands on. */
export interface LossCsvSink {
  readonly problems: Problem[];
  readonly add: (candidate: Candidate, path: string) => void;
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
 * semicolons; an empty cell says nothing. Null where the first line is no event.
 */
export async function readLossCsv(
  stream: AsyncIterable<Buffer>,
  { problems, add }: LossCsvSink,
): Promise<LossEventRequest | null> {
  const { first, rest } = await firstLine(stream);
  const event = eventOf(first, problems);
  const breathe = breather();
  const options = {
    bom: true,
    skip_empty_lines: true,
    // Asked of the header even where no row follows it, and before two columns of one name become one.
    columns: (names: string[]) => {
      problems.push(...headerProblems(names));
      return names;
    },
    info: true,
    from_line: 1,
    max_record_size: RECORD_MAX,
  };
  const parser = parse(options);
  // An upload that is cut off or too long ends the parser too: its error comes out of the loop, once.
  pipeline(Readable.from(rest), parser, () => undefined);
  const records = parser as AsyncIterable<{ info: { lines: number }; record: Row }>;
  try {
    for await (const { info, record } of records) {
      // The header and the event stand above.
      const path = `/${String(info.lines + 1)}`;
      // What is known to be refused is read to its end, but no further judged.
      if (problems.length >= PROBLEMS_MAX) continue;
      const candidate = parsed(candidateRequest, candidateOf(record), path, problems);
      if (candidate !== null) add(toCandidate(candidate), path);
      await breathe();
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] + 1 : 2;
    problems.push({ code: 'line_must_be_csv', path: `/${String(line)}`, message: error.message });
  }
  return event;
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
  if (text === undefined) {
    const message = 'an upload of CSV begins with a line `# {…}`, which is the loss';
    problems.push({ code: 'loss_must_come_first', path: '', message });
    return null;
  }
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
  const twice = names.filter((name, place) => names.indexOf(name) < place);
  const told = (list: readonly string[], words: string): Problem[] =>
    list.length === 0 ? [] : [{ code: 'header_must_be_known', path: '/2', message: `${words} ${list.join(', ')}` }];
  return [
    ...told(missing, 'the header has no column'),
    ...told(unknown, 'nothing is known of the column'),
    ...told(twice, 'the header has twice the column'),
  ];
}

function candidateOf(row: Row): object {
  const { ownerId = '', tags = '', scope = '', ...cells } = row;
  const hasPosition = POSITION.some((name) => (row[name] ?? '') !== '');
  const given = (name: string): object => ((cells[name] ?? '') === '' ? {} : { [name]: cells[name] });
  return {
    ...{ ...given('id'), ...given('accountValue'), ...given('notional'), ...given('positivePnl') },
    ...(ownerId === '' ? {} : { ownerId }),
    ...(tags === '' ? {} : { tags: tags.split(';').map((tag) => tag.trim()) }),
    ...(hasPosition
      ? {
          positions: [
            {
              ...{ scope, size: cells['size'], entryPrice: cells['entryPrice'] },
              ...{ accountValue: cells['scopeAccountValue'], notional: cells['scopeNotional'] },
            },
          ],
        }
      : {}),
  };
}

function parsed<Value>(schema: z.ZodType<Value>, json: unknown, path: string, problems: Problem[]): Value | null {
  const shape = schema.safeParse(json);
  const found = shape.success ? illFormedTexts(shape.data, path) : problemsOf(shape.error, schema, json, path);
  problems.push(...found);
  return shape.success && found.length === 0 ? shape.data : null;
}
