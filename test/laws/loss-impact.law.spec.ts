import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompiledSet } from '@backstop/core/evaluation';
import { add, compare, formatDecimal, isNegative, ZERO } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { startImpact } from '@backstop/core/simulation';
import type { LossRow } from '@backstop/core/simulation';
import { accountOf } from '../builders/account-of.ts';
import { marketOf } from '../builders/market-of.ts';
import { PLAIN_VENUE } from '../builders/plain-venue.ts';
import { setOf } from '../builders/set-of.ts';
import type { PolicyWords } from '../builders/set-of.ts';
import { sha256 } from '../builders/sha256.ts';

const everything = { contracts: '*' } as const;

function policy(kind: string, document: unknown): PolicyWords {
  return { kind, key: 'default', scope: everything, document };
}

const compartment = {
  ...{ name: 'USDT', groups: null, asset: 'USDT', surplusShare: '1', feeShare: '1', takesDeposits: true },
  ...{ balanceFloor: '0', lossDrawnMax: null, accountDrawnMax: null, periodDrawnMax: null, periodSeconds: null },
  ...{ adlSwitch: null, takeover: null },
};
const layer = { caps: [], periodSeconds: null };
const SHARING = {
  ...{ ...layer, type: 'socialization', method: 'pro-rata', capacity: 'positive-pnl', base: 'positive-pnl' },
  ...{ score: 'none', riskExponent: 1, capRate: '1', capacityMins: [], exemptions: [] },
};

const venues = new Map<string, CompiledSet>();

interface VenueChoice {
  readonly floor?: string;
  readonly protectedTags?: string | readonly string[];
}

function venueWith(choice: VenueChoice): CompiledSet {
  const key = JSON.stringify(choice);
  const venue = venues.get(key) ?? venueOf(choice);
  venues.set(key, venue);
  return venue;
}

function venueOf({ floor = '0', protectedTags = '*' }: VenueChoice): CompiledSet {
  return setOf({
    ...PLAIN_VENUE,
    more: [
      policy('insurance-fund', { compartments: [{ ...compartment, balanceFloor: floor }] }),
      policy('loss-waterfall', {
        layers: [{ ...layer, type: 'account-residual' }, { ...layer, type: 'insurance-fund' }, SHARING],
        conversions: [{ from: 'BTC', to: 'USDT', discount: '0' }],
        facts: [],
      }),
      policy('balance-protection', { protectedTags, closeOutShare: null }),
    ],
  });
}

interface Holding {
  readonly size: number;
  readonly balance: number;
}

/** Longs and shorts of BTC, entered at 50,000. */
function bookOf(holdings: readonly Holding[]) {
  const market = marketOf({
    contracts: { BTCUSDT: '50000' },
    assets: { USDT: '1', BTC: '50000' },
  });
  return holdings.map(({ size, balance }, at) => {
    const positions =
      size === 0 ? [] : [{ contract: 'BTCUSDT', size: String(size), entryPrice: '50000', leverage: '10' }];
    return [accountOf({ id: `a-${String(at)}`, collateral: [['USDT', String(balance)]], positions }), market] as const;
  });
}

function lossesOf(
  holdings: readonly Holding[],
  fund: string,
  [then, now]: readonly [VenueChoice, VenueChoice] = [{}, {}],
) {
  const run = startImpact({
    before: venueWith(then),
    after: venueWith(now),
    shocks: [decimalOf('-0.2')],
    fundBalances: new Map([['USDT', decimalOf(fund)]]),
    sha256,
  });
  for (const [account, market] of bookOf(holdings)) run.add(account, market);
  const at = run.report().shocks.find(({ shock }) => isNegative(shock));
  return at?.losses ?? { before: [], after: [] };
}

function borne(row: LossRow): Decimal {
  const { owed, notAsked, borneByAccount, fundDrawn, treasuryDrawn, socialized, uncovered } = row;
  return [owed, notAsked, borneByAccount, fundDrawn, treasuryDrawn, socialized, uncovered].reduce(add, ZERO);
}

const texts = (rows: readonly LossRow[]) =>
  rows.map((row) => {
    const { asset, accounts, sharers, deficit, owed, fundDrawn, socialized, uncovered } = row;
    const amounts = [deficit, owed, fundDrawn, socialized, uncovered].map(formatDecimal);
    return [asset, accounts, sharers, ...amounts];
  });

describe('the losses of a book', () => {
  it('are borne to the last unit, by whomever', () => {
    const holdings = fc.array(
      fc.record({ size: fc.integer({ min: -5, max: 5 }), balance: fc.integer({ min: -500, max: 60_000 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(holdings, fc.integer({ min: 0, max: 50_000 }), (book, fund) => {
        const { before, after } = lossesOf(book, String(fund));
        expect(texts(after)).toEqual(texts(before));
        for (const row of before) {
          expect(formatDecimal(borne(row))).toBe(formatDecimal(row.deficit));
          expect(compare(row.fundDrawn, decimalOf(String(fund)))).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  // A long of one BTC loses 10,000 when a fifth is taken away; with 4,000 it owes 6,000.
  const LONG = { size: 1, balance: 4_000 };
  const SHORT = { size: -1, balance: 4_000 };

  it.each<[string, readonly Holding[], string, VenueChoice, (string | number)[][]]>([
    ['nobody in deficit', [{ size: 1, balance: 10_000 }], '0', {}, []],
    ['the fund covers it', [LONG], '9000', {}, [['USDT', 1, 0, '6000', '0', '6000', '0', '0']]],
    [
      'the fund covers one, and what is left of it another',
      [LONG, LONG],
      '7000',
      {},
      [['USDT', 2, 0, '12000', '0', '7000', '0', '5000']],
    ],
    ['the floor is kept back', [LONG], '9000', { floor: '5000' }, [['USDT', 1, 0, '6000', '0', '4000', '0', '2000']]],
    ['winners share the rest', [LONG, SHORT, SHORT], '1000', {}, [['USDT', 1, 2, '6000', '0', '1000', '5000', '0']]],
    [
      'whoever is not protected owes',
      [LONG],
      '9000',
      { protectedTags: ['retail'] },
      [['USDT', 1, 0, '6000', '6000', '0', '0', '0']],
    ],
  ])('%s', (_, book, fund, venue, rows) => {
    expect(texts(lossesOf(book, fund, [venue, venue]).after)).toEqual(rows);
  });

  it('are told under either set', () => {
    const { before, after } = lossesOf([LONG], '9000', [{}, { floor: '9000' }]);
    expect([texts(before), texts(after)]).toEqual([
      [['USDT', 1, 0, '6000', '0', '6000', '0', '0']],
      [['USDT', 1, 0, '6000', '0', '0', '0', '6000']],
    ]);
  });
});
