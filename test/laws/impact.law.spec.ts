import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompiledSet } from '@backstop/core/evaluation';
import { formatDecimal } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { NO_SCOPE, startImpact } from '@backstop/core/simulation';
import type { Impact } from '@backstop/core/simulation';
import type { Account, Market } from '@backstop/core/venue';
import { accountOf } from '../builders/account-of.ts';
import { worldGroups } from '../builders/arbitrary-world.ts';
import type { World } from '../builders/arbitrary-world.ts';
import { judged } from '../builders/judged.ts';
import { marketOf } from '../builders/market-of.ts';
import { PLAIN_LADDER, PLAIN_VENUE } from '../builders/plain-venue.ts';
import { setOf } from '../builders/set-of.ts';
import { sha256 } from '../builders/sha256.ts';

const SHOCKS = ['0.1', '-0.25'].map(decimalOf);

type Holder = readonly [account: Account, market: Market];

function impactOf(before: CompiledSet, after: CompiledSet, book: readonly Holder[], shocks = SHOCKS): Impact {
  const run = startImpact({ before, after, shocks, fundBalances: new Map(), sha256 });
  for (const [account, market] of book) run.add(account, market);
  return run.report();
}

/** The accounts of worlds, each under an id of its own. */
function bookOf(worlds: readonly World[]): Holder[] {
  return worlds.map(({ account, market }, at) => [accountOf({ ...account, id: `a-${String(at)}` }), marketOf(market)]);
}

/** Two venues of the same contracts, and a book. */
const changes = fc.tuple(worldGroups(), worldGroups()).map(([worlds, others]) => {
  const [before, after] = [worlds[0], others[0]];
  if (before === undefined || after === undefined) throw new Error('a group without worlds');
  return { before: setOf(before.venue), after: setOf(after.venue), book: bookOf(worlds) };
});

