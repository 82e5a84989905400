import fc from 'fast-check';
import { lossWaterfall } from '@backstop/core/kinds/loss-waterfall';
import { decimal, isNegative, negate } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import type { Contract } from '@backstop/core/venue';
import type {
  Candidate,
  FundOfLoss,
  LossEvent,
  OpenPosition,
  WaterfallRules,
  WaterfallRun,
} from '@backstop/core/waterfall';
import { sha256 } from './sha256.ts';

export const LINEAR: Contract = {
  contract: 'BTCUSDT',
  type: 'linear',
  multiplier: decimalOf('0.01'),
  base: 'BTC',
  quote: 'USDT',
  settlementAsset: 'USDT',
  tickSize: decimalOf('0.1'),
  lotSize: decimalOf('2'),
  group: 'USDT-perpetual',
  expiresAt: null,
  positionSizeMax: null,
  openInterestMax: null,
  listing: 'listed',
};
const INVERSE: Contract = {
  ...LINEAR,
  contract: 'BTCUSD',
  type: 'inverse',
  multiplier: decimalOf('100'),
  settlementAsset: 'BTC',
  lotSize: decimalOf('1'),
  group: 'BTC-perpetual',
};

const amount = (max: number, scale = 2) => fc.integer({ min: 0, max }).map((units) => decimal(BigInt(units), scale));
const positive = (max: number, scale = 2) => fc.integer({ min: 1, max }).map((units) => decimal(BigInt(units), scale));
const size = fc
  .integer({ min: 1, max: 60 })
  .chain((units) => fc.constantFrom(decimal(BigInt(units)), decimal(BigInt(-units))));
const price = fc.integer({ min: 80, max: 120 }).map((units) => decimal(BigInt(units)));
const share = fc.constantFrom('0', '0.1', '0.333', '0.5', '1', '1', '1', '1', '1');
const score = fc.constantFrom('pnl-leverage', 'entry-leverage', 'largest-pnl', 'none');

const caps = fc.record({
  caps: fc.array(
    fc.record({
      asset: fc.constantFrom('USDT'),
      lossDrawnMax: fc.option(fc.constantFrom('0', '3.335', '25', '400')),
      periodDrawnMax: fc.constantFrom('0', '10', '60.009', '900'),
    }),
    { maxLength: 1 },
  ),
});
/** A period stands where a cap is about one. */
const withPeriod = <Row extends { readonly caps: readonly unknown[] }>(row: Row) => {
  return { ...row, periodSeconds: row.caps.length > 0 ? 3_600 : null };
};
const exemptions = fc.constantFrom(
  [],
  [],
  [{ name: 'makers', conditions: { all: [{ fact: 'tags', operator: 'contains', value: 'maker' }] } }],
);

const paying = (type: string) => caps.map((row) => withPeriod({ type, ...row }));
const adl = fc
  .record({
    opens: fc.constantFrom('always', 'always', 'always', 'fund-switch'),
    score,
    closeAt: fc.constantFrom('bankruptcy', 'mark'),
    positionShareMax: share,
    roundShareMax: share,
    exemptions,
  })
  .chain((own) => caps.map((row) => withPeriod({ type: 'adl', ...own, ...row })));
const socialization = fc
  .record({
    method: fc.constantFrom('queue', 'pro-rata', 'min-max', 'risk-weighted'),
    capacity: fc.constantFrom('positive-pnl', 'account-value'),
    base: fc.constantFrom('positive-pnl', 'account-value', 'open-interest'),
    score,
    riskExponent: fc.integer({ min: 0, max: 4 }),
    capRate: share,
    capacityMins: fc.constantFrom([], [{ asset: 'USDT', amount: '20' }]),
    exemptions,
  })
  .chain((own) => caps.map((row) => withPeriod({ type: 'socialization', ...own, ...row })));

/** Documents that are drawn from, compiled once: parsing one takes longer than running it. */
const DRAWN = { numRuns: 300, seed: 20_241_024 };

/** Any layers in any order, as a policy states and the kind compiles them. */
const layerLists = fc
  .tuple(
    paying('account-residual'),
    paying('fee-buffer'),
    paying('insurance-fund'),
    adl,
    socialization,
    paying('treasury'),
  )
  .chain((all) => fc.shuffledSubarray<unknown>(all, { minLength: 1 }));
const rules = fc.constantFrom(...fc.sample(layerLists, DRAWN).map(compiled));
const deleveragings = fc.constantFrom(
  ...fc.sample(adl, DRAWN).map((layer) => compiled([{ ...layer, opens: 'always' }])),
);

function compiled(layers: readonly unknown[]): WaterfallRules {
  const conversions = [{ from: 'BTC', to: 'USDT', discount: '0.03' }];
  const document = lossWaterfall.schema.parse({ layers, conversions });
  const problems = lossWaterfall.check(document);
  if (problems.length > 0) throw new Error(`the rules are refused: ${JSON.stringify(problems)}`);
  return lossWaterfall.compile(document);
}

