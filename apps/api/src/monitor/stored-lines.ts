import { createHash } from 'node:crypto';
import { InvariantError } from '@backstop/core/num';
import type { Account, Market } from '@backstop/core/venue';
import { parseBookLine } from './book-line.ts';
import { unpacked } from './book-packer.ts';

/** The lines of a stored book, piece by piece in their order. */
export interface StoredLines {
  readonly of: (piece: Buffer) => Promise<readonly string[]>;
  /** Of all pieces so far: only of all of them is it that of the book. */
  readonly hash: () => string;
}

export function storedLines(): StoredLines {
  const hash = createHash('sha256');
  return {
    of: async (piece) => {
      const lines = await unpacked(piece);
      hash.update(lines);
      return lines.toString('utf8').trimEnd().split('\n');
    },
    hash: () => hash.digest('hex'),
  };
}

/** Shows an account in the market that holds; the answer is the market that holds from here on. */
export function readStoredLine(
  text: string,
  market: Market | null,
  visit: (account: Account, market: Market) => void,
): Market {
  const line = parseBookLine(text);
  if (!line.ok) throw new InvariantError('a stored line of a book has problems');
  if ('market' in line.value) return line.value.market;
  if (market === null) throw new InvariantError('a stored book begins without a market');
  visit(line.value.account, market);
  return market;
}
