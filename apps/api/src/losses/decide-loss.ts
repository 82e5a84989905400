import type { LossFairness, LossLayer, LossResource } from '@backstop/contracts';
import { decisionId } from '@backstop/core/decision';
import { decimal, formatDecimal, type Decimal } from '@backstop/core/num';
import { formatInstant } from '@backstop/core/venue';
import {
  ALLOCATION_METHODS,
  balanceReset,
  fairnessOf,
  formatFraction,
  runWaterfall,
  type Allocation,
  type AssetAmount,
  type Exempted,
  type LayerOutcome,
  type LayerType,
  type WaterfallOutcome,
  type WaterfallRun,
} from '@backstop/core/waterfall';
import { sha256 } from '../persistence/sha256.ts';
import { lossAllocations, type LossAllocation } from './loss-allocations.ts';
import { lossInput } from './loss-input.ts';
import type { LedgerFacts, LossQuestion } from './loss-question.ts';
import { waterfallRun, type LossRules } from './loss-run.ts';

/** What a loss comes to by itself: the same bytes for the same question under the same rules. */
export type LossOutcome = Omit<LossResource, 'id' | 'sequence' | 'recordedAt' | 'recordedBy' | 'allocations'>;

export interface DecidedLoss {
  readonly outcome: LossOutcome;
  /** In the order of the rules. */
  readonly layers: readonly LayerPaid[];
  /** ≥ 0, in the asset of the run. */
  readonly uncovered: Decimal;
  /** Canonical, in UTF-8: of a large book it is far too long a text to be handed about. */
  readonly input: Uint8Array;
}

/** What a layer bore, as it is booked. */
export interface LayerPaid {
  readonly type: LayerType;
  /** ≥ 0: of `adl` in the settlement asset, of others in the asset of the run. */
  readonly amount: Decimal;
  /** What it gave for it, by the asset that it gave. */
  readonly spent: readonly AssetAmount[];
}

/** Listed at most. */
const EXEMPTED_MAX = 100;

/** Runs the waterfall. Pure. */
export function decideLoss(
  rules: LossRules,
  question: LossQuestion,
  facts: LedgerFacts,
): DecidedLoss & { readonly allocations: readonly LossAllocation[] } {
  const asked = waterfallRun(rules, question, facts);
  const run = runWaterfall(asked);
  const input = lossInput(question, facts);
  const inputHash = sha256(input);
  const { set, policies, asset, goesTo } = rules;
  const { event, at, candidates, notJudged, chargedBefore } = question;
  const outcome: LossOutcome = {
    at: formatInstant(at),
    policySet: {
      hash: set.hash,
      waterfall: rules.waterfallReference,
      fund: policies.fund?.reference ?? null,
      protection: policies.protection?.reference ?? null,
    },
    decisionId: decisionId(set.hash, inputHash, at, sha256),
    inputHash,
    eventId: event.eventId ?? null,
    account: event.account,
    contract: event.contract,
    deficit: run.deficit === null ? null : textAmount(run.deficit),
    goesTo,
    layers: run.layers.map((layer) => layerResource(layer, asset.precision)),
    reset: goesTo === 'waterfall' ? resetResource(run) : null,
    owed: formatDecimal(run.owed),
    uncovered: formatDecimal(run.uncovered),
    sizeNotPlaced: formatDecimal(run.sizeNotPlaced),
    digest: run.digest,
    fairness: fairnessResource(run, asset.precision),
    methods: methodReports(asked, run, asset.precision),
    candidates: candidates.length,
    notJudged,
    chargedBefore,
  };
  return {
    ...{ outcome, layers: run.layers.map(layerPaid), uncovered: run.uncovered, input: Buffer.from(input) },
    allocations: lossAllocations(run, asset.precision),
  };
}

function layerPaid(layer: LayerOutcome): LayerPaid {
  const { type } = layer;
  return {
    type,
    amount: layer.type === 'adl' ? layer.absorbed : layer.drawn,
    spent: 'spent' in layer ? layer.spent : [],
  };
}

