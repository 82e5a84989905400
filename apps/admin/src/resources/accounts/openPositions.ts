import type { BookAccountResource } from '@backstop/contracts';
import { isRecord } from '../../text/isRecord.ts';

/** A position as a book has it, with the mark of its contract. */
export interface OpenPosition {
  readonly contract: string;
  /** Signed, in contracts: above zero is long. */
  readonly size: string;
  readonly markPrice: string;
}

/** The open positions of an account, one a contract; without those whose contract has no mark. */
export function openPositions({ account, market }: BookAccountResource): readonly OpenPosition[] {
  const contracts = recordOf(market['contracts']);
  const positions = Array.isArray(account['positions']) ? (account['positions'] as unknown[]) : [];
  const known = new Map<string, OpenPosition>();
  for (const position of positions) {
    const { contract, size } = recordOf(position);
    if (typeof contract !== 'string' || typeof size !== 'string') continue;
    const { markPrice } = recordOf(contracts[contract]);
    if (typeof markPrice === 'string' && !known.has(contract)) known.set(contract, { contract, size, markPrice });
  }
  return [...known.values()];
}

/**
 * A loss that would close such a position first: one contract of the other side is left open at the mark, by somebody
 * who is not in the book.
 */
export function lossAgainst({ contract, size, markPrice }: OpenPosition, bookSnapshot: string): object {
  return {
    account: 'standing-inquiry',
    contract,
    markPrice,
    openPosition: { size: size.startsWith('-') ? '1' : '-1', closePrice: markPrice },
    bookSnapshot,
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
