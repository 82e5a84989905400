import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** A piece is closed once it is so long, in characters. */
const CHUNK_LENGTH = 524_288;

/** A book as it is stored. */
export interface PackedBook {
  readonly hash: string;
  /** Of the canonical lines, before they were compressed. */
  readonly bytes: number;
  readonly chunks: readonly Buffer[];
}

/** Lines on their way into pieces: held compressed, so that a book of 256 MiB is never held whole. */
export interface BookPacker {
  /** A canonical line, without its line feed. */
  readonly add: (line: string) => Promise<void>;
  readonly end: () => Promise<PackedBook>;
}

export function bookPacker(): BookPacker {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  let open = '';
  let bytes = 0;
  const close = async (): Promise<void> => {
    const text = Buffer.from(open, 'utf8');
    open = '';
    bytes += text.length;
    hash.update(text);
    chunks.push(await compress(text, { level: 6 }));
  };
  return {
    add: async (line) => {
      open += `${line}\n`;
      if (open.length >= CHUNK_LENGTH) await close();
    },
    end: async () => {
      if (open !== '') await close();
      return { hash: hash.digest('hex'), bytes, chunks };
    },
  };
}

/** The lines of a piece, as they were packed. */
export async function unpacked(chunk: Buffer): Promise<Buffer> {
  return decompress(chunk);
}