function textAmount({ asset, amount }: { readonly asset: string; readonly amount: Decimal }): {
  asset: string;
  amount: string;
} {
  return { asset, amount: formatDecimal(amount) };
}

function resetResource(run: WaterfallOutcome): LossResource['reset'] {
  const reset = balanceReset(run);
  if (reset === null) return null;
  return {
    deficit: textAmount(reset.deficit),
    borneBy: reset.borneBy.map(({ layer, amount }) => ({ layer, amount: formatDecimal(amount) })),
    uncovered: formatDecimal(reset.uncovered),
  };
}

function layerResource(layer: LayerOutcome, precision: number): LossLayer {
  const own = { type: layer.type, drawn: formatDecimal(layer.drawn), limit: layer.limit };
  if (layer.type === 'adl') {
    const { price, sizePlaced, absorbed, closes, digest, exempted } = layer;
    return {
      ...own,
      price: price === null ? null : formatDecimal(price),
      ...{ sizePlaced: formatDecimal(sizePlaced), absorbed: formatDecimal(absorbed), closes: closes.length },
      ...{ digest, exempted: listed(exempted) },
    };
  }
  if (layer.type === 'socialization') {
    const { allocation, exempted } = layer;
    if (allocation === null) return { ...own, exempted: listed(exempted) };
    const { question, level, takingPart, shortfall } = allocation;
    return {
      ...own,
      method: question.method,
      level: level === null ? null : formatFraction(level),
      takingPart,
      shortfall: formatDecimal(decimal(shortfall, precision)),
      exempted: listed(exempted),
    };
  }
  return { ...own, spent: layer.spent.map(textAmount), compartment: layer.compartment };
}

function listed(exempted: readonly Exempted[]): { id: string; exemption: string }[] {
  return exempted.slice(0, EXEMPTED_MAX).map(({ id, exemption }) => ({ id, exemption }));
}

function allocationOf({ layers }: WaterfallOutcome): Allocation | null {
  const layer = layers.find(({ type }) => type === 'socialization');
  return layer?.type === 'socialization' ? layer.allocation : null;
}

function fairnessResource(run: WaterfallOutcome, precision: number): LossFairness | null {
  const allocation = allocationOf(run);
  if (allocation === null) return null;
  const { question, shares } = allocation;
  const { total, overshoot, undershoot, ...report } = fairnessOf({
    loss: question.loss,
    capacities: question.participants.capacities,
    shares,
  });
  const amount = (units: bigint): string => formatDecimal(decimal(units, precision));
  return {
    ...{ total: amount(total), overshoot: amount(overshoot), undershoot: amount(undershoot) },
    ...{ candidates: report.candidates, touched: report.touched, wiped: report.wiped },
    largestHaircutRate: formatDecimal(report.largestHaircutRate),
    haircutGini: formatDecimal(report.haircutGini),
    topTenShare: formatDecimal(report.topTenShare),
  };
}

/** Nobody looks at the digest of a run that was not asked for, and it would cost more than the run. */
const notAsked = (): string => '';

/** The very same run under each method: every column that a method asks for is reckoned for it. */
function methodReports(asked: WaterfallRun, run: WaterfallOutcome, precision: number): LossResource['methods'] {
  if (allocationOf(run) === null) return [];
  return ALLOCATION_METHODS.flatMap((method) => {
    const layers = asked.rules.layers.map((layer) =>
      // The function stands behind the data of a layer, where a mere copy leaves it out.
      layer.type === 'socialization' ? { ...layer, method, exemptionOf: layer.exemptionOf } : layer,
    );
    const isOwn = allocationOf(run)?.question.method === method;
    const other = isOwn ? run : runWaterfall({ ...asked, rules: { ...asked.rules, layers }, sha256: notAsked });
    const fairness = fairnessResource(other, precision);
    return fairness === null ? [] : [{ method, fairness }];
  });
}
