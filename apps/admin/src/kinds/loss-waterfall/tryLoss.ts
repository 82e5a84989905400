import { kinds } from '@backstop/core/kinds';
import { formatDecimal, ONE, parseDecimal, ZERO, type Decimal } from '@backstop/core/num';
import { runWaterfall, type Candidate, type LayerOutcome, type WaterfallOutcome } from '@backstop/core/waterfall';
import type { LossLayer } from '@backstop/contracts';

/** What a waterfall is tried with: a deficit and a fund, as they are typed. */
export interface TriedLoss {
  readonly asset: string;
  readonly deficit: string;
  readonly fund: string;
}

/** What comes of it, in the shape in which the service tells of a loss. */
export interface TriedOutcome {
  readonly deficit: { readonly asset: string; readonly amount: string } | null;
  readonly layers: LossLayer[];
  readonly owed: string;
  readonly uncovered: string;
}

/** Decimals of the asset of the trial: where a unit ends. */
const PRECISION = 8;

/** Profits of the accounts of the trial, of what each has ten times as much. */
const PROFITS = ['500000', '200000', '50000'];

/** Runs a checked document on a deficit and three winners; null while what is typed is no amount above zero. */
export function tryLoss(document: Readonly<Record<string, unknown>>, tried: TriedLoss): TriedOutcome | null {
  const deficit = parseDecimal(tried.deficit);
  const balance = parseDecimal(tried.fund);
  if (deficit === null || balance === null || tried.asset === '') return null;
  if (!/[1-9]/.test(tried.deficit) || tried.deficit.startsWith('-') || tried.fund.startsWith('-')) return null;
  const kind = kinds['loss-waterfall'];
  const { asset } = tried;
  const outcome = runWaterfall({
    rules: kind.compile(kind.schema.parse(document)),
    event: { ...eventOf(asset), deficit: { asset, amount: deficit } },
    candidates: PROFITS.map((profit, index) =>
      candidateOf(`winner-${String(index + 1)}`, parseDecimal(profit) ?? ZERO),
    ),
    fund: fundOf(asset, balance),
    treasury: [],
    drawnInPeriod: new Map(),
    assets: new Map([[asset, { asset, precision: PRECISION }]]),
    prices: new Map(),
    // The digest of a trial is shown to nobody.
    sha256: () => '',
  });
  return told(outcome);
}

function eventOf(asset: string) {
  return {
    at: 0,
    accountId: 'loser',
    ownerId: null,
    contract: {
      contract: 'TRIAL',
      type: 'linear',
      multiplier: ONE,
      base: 'TRIAL',
      quote: asset,
      settlementAsset: asset,
      tickSize: null,
      lotSize: null,
      group: 'trial',
      expiresAt: null,
      positionSizeMax: null,
      openInterestMax: null,
      listing: 'listed',
    },
    markPrice: ONE,
    openPosition: null,
    isOwed: false,
    residual: [],
    fees: [],
  } as const;
}

function candidateOf(id: string, positivePnl: Decimal): Candidate {
  const accountValue = parseDecimal(`${formatDecimal(positivePnl)}0`) ?? positivePnl;
  return { id, ownerId: null, tags: [], accountValue, notional: accountValue, positivePnl, positions: [], facts: {} };
}

function fundOf(asset: string, balance: Decimal) {
  const caps = { lossDrawnMax: null, accountDrawnMax: null, periodDrawnMax: null, periodSeconds: null };
  const inflows = { surplusShare: ONE, feeShare: ONE, takesDeposits: true };
  return {
    rules: { name: asset, groups: null, asset, inflows, balanceFloor: ZERO, caps, adlSwitch: null, takeover: null },
    state: { compartment: asset, balance, drawnInPeriod: ZERO, drawnForAccount: ZERO, isAdlOn: true, window: null },
  };
}

function told({ deficit, layers, owed, uncovered }: WaterfallOutcome): TriedOutcome {
  return {
    deficit: deficit === null ? null : { asset: deficit.asset, amount: formatDecimal(deficit.amount) },
    layers: layers.map(layerOf),
    owed: formatDecimal(owed),
    uncovered: formatDecimal(uncovered),
  };
}

function layerOf(layer: LayerOutcome): LossLayer {
  const { type, drawn, limit } = layer;
  const shared =
    layer.type === 'socialization' && layer.allocation !== null
      ? { method: layer.allocation.question.method, takingPart: PROFITS.length }
      : {};
  return { type, drawn: formatDecimal(drawn), limit, ...shared };
}
