import { paths } from '@backstop/contracts';
import { sampleEvaluation } from './sample-evaluation.ts';

/** The market of the sample book. */
export const BOOK_MARKET = {
  asOf: '2024-10-24T12:00:00Z',
  contracts: { BTCUSDT: { markPrice: '64000' }, ETHUSDT: { markPrice: '2600' } },
  assets: { USDT: { price: '1' } },
};

/** A long position of one bitcoin, on so much collateral. */
export function bookAccount(id: string, balance: string): object {
  return {
    id,
    collateral: [{ asset: 'USDT', balance }],
    positions: [{ contract: 'BTCUSDT', size: '1', entryPrice: '64000', margin: 'cross' }],
  };
}

/** A book as lines: its market, then its accounts. */
export function bookLines(accounts: readonly object[], market: object = BOOK_MARKET): string {
  return [{ market }, ...accounts.map((account) => ({ account }))].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Sends a book. */
export function sendBook(
  ask: (path: string, init?: RequestInit) => Promise<Response>,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const ndjson = { 'content-type': 'application/x-ndjson', ...headers };
  return ask(paths.bookSnapshots, { method: 'POST', headers: ndjson, body });
}

/** An account with a cross and an isolated position, whatever can be told of it. */
export function fullAccount(id: string): object {
  return { ...sampleEvaluation().account, id };
}
