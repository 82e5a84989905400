import fc from 'fast-check';
import type { AccountWords, OrderWords, PositionWords } from './account-of.ts';
import { haircutDocuments } from './arbitrary-haircut.ts';
import type { HaircutWords } from './arbitrary-haircut.ts';
import { ladderDocuments } from './arbitrary-ladder.ts';
import type { LadderSort } from './arbitrary-ladder.ts';
import { holdings } from './arbitrary-positions.ts';
import { decimalTexts, textNear } from './arbitrary-text.ts';
import type { ContractMarketWords, MarketWords } from './market-of.ts';
import type { LadderWords } from './reference-ladders.ts';
import type { VenueWords } from './set-of.ts';
import type { WorldContract } from './world-contract.ts';

/** A venue, an account and a market in words: what a test asks about and can print. */
export interface World {
  readonly venue: VenueWords & { readonly ladders: Readonly<Record<string, LadderWords>> };
  readonly account: AccountWords;
  readonly market: MarketWords;
}

/** What may be drawn; everything where nothing is said. */
export interface WorldChoice {
  readonly collateralModes?: readonly VenueWords['collateralMode'][];
  readonly ladderSorts?: readonly LadderSort[];
  readonly priceSources?: readonly ('index' | 'redemption' | 'lowest')[];
  readonly hasFloorPrices?: boolean;
  readonly contracts?: readonly ContractName[];
  readonly hasOrders?: boolean;
  /** A tick of each contract so coarse that a mark price is few ticks above zero: every price can be tried. */
  readonly hasCoarseTicks?: boolean;
}

export type ContractName = keyof typeof CONTRACTS;

const LINEAR = { type: 'linear', base: 'ALP', quote: 'USDT', settlementAsset: 'USDT' };

const CONTRACTS = {
  ALPHA: {
    row: { contract: 'ALPHA', multiplier: '1', ...LINEAR },
    price: { from: 10, to: 1000 },
    ticks: ['0.01', '0.1', '1', null],
    coarseTicks: ['20', '30'],
    sizeMax: 500,
    usual: { notional: 50_000, units: 250 },
  },
  BETA: {
    row: { contract: 'BETA', multiplier: '0.01', ...LINEAR, base: 'BET' },
    price: { from: 1000, to: 60_000 },
    ticks: ['0.5', '1', '10'],
    coarseTicks: ['1500', '2000'],
    sizeMax: 2000,
    usual: { notional: 200_000, units: 10 },
  },
  GAMMA: {
    row: { contract: 'GAMMA', multiplier: '10', type: 'inverse', base: 'BTC', quote: 'USD', settlementAsset: 'BTC' },
    price: { from: 10_000, to: 60_000 },
    ticks: ['0.5', '1', '10'],
    coarseTicks: ['1500', '2000'],
    sizeMax: 60_000,
    usual: { notional: 10, units: 300_000 },
  },
  DELTA: {
    row: { contract: 'DELTA', multiplier: '1', ...LINEAR, quote: 'USDC', settlementAsset: 'USDC' },
    price: { from: 10, to: 1000 },
    ticks: ['0.01', '0.1', '1'],
    coarseTicks: ['20', '30'],
    sizeMax: 500,
    usual: { notional: 50_000, units: 250 },
  },
} as const satisfies Record<string, WorldContract>;

const CONTRACT_NAMES = Object.keys(CONTRACTS) as ContractName[];

/** Value of a unit, about; what the account holds in cash is drawn around its positions. */
const ASSETS = { USDT: 1, USDC: 1, BTC: 30_000, ETH: 2000 } as const;
const ASSET_NAMES = ['USDT', 'USDC', 'BTC', 'ETH'] as const;

/** Accounts and markets drawn for one venue: compiling its policies is what takes time. */
const WORLDS_PER_VENUE = 10;

/**
 * Worlds of one venue with up to four contracts, linear and inverse, any mixture of cross, isolated and hedged positions.
 * They share the venue's words as one object, so that its set is compiled once.
 */
export function worldGroups(choice: WorldChoice = {}): fc.Arbitrary<readonly World[]> {
  const length = { minLength: WORLDS_PER_VENUE, maxLength: WORLDS_PER_VENUE };
  return fc
    .record({ venue: venues(choice), moments: fc.array(moments(choice), length) })
    .map(({ venue, moments: drawn }) => {
      return drawn.map((moment): World => ({ venue, ...moment }));
    });
}