const position = fc.record({
  scope: fc.constant('cross:net'),
  size,
  entryPrice: price,
  accountValue: amount(30_000),
  notional: amount(200_000),
});

const LOSER = 'loser';

/** Ids in which UTF-16 order and UTF-8 order differ too. */
const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'b2', 'ab', 'é', '\u{1f600}', '\uffee', 'z', LOSER), {
  maxLength: 9,
});

const candidateOf = (id: string): fc.Arbitrary<Candidate> =>
  fc.record({
    id: fc.constant(id),
    ownerId: fc.constantFrom(null, 'o-loser', 'o-1', 'o-2', 'o-3'),
    tags: fc.constantFrom([], [], ['maker']),
    accountValue: fc.integer({ min: -2_000, max: 30_000 }).map((units) => decimal(BigInt(units), 2)),
    notional: amount(200_000),
    positivePnl: amount(20_000, 3),
    positions: fc.array(position, { maxLength: 1 }),
    facts: fc.constant({}),
  });

const purse = fc.array(
  fc.constantFrom('USDT', 'BTC', 'ETH').chain((asset) => amount(6_000).map((held) => ({ asset, amount: held }))),
  {
    maxLength: 2,
  },
);

const event: fc.Arbitrary<LossEvent> = fc.record({
  at: fc.constant(0),
  accountId: fc.constant(LOSER),
  ownerId: fc.constantFrom(null, 'o-loser'),
  contract: fc.constantFrom(LINEAR, LINEAR, INVERSE),
  markPrice: price,
  openPosition: fc.option(fc.record({ size, closePrice: price })),
  deficit: fc.option(
    positive(200_000, 3).map((missing) => ({ asset: 'USDT', amount: missing })),
    { freq: 4 },
  ),
  isOwed: fc.constantFrom(false, false, false, true),
  residual: purse,
  fees: purse,
});

const optionalAmount = fc.option(amount(40_000));

const fund: fc.Arbitrary<FundOfLoss> = fc.record({
  rules: fc.record({
    name: fc.constant('main'),
    groups: fc.constant(null),
    asset: fc.constantFrom('USDT', 'USDT', 'BTC', 'ETH'),
    inflows: fc.constant({ surplusShare: decimal(1n), feeShare: decimal(1n), takesDeposits: true }),
    balanceFloor: amount(20_000),
    caps: fc.record({
      lossDrawnMax: optionalAmount,
      accountDrawnMax: optionalAmount,
      periodDrawnMax: optionalAmount,
      periodSeconds: fc.constant(3_600),
    }),
    adlSwitch: fc.constant(null),
    takeover: fc.constant(null),
  }),
  state: fc.record({
    compartment: fc.constant('main'),
    balance: amount(60_000),
    drawnInPeriod: amount(30_000),
    drawnForAccount: amount(30_000),
    isAdlOn: fc.boolean(),
    window: fc.constant(null),
  }),
});

const drawn = fc
  .array(
    fc
      .constantFrom('treasury', 'socialization', 'adl', 'insurance-fund')
      .chain((layer) => amount(20_000).map((borne) => [layer, borne] as const)),
  )
  .map((rows) => new Map(rows));

/** Any loss on any book under any waterfall: amounts of a few cents to a few thousand, so that everything binds at times. */
export const arbitraryRun: fc.Arbitrary<WaterfallRun> = fc.record({
  rules,
  event,
  candidates: ids.chain((each) => fc.tuple(...each.map(candidateOf))),
  fund: fc.option(fund, { freq: 4 }),
  treasury: purse,
  drawnInPeriod: drawn,
  assets: fc.constant(
    new Map([
      ['USDT', { asset: 'USDT', precision: 2 }],
      ['BTC', { asset: 'BTC', precision: 8 }],
      ['ETH', { asset: 'ETH', precision: 8 }],
    ]),
  ),
  prices: fc.constant<ReadonlyMap<string, Decimal>>(
    new Map([
      ['USDT', decimal(1n)],
      ['BTC', decimalOf('60123.4567')],
    ]),
  ),
  sha256: fc.constant(sha256),
});

/** Any open position on any book, with nothing but deleveraging to place it. */
export const arbitraryDeleveraging: fc.Arbitrary<WaterfallRun & { readonly openPosition: OpenPosition }> = fc
  .tuple(arbitraryRun, deleveragings, fc.integer({ min: 60, max: 140 }), size)
  .map(([run, only, close, open]) => {
    const openPosition = { size: open, closePrice: decimal(BigInt(close)) };
    return {
      ...run,
      rules: only,
      event: { ...run.event, openPosition },
      candidates: run.candidates.map((candidate) => againstIt(candidate, openPosition)),
      openPosition,
    };
  });

/** Most of the book on the other side of the open position: what stands on its own side is never asked. */
function againstIt(candidate: Candidate, openPosition: OpenPosition): Candidate {
  if (candidate.id === 'z') return candidate;
  const positions = candidate.positions.map((held) => {
    const isOpposite = isNegative(held.size) !== isNegative(openPosition.size);
    return isOpposite ? held : { ...held, size: negate(held.size) };
  });
  return { ...candidate, positions };
}