describe('the impact of a change on a book', () => {
  it('of a set on itself: no zone moves, nobody is hit', () => {
    fc.assert(
      fc.property(worldGroups(), (worlds) => {
        const set = setOf(worlds[0]!.venue);
        const impact = impactOf(set, set, bookOf(worlds));
        expect(impact.notJudged).toEqual([]);
        expect(impact.shocks.map(({ shock }) => formatDecimal(shock))).toEqual(['0', '-0.25', '0.1']);
        for (const { zoneMoves, newlyLiquidatable, noLongerLiquidatable, hardestHit } of impact.shocks) {
          expect(zoneMoves).toEqual([]);
          expect([newlyLiquidatable.accounts, noLongerLiquidatable, hardestHit.length]).toEqual([0, 0, 0]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is the same in whatever order the accounts come', () => {
    fc.assert(
      fc.property(changes, ({ before, after, book }) => {
        expect(impactOf(before, after, book.toReversed())).toEqual(impactOf(before, after, book));
      }),
      { numRuns: 30 },
    );
  });

  it('adds up: its counts are those of two judgements of each scope', () => {
    let moved = 0;
    fc.assert(
      fc.property(changes, ({ before, after, book }) => {
        const impact = impactOf(before, after, book, []);
        const zones = book.flatMap(([account, market]) => {
          const [then, now] = [before, after].map((set) => {
            const { pools } = judged({ set, account, market });
            return new Map(pools.map(({ pool, zone }) => [pool.key, zone.zone]));
          });
          const keys = new Set([...(then?.keys() ?? []), ...(now?.keys() ?? [])]);
          const zoneIn = (found: typeof then, key: string) =>
            found?.has(key) === true ? (found.get(key) ?? null) : NO_SCOPE;
          return [...keys].map((key) => ({ from: zoneIn(then, key), to: zoneIn(now, key) }));
        });
        const isBad = (zone: string | null) => zone === 'liquidation' || zone === 'deficit';
        const [shock] = impact.shocks;
        expect(impact.judged).toBe(zones.length);
        const inZone = (side: 'from' | 'to', zone: string | null) => zones.filter((each) => each[side] === zone).length;
        expect(shock?.zones).toEqual(
          shock?.zones.map(({ zone }) => ({ zone, before: inZone('from', zone), after: inZone('to', zone) })),
        );
        expect(shock?.zones.reduce((sum, { before: then }) => sum + then, 0)).toBe(zones.length);
        expect(shock?.zones.reduce((sum, { after: now }) => sum + now, 0)).toBe(zones.length);
        expect(shock?.zoneMoves.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(
          zones.filter(({ from, to }) => from !== to).length,
        );
        expect(shock?.newlyLiquidatable.accounts).toBe(
          zones.filter(({ from, to }) => isBad(to) && !isBad(from)).length,
        );
        expect(shock?.noLongerLiquidatable).toBe(zones.filter(({ from, to }) => isBad(from) && !isBad(to)).length);
        expect(shock?.newlyIndeterminate).toBe(zones.filter(({ from, to }) => to === null && from !== null).length);
        moved += zones.filter(({ from, to }) => from !== to).length;
      }),
      { numRuns: 30 },
    );
    expect(moved).toBeGreaterThan(0);
  });
});

describe('an impact in figures', () => {
  const raised = PLAIN_LADDER.tiers.map((tier) => ({ ...tier, maintenanceMarginRate: '0.05', leverageMax: '20' }));
  const before = setOf(PLAIN_VENUE);
  const after = setOf({
    ...PLAIN_VENUE,
    ladders: { ...PLAIN_VENUE.ladders, BTCUSDT: { ...PLAIN_LADDER, tiers: raised } },
  });
  const market = marketOf({
    contracts: { BTCUSDT: '50000', ETHUSDT: '2000', BTCUSD: '50000' },
    assets: { BTC: '50000' },
  });
  const long = (id: string, balance: string) =>
    accountOf({
      id,
      collateral: [['USDT', balance]],
      positions: [{ contract: 'BTCUSDT', size: '1', entryPrice: '50000' }],
    });

  it('counts who becomes liquidatable, and tells the hardest hit', () => {
    const book: Holder[] = [
      [long('poor', '2000'), market],
      [long('rich', '50000'), market],
      [accountOf({ id: 'idle', collateral: [['USDT', '5']] }), market],
    ];
    const { judged: count, shocks } = impactOf(before, after, book, [decimalOf('-0.5')]);
    const told = shocks.map(({ newlyLiquidatable, hardestHit, zoneMoves }) => ({
      newly: [newlyLiquidatable.accounts, formatDecimal(newlyLiquidatable.notional), newlyLiquidatable.notValued],
      zoneMoves,
      hit: hardestHit.map(({ account, zoneBefore, zoneAfter, maintenanceMarginBefore, maintenanceMarginAfter }) => [
        `${account} ${zoneBefore ?? '?'} ${zoneAfter ?? '?'}`,
        maintenanceMarginBefore && formatDecimal(maintenanceMarginBefore),
        maintenanceMarginAfter && formatDecimal(maintenanceMarginAfter),
      ]),
    }));
    expect(count).toBe(3);
    expect(told).toEqual([
      {
        newly: [1, '50000', 0],
        zoneMoves: [{ from: 'healthy', to: 'liquidation', accounts: 1 }],
        hit: [
          ['poor healthy liquidation', '250', '2500'],
          ['rich healthy healthy', '250', '2500'],
        ],
      },
      {
        newly: [0, '0', 0],
        zoneMoves: [],
        hit: [
          ['poor liquidation liquidation', '125', '1250'],
          ['rich healthy healthy', '125', '1250'],
        ],
      },
    ]);
  });

  it('counts an account that a set does not know the contract of, with the reason', () => {
    const { BTCUSDT, ETHUSDT } = PLAIN_VENUE.ladders;
    const fewer = setOf({
      ...PLAIN_VENUE,
      contracts: PLAIN_VENUE.contracts.filter(({ contract }) => contract !== 'BTCUSD'),
      ladders: { BTCUSDT, ETHUSDT },
    });
    const inverse = (id: string) =>
      accountOf({ id, collateral: [['BTC', '1']], positions: [{ contract: 'BTCUSD', size: '1', entryPrice: '1' }] });
    const impact = impactOf(before, fewer, [
      [inverse('a'), market],
      [inverse('b'), market],
      [long('c', '5000'), market],
    ]);
    expect(impact.judged).toBe(1);
    expect(impact.notJudged).toEqual([
      {
        reason: 'after the change: contract `BTCUSD` is not in the policy set in force, or the like',
        accounts: 2,
      },
    ]);
  });

  it('keeps the ten hardest hit, and the ten first of those that are hit alike', () => {
    const ids = Array.from({ length: 25 }, (_, at) => `a-${String(at).padStart(2, '0')}`);
    const impact = impactOf(
      before,
      after,
      ids.toReversed().map((id): Holder => [long(id, '90000'), market]),
    );
    expect(impact.shocks[0]?.hardestHit.map(({ account }) => account)).toEqual(ids.slice(0, 10));
  });
});