/** An account in a market. */
function moments(choice: WorldChoice): fc.Arbitrary<Pick<World, 'account' | 'market'>> {
  const marks = CONTRACT_NAMES.map((name) => decimalTexts(CONTRACTS[name].price.from, CONTRACTS[name].price.to, 2));
  const openInterests = CONTRACT_NAMES.map(() =>
    fc.option(fc.integer({ min: 0, max: 10_000 }).map(String), { freq: 8 }),
  );
  return fc
    .record({ marks: fc.tuple(...marks), openInterests: fc.tuple(...openInterests), assets: assetMarkets() })
    .chain((drawn) => {
      const rows = CONTRACT_NAMES.map((_, index): ContractMarketWords => {
        const openInterest = drawn.openInterests[index] ?? null;
        return { markPrice: drawn.marks[index] ?? '1', ...(openInterest === null ? {} : { openInterest }) };
      });
      const market = { contracts: named(CONTRACT_NAMES, rows), assets: drawn.assets };
      const markOf = (name: ContractName): number => Number(drawn.marks[CONTRACT_NAMES.indexOf(name)]);
      return accounts(choice, markOf).map((account) => ({ account, market }));
    });
}

function venues(choice: WorldChoice): fc.Arbitrary<World['venue']> {
  const { collateralModes = ['settlement-asset', 'multi-asset'], priceSources = ['index', 'redemption', 'lowest'] } =
    choice;
  return fc
    .record({
      collateralMode: fc.constantFrom(...collateralModes),
      precisions: fc.tuple(...ASSET_NAMES.map((name) => fc.integer({ min: ASSETS[name] > 1 ? 4 : 2, max: 8 }))),
      ticks: fc.tuple(
        ...CONTRACT_NAMES.map((name) =>
          fc.constantFrom<string | null>(...CONTRACTS[name][choice.hasCoarseTicks === true ? 'coarseTicks' : 'ticks']),
        ),
      ),
      ladders: fc.tuple(...CONTRACT_NAMES.map((name) => ladderDocuments(CONTRACTS[name].usual, choice.ladderSorts))),
      haircuts: fc.tuple(
        ...ASSET_NAMES.map((name): fc.Arbitrary<HaircutWords> => {
          const usual = { usualAmount: 20_000 / ASSETS[name], usualValue: 20_000 };
          return haircutDocuments({ ...usual, sources: priceSources, hasFloorPrice: choice.hasFloorPrices ?? true });
        }),
      ),
    })
    .map(({ collateralMode, precisions, ticks, ladders, haircuts }) => ({
      valuationAsset: 'USDT',
      collateralMode,
      assets: ASSET_NAMES.map((asset, index) => ({ asset, precision: precisions[index] ?? 8 })),
      contracts: CONTRACT_NAMES.map((name, index) => ({ ...CONTRACTS[name].row, tickSize: ticks[index] ?? null })),
      ladders: named(CONTRACT_NAMES, ladders),
      haircuts: named(ASSET_NAMES, haircuts),
    }));
}

function accounts(choice: WorldChoice, markOf: (name: ContractName) => number): fc.Arbitrary<AccountWords> {
  const { contracts: names = CONTRACT_NAMES, hasOrders = true } = choice;
  return fc
    .record({
      held: fc.tuple(...names.map((name) => holdings(CONTRACTS[name], markOf(name), hasOrders))),
      shares: fc.tuple(...ASSET_NAMES.map(() => fc.integer({ min: -50, max: 350 }))),
      spare: fc.tuple(...ASSET_NAMES.map(() => fc.integer({ min: -1000, max: 5000 }))),
    })
    .map(({ held, shares, spare }): AccountWords => {
      const positions: PositionWords[] = held.flatMap((one) => one.positions);
      const openOrders: OrderWords[] = held.flatMap((one) => one.orders);
      const collateral = ASSET_NAMES.map((asset, index): readonly [string, string] => {
        // A share of what is held in the asset, in thousandths: so that many accounts are near an edge.
        const notional = names.reduce((total, name, at) => {
          return CONTRACTS[name].row.settlementAsset === asset ? total + (held[at]?.crossNotional ?? 0) : total;
        }, 0);
        const amount = (notional * (shares[index] ?? 0)) / 1000 + (spare[index] ?? 0) / ASSETS[asset] / 10;
        return [asset, textNear(amount, asset === 'USDT' || asset === 'USDC' ? 2 : 4)];
      });
      return { collateral, positions, openOrders };
    });
}

function assetMarkets(): fc.Arbitrary<NonNullable<MarketWords['assets']>> {
  const rows = ASSET_NAMES.map((name) => {
    const near = decimalTexts(0.8, 1.2, 3).map((share) => textNear(Number(share) * ASSETS[name], 4));
    const totalDeposits = fc.integer({ min: 1, max: 400 }).map((share) => textNear((share * 1000) / ASSETS[name], 3));
    return fc.record({ price: near, redemptionPrice: near, totalDeposits });
  });
  return fc.tuple(...rows).map((drawn) => named(ASSET_NAMES, drawn));
}

function named<Value>(names: readonly string[], values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(
    names.flatMap((name, index) => {
      const value = values[index];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}
