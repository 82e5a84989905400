import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse, type Parser } from 'csv-parse';

/** Why a file cannot be read as a list; says the file and, where there is one, the line. */
export class CsvFault extends Error {
  override readonly name = 'CsvFault';
}

/** Characters that one record may have. */
const RECORD_LENGTH_MAX = 1_048_576;

/**
 * Hands each record of a CSV file to `take`, the header first.
 *
 * Quotes are as in RFC 4180; a byte order mark is left out, as are blank lines; every record has as many cells as the header.
 * The file is read a piece at a time. Throws `CsvFault`, and whatever `take` throws.
 */
export async function readCsv(file: string, take: (record: readonly string[]) => void): Promise<void> {
  await reading(file, parse(OPTIONS), take);
}

/** As `readCsv`, with the number of the line, from 1, that each record ends on: slower, for whoever has a fault to tell. */
export async function readCsvLines(
  file: string,
  take: (record: readonly string[], line: number) => void,
): Promise<void> {
  const parser = parse({
    ...OPTIONS,
    on_record: (record: string[], { lines }) => {
      take(record, lines);
      return null;
    },
  });
  await reading(file, parser, () => undefined);
}

const OPTIONS = { bom: true, skip_empty_lines: true, max_record_size: RECORD_LENGTH_MAX } as const;

async function reading(file: string, parser: Parser, take: (record: readonly string[]) => void): Promise<void> {
  try {
    await pipeline(createReadStream(file), parser, async (records: AsyncIterable<readonly string[]>) => {
      for await (const record of records) take(record);
    });
  } catch (error) {
    if (error instanceof CsvError) throw new CsvFault(`${file}, line ${lineOf(error)}: ${wordsOf(error)}`);
    if (error instanceof Error && 'syscall' in error) throw new CsvFault(`${file} cannot be read: ${error.message}`);
    throw error;
  }
}

function lineOf({ lines }: CsvError): string {
  return typeof lines === 'number' ? String(lines) : 'unknown';
}

function wordsOf({ code, message }: CsvError): string {
  return code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH' ? 'it has more or fewer cells than the header' : message;
}
