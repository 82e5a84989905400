import { expect, it } from 'vitest';
import { bookPacker } from '@backstop/api/monitor/book-packer';
import { impactFigures } from '@backstop/api/monitor/impact-report';
import { impactApart } from '@backstop/api/monitor/impact-thread';
import { readStoredLine } from '@backstop/api/monitor/stored-lines';
import { canonicalJson } from '@backstop/core/canonical';
import { decimalOf } from '@backstop/core/policy';
import { startImpact } from '@backstop/core/simulation';
import type { Market } from '@backstop/core/venue';
import { PLAIN_LADDER, PLAIN_VENUE } from '../builders/plain-venue.ts';
import { policySet, setOf } from '../builders/set-of.ts';
import { sha256 } from '../builders/sha256.ts';
import { bookAccount, BOOK_MARKET, bookLines } from '../support/sample-book.ts';

const STEEP = {
  ...PLAIN_VENUE,
  ladders: {
    ...PLAIN_VENUE.ladders,
    BTCUSDT: {
      ...PLAIN_LADDER,
      tiers: PLAIN_LADDER.tiers.map((tier) => ({ ...tier, maintenanceMarginRate: '0.02', leverageMax: '50' })),
    },
  },
};
const SHOCKS = ['-0.1', '0.25'];
const accounts = Array.from({ length: 7000 }, (_, at) => bookAccount(`a-${String(at)}`, String(at % 20_000)));
const unknown = {
  ...bookAccount('gone', '1'),
  positions: [{ contract: 'NOPE', size: '1', entryPrice: '1', margin: 'cross' }],
};
const lines = bookLines([...accounts, unknown, ...accounts.slice(0, 5)], {
  ...BOOK_MARKET,
  contracts: { ...BOOK_MARKET.contracts, NOPE: { markPrice: '1' } },
})
  .trimEnd()
  .split('\n');

it('an impact worked out beside this thread, piece by piece, is the very one that is worked out in it', async () => {
  const packer = bookPacker();
  for (const line of lines) await packer.add(line);
  const { chunks, hash } = await packer.end();
  expect(chunks.length).toBeGreaterThan(1);
  const run = startImpact({
    ...{ before: setOf(PLAIN_VENUE), after: setOf(STEEP), shocks: SHOCKS.map(decimalOf), sha256 },
    fundBalances: new Map([['USDT', decimalOf('1234567890123456789.5')]]),
  });
  let market: Market | null = null;
  for (const line of lines) {
    market = readStoredLine(line, market, (account, its) => {
      run.add(account, its);
    });
  }
  const question = {
    ...{ before: policySet(PLAIN_VENUE), after: policySet(STEEP), shocks: SHOCKS },
    fundBalances: [['USDT', '1234567890123456789.5']] as const,
  };
  // Two at once: neither sees anything of the other.
  const [one, other] = await Promise.all([
    impactApart(question, pieceByPiece(chunks)),
    impactApart(question, pieceByPiece(chunks)),
  ]);
  const here = impactFigures(run.report());
  expect(here.shocks.some(({ newlyLiquidatable }) => newlyLiquidatable.accounts > 0)).toBe(true);
  expect(canonicalJson(one.figures)).toBe(canonicalJson(here));
  expect(other).toEqual(one);
  expect(one.hash).toBe(hash);
});

it('a piece that is no piece of a book is told as what it is, and nothing of it stays', async () => {
  const question = { before: policySet(PLAIN_VENUE), after: policySet(PLAIN_VENUE), shocks: [], fundBalances: [] };
  const packer = bookPacker();
  await packer.add('{"account":{}}');
  const { chunks } = await packer.end();
  await expect(impactApart(question, pieceByPiece(chunks))).rejects.toThrow('a stored line of a book has problems');
  await expect(impactApart(question, pieceByPiece([Buffer.from('no gzip')]))).rejects.toThrow();
});

async function* pieceByPiece(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  await Promise.resolve();
  yield* chunks;
}
