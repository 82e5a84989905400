import { StringDecoder } from 'node:string_decoder';

/** One line of a stream, or the news that a line was longer than it may be. */
export type Line =
  { readonly number: number; readonly text: string } | { readonly number: number; readonly tooLong: true };

/** The lines that a chunk has ended, and how many have been read in all. */
export interface Lines {
  readonly lines: readonly Line[];
  readonly count: number;
}

/** The lines of a stream, those of each chunk together; numbered from 1, blank ones counted and left out. */
export async function* linesOf(stream: AsyncIterable<Buffer>, bytesMax: number): AsyncGenerator<Lines> {
  const reader = lineReader(bytesMax);
  for await (const chunk of stream) yield { lines: reader.read(chunk), count: reader.count() };
  yield { lines: reader.end(), count: reader.count() };
}

interface LineReader {
  readonly read: (chunk: Buffer) => readonly Line[];
  /** The last line, where no line feed ended it. */
  readonly end: () => readonly Line[];
  readonly count: () => number;
}

const LINE_FEED = 0x0a;

function lineReader(bytesMax: number): LineReader {
  let number = 0;
  let held: Buffer[] = [];
  let bytes = 0;
  const hold = (part: Buffer): void => {
    bytes += part.length;
    // What is over the limit is counted, not kept.
    if (bytes <= bytesMax) held.push(part);
    else held = [];
  };
  const finish = (): Line | null => {
    number += 1;
    const tooLong = bytes > bytesMax;
    const text = tooLong ? '' : textOf(held);
    held = [];
    bytes = 0;
    if (tooLong) return { number, tooLong };
    return text.trim() === '' ? null : { number, text };
  };
  return {
    read: (chunk) => {
      const lines: Line[] = [];
      let from = 0;
      for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
        hold(chunk.subarray(from, at));
        const line = finish();
        if (line !== null) lines.push(line);
        from = at + 1;
      }
      if (from < chunk.length) hold(chunk.subarray(from));
      return lines;
    },
    end: () => {
      const line = bytes > 0 ? finish() : null;
      return line === null ? [] : [line];
    },
    count: () => number,
  };
}

function textOf(parts: readonly Buffer[]): string {
  const decoder = new StringDecoder('utf8');
  return parts.map((part) => decoder.write(part)).join('') + decoder.end();
}
