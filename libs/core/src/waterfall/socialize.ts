import { notionalOf } from '../margin/index.ts';
import { absolute, add, isZero, minimum, multiply, round, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { candidateLeverage, candidateScore, scoreContext } from './adl-score.ts';
import type { ScoreContext } from './adl-score.ts';
import { allocate } from './allocation/allocate.ts';
import type { AllocationQuestion } from './allocation/allocation.ts';
import { assetOf } from './asset-of.ts';
import { tightest } from './bound.ts';
import type { Candidate } from './candidate.ts';
import { exemptedById } from './exempted-by-id.ts';
import { layerCaps } from './layer-caps.ts';
import type { AssetAmount } from './loss-event.ts';
import { fromUnits, toUnits } from './units.ts';
import type { Exempted, SocializationOutcome } from './waterfall-outcome.ts';
import type { SocializationLayer } from './waterfall-rules.ts';
import type { WaterfallRun } from './waterfall-run.ts';

/** Shares out what is asked among the candidates, in whole units of its asset. */
export function socialize(layer: SocializationLayer, run: WaterfallRun, asked: AssetAmount): SocializationOutcome {
  const cap = tightest(layerCaps(layer, asked.asset, run.drawnInPeriod));
  const { precision } = assetOf(run.assets, asked.asset);
  const allowed = cap === null ? asked.amount : minimum(asked.amount, round(cap.amount, precision, 'floor'));
  const nothing = { type: layer.type, drawn: ZERO, allocation: null, exempted: [] };
  if (isZero(allowed)) return { ...nothing, limit: isZero(asked.amount) ? null : (cap?.limit ?? null) };
  const { question, exempted } = socializationQuestion(layer, run, asked.asset, toUnits(allowed, precision, 'floor'));
  const allocation = allocate(question);
  const isCapped = cap !== null && allowed !== asked.amount;
  return {
    ...nothing,
    drawn: fromUnits(allocation.allocated, precision),
    limit: allocation.shortfall > 0n ? 'candidates' : isCapped ? cap.limit : null,
    allocation,
    exempted,
  };
}

/** What is asked of the allocation, and who is left out by rule: the account that loses is no candidate. */
export function socializationQuestion(
  layer: SocializationLayer,
  run: WaterfallRun,
  asset: string,
  loss: bigint,
): { readonly question: AllocationQuestion; readonly exempted: readonly Exempted[] } {
  const { precision } = assetOf(run.assets, asset);
  const context = scoreContext(run.event, assetOf(run.assets, run.event.contract.settlementAsset));
  const candidates = run.candidates.filter(({ id }) => id !== run.event.accountId);
  const exempted: Exempted[] = [];
  const capacities = candidates.map((candidate) => {
    const exemption = layer.exemptionOf(candidate, run.event.at);
    if (exemption === null) return toUnits(capacityOf(layer.capacity, candidate), precision, 'floor');
    exempted.push({ id: candidate.id, exemption });
    return 0n;
  });
  const minimumOfAsset = layer.capacityMin.get(asset);
  const least = minimumOfAsset === undefined ? 1n : toUnits(minimumOfAsset, precision, 'ceil');
  return {
    question: {
      method: layer.method,
      loss,
      participants: {
        ids: candidates.map(({ id }) => id),
        capacities,
        bases: candidates.map((candidate) => toUnits(baseOf(layer.base, candidate, context), precision, 'floor')),
        scores: layer.method === 'queue' ? candidates.map((each) => candidateScore(layer.score, context, each)) : null,
        leverages: layer.method === 'risk-weighted' ? candidates.map(candidateLeverage) : null,
      },
      capRate: layer.capRate,
      riskExponent: layer.riskExponent,
      capacityMin: least < 1n ? 1n : least,
    },
    exempted: exemptedById(exempted),
  };
}

/** Never more than the account is worth: sharing a loss out leaves nobody below zero. */
function capacityOf(capacity: SocializationLayer['capacity'], { positivePnl, accountValue }: Candidate): Decimal {
  return capacity === 'positive-pnl' ? minimum(positivePnl, accountValue) : accountValue;
}

/** Open interest is of both sides of the contract, at the mark. */
function baseOf(base: SocializationLayer['base'], candidate: Candidate, context: ScoreContext): Decimal {
  if (base === 'positive-pnl') return candidate.positivePnl;
  if (base === 'account-value') return candidate.accountValue;
  const { contract, markPrice, precision } = context;
  let total = ZERO;
  for (const { size } of candidate.positions) {
    total = add(total, notionalOf(contract, multiply(absolute(size), contract.multiplier), markPrice, precision));
  }
  return total;
}
