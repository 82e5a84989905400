import { canonicalJson } from '@backstop/core/canonical';
import type { Problem } from '@backstop/core/problem';
import { formatInstant, type Instant } from '@backstop/core/venue';
import { linesOf, type Line } from '../evaluation/lines-of.ts';
import { ProblemError } from '../http/problem-error.ts';
import { PROBLEMS_MAX, refused } from '../http/refused.ts';
import { parseBookLine } from './book-line.ts';
import { bookPacker, type BookPacker, type PackedBook } from './book-packer.ts';
import { breather } from './breather.ts';

/** The longest line and the longest book, in bytes. */
const LINE_BYTES_MAX = 1_048_576;
const BOOK_BYTES_MAX = 268_435_456;

/** A book that has been read whole and has no problem. */
export interface ReadBook extends PackedBook {
  readonly asOf: Instant;
  readonly accounts: number;
}

interface Reading {
  readonly problems: Problem[];
  readonly packer: BookPacker;
  readonly ids: Set<string>;
  asOf: Instant | null;
}

/**
 * Reads a book to its end: `{"market": …}` first, then accounts, further market lines of the same instant in between.
 * Refused whole where any line has a problem, with the problems of the lines up to a hundred; pointers begin with the
 * number of the line.
 */
export async function readBook(stream: AsyncIterable<Buffer>, bytesMax = BOOK_BYTES_MAX): Promise<ReadBook> {
  const reading: Reading = { problems: [], packer: bookPacker(), ids: new Set(), asOf: null };
  const breathe = breather();
  for await (const { lines } of linesOf(limited(stream, bytesMax), LINE_BYTES_MAX)) {
    for (const line of lines) {
      // What is known to be refused is read to its end, so that the answer finds its reader, but no further judged.
      if (reading.problems.length >= PROBLEMS_MAX) break;
      await readLine(line, reading);
      await breathe();
    }
  }
  const { problems, asOf, ids, packer } = reading;
  if (problems.length > 0) throw refused(problems);
  if (asOf === null)
    throw refused([{ code: 'market_must_come_first', path: '', message: 'a book begins with a market' }]);
  if (ids.size === 0) {
    throw refused([
      { code: 'book_must_have_accounts', path: '', message: 'nothing can be said of a book without any' },
    ]);
  }
  return { ...(await packer.end()), asOf, accounts: ids.size };
}

async function* limited(stream: AsyncIterable<Buffer>, bytesMax: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > bytesMax) {
      throw new ProblemError('body_must_not_be_too_large', `a book has at most ${String(bytesMax)} bytes`, {
        headers: { connection: 'close' },
      });
    }
    yield chunk;
  }
}

async function readLine(line: Line, reading: Reading): Promise<void> {
  const report = (problems: readonly Problem[]): void => {
    for (const problem of problems) {
      reading.problems.push({ ...problem, path: `/${String(line.number)}${problem.path}` });
    }
  };
  if ('tooLong' in line) {
    report([{ code: 'line_must_not_be_too_long', path: '', message: 'the line is longer than 1 MiB' }]);
    return;
  }
  const parsed = parseBookLine(line.text);
  const problems = parsed.ok ? placeProblems(parsed.value, reading) : parsed.problems;
  report(problems);
  if (parsed.ok && reading.problems.length === 0) await reading.packer.add(canonicalJson(parsed.value.json));
}

/** What is wrong with a line where it stands; what it says is taken note of. */
function placeProblems(
  line: Extract<ReturnType<typeof parseBookLine>, { ok: true }>['value'],
  reading: Reading,
): Problem[] {
  if ('market' in line) {
    const { asOf } = line.market;
    reading.asOf ??= asOf;
    if (asOf === reading.asOf) return [];
    const message = `the book is of ${formatInstant(reading.asOf)}, and this market of ${formatInstant(asOf)}`;
    return [{ code: 'book_must_be_of_one_instant', path: '/market/asOf', message }];
  }
  if (reading.asOf === null) {
    return [{ code: 'market_must_come_first', path: '', message: 'no market came before this account' }];
  }
  const { id } = line.account;
  if (reading.ids.has(id)) {
    return [{ code: 'book_account_must_be_unique', path: '/account/id', message: `account \`${id}\` came before` }];
  }
  reading.ids.add(id);
  return [];
}
