import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookSnapshotResource, decisionReplay, pathOf, paths, type LossResource } from '@backstop/contracts';
import { sum, formatDecimal } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { bookAccount, bookLines, BOOK_MARKET, sendBook } from '../support/sample-book.ts';
import { runLoss, sampleLoss } from '../support/sample-loss.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;
let bookSnapshot: string;

/** Each has won 0.5 · (66,000 − 64,000) = 1,000. */
const short = (id: string) => ({
  ...bookAccount(id, '9000'),
  positions: [{ contract: 'BTCUSDT', size: '-0.5', entryPrice: '66000', margin: 'cross' }],
});

beforeEach(async () => {
  app = await startApp();
  bookSnapshot = await stored(bookLines([short('s-1'), short('s-2'), bookAccount('long', '5000')], BOOK_MARKET));
});

afterEach(() => app.stop());

async function stored(lines: string): Promise<string> {
  const response = await sendBook(app.fetch, lines);
  return bookSnapshotResource.parse(await response.json()).id;
}

const onBook = (amount: string, values: object = {}) =>
  sampleLoss(amount, { candidates: undefined, bookSnapshot, ...values });
const borne = ({ allocations }: LossResource) => allocations.map(({ account, amount }) => `${account} ${amount}`);

describe('losses on one stored book', () => {
  it('never ask for one profit twice', async () => {
    const first = await runLoss(app, onBook('1500'));
    expect(first).toMatchObject({ chargedBefore: 0, uncovered: '0' });
    expect(borne(first)).toEqual(['s-1 750', 's-2 750', 'long 0']);
    const second = await runLoss(app, onBook('1500'));
    // 250 are left of each profit.
    expect(second).toMatchObject({ chargedBefore: 2, uncovered: '1000' });
    expect(borne(second)).toEqual(['s-1 250', 's-2 250', 'long 0']);
    const third = await runLoss(app, onBook('1'));
    expect(third).toMatchObject({ uncovered: '1' });
  });

  it('never close one position twice', async () => {
    const open = { openPosition: { size: '0.8', closePrice: '63900' }, deficit: undefined };
    const first = await runLoss(app, onBook('1', open));
    expect(first).toMatchObject({ sizeNotPlaced: '0' });
    const second = await runLoss(app, onBook('1', open));
    expect(second).toMatchObject({ sizeNotPlaced: '0.6' });
    const closed = [first, second].flatMap(({ allocations }) =>
      allocations.filter(({ layer }) => layer === 'adl').map(({ amount }) => decimalOf(amount)),
    );
    expect(formatDecimal(sum(closed))).toBe('1');
  });

  it('told at once are decided one after the other', async () => {
    const losses = await Promise.all(Array.from({ length: 6 }, () => runLoss(app, onBook('450'))));
    const uncovered = losses.map((loss) => decimalOf(loss.uncovered));
    // 2,700 are asked of 2,000.
    expect(formatDecimal(sum(uncovered))).toBe('700');
    for (const { decisionId } of losses) {
      const replay = await (
        await app.signInAs('viewer')
      ).fetch(pathOf(paths.decisionReplay, { id: decisionId }), { method: 'POST' });
      expect(decisionReplay.parse(await replay.json())).toMatchObject({ same: true, fault: null });
    }
  });

  it('have one answer for one key, whatever was taken since', async () => {
    const [key, loss] = [randomUUID(), onBook('1500')];
    const first = await runLoss(app, loss, { key });
    expect(await runLoss(app, loss, { key })).toEqual(first);
  });

  it('forget what was taken once a later book stands for it', async () => {
    await runLoss(app, onBook('1500'));
    const asOf = new Date().toISOString();
    bookSnapshot = await stored(bookLines([short('s-1')], { ...BOOK_MARKET, asOf }));
    expect(await runLoss(app, onBook('1000'))).toMatchObject({ chargedBefore: 0, uncovered: '0' });
  });
});
