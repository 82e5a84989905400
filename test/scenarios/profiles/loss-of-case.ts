import type { CompiledSet } from '@backstop/core/evaluation';
import { formatDecimal } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import type { Contract, Instant } from '@backstop/core/venue';
import { compartmentOf, deficitGoesTo, runWaterfall } from '@backstop/core/waterfall';
import type {
  AssetAmount,
  Candidate,
  FundOfLoss,
  LayerOutcome,
  LossEvent,
  WaterfallOutcome,
} from '@backstop/core/waterfall';
import { sha256 } from '../../builders/sha256.ts';
import type { CaseAmount, CaseCandidate, CaseLoss } from './case-file.ts';

/** Who bears the loss of a case under a set: by the account itself where it is not protected, else by the layers. */
export function bornLoss(set: CompiledSet, loss: CaseLoss, at: Instant): object {
  const policies = set.losses(loss.tags ?? []);
  const goesTo = deficitGoesTo(policies.protection?.compiled ?? null, loss.tags ?? []);
  const { contracts, assets } = set.specification.compiled;
  const contract = contracts.get(loss.contract);
  const waterfall = policies.waterfallOf(loss.contract)?.compiled;
  if (contract === undefined || waterfall === undefined) throw new Error(`no waterfall for ${loss.contract}`);
  const outcome = runWaterfall({
    rules: waterfall,
    event: eventOf(loss, contract, at, goesTo === 'receivable'),
    candidates: (loss.candidates ?? []).map(candidateOf),
    fund: fundOf(set, loss, contract),
    treasury: amounts(loss.treasury),
    drawnInPeriod: new Map(),
    assets,
    prices: new Map(Object.entries(loss.prices ?? {}).map(([asset, price]) => [asset, decimalOf(price)])),
    sha256,
  });
  return { goesTo, ...shown(outcome) };
}

function eventOf(loss: CaseLoss, contract: Contract, at: Instant, isOwed: boolean): LossEvent {
  const { openPosition, deficit } = loss;
  return {
    at,
    accountId: loss.account,
    ownerId: loss.ownerId ?? null,
    contract,
    markPrice: decimalOf(loss.markPrice),
    openPosition:
      openPosition === undefined
        ? null
        : { size: decimalOf(openPosition.size), closePrice: decimalOf(openPosition.closePrice) },
    deficit: deficit === undefined ? null : { asset: deficit.asset, amount: decimalOf(deficit.amount) },
    isOwed,
    residual: amounts(loss.residual),
    fees: amounts(loss.fees),
  };
}

function fundOf(set: CompiledSet, { tags, fundBalance, deficit }: CaseLoss, contract: Contract): FundOfLoss | null {
  const fund = set.losses(tags ?? []).fund?.compiled ?? null;
  const rules = fund === null ? null : compartmentOf(fund, contract.group, deficit?.asset ?? contract.settlementAsset);
  if (rules === null) return null;
  const [balance, nothing] = [decimalOf(fundBalance ?? '0'), decimalOf('0')];
  const state = {
    compartment: rules.name,
    balance,
    drawnInPeriod: nothing,
    drawnForAccount: nothing,
    isAdlOn: false,
    window: null,
  };
  return { rules, state };
}

function candidateOf(candidate: CaseCandidate): Candidate {
  return {
    id: candidate.id,
    ownerId: candidate.ownerId ?? null,
    tags: [],
    accountValue: decimalOf(candidate.accountValue),
    notional: decimalOf(candidate.notional),
    positivePnl: decimalOf(candidate.positivePnl),
    positions: (candidate.positions ?? []).map(({ scope, size, entryPrice, accountValue, notional }) => ({
      scope,
      size: decimalOf(size),
      entryPrice: decimalOf(entryPrice),
      accountValue: decimalOf(accountValue),
      notional: decimalOf(notional),
    })),
    facts: {},
  };
}

function amounts(rows: readonly CaseAmount[] = []): AssetAmount[] {
  return rows.map(({ asset, amount }) => ({ asset, amount: decimalOf(amount) }));
}

/** Amounts as text, closes by account in their order, shares by account in units; only what anybody bears. */
function shown({ deficit, layers, owed, uncovered, sizeNotPlaced }: WaterfallOutcome): object {
  return {
    deficit: deficit === null ? null : { asset: deficit.asset, amount: formatDecimal(deficit.amount) },
    layers: layers.map(shownLayer),
    owed: formatDecimal(owed),
    uncovered: formatDecimal(uncovered),
    sizeNotPlaced: formatDecimal(sizeNotPlaced),
  };
}

function shownLayer(layer: LayerOutcome): object {
  const { type, limit } = layer;
  const common = { type, drawn: formatDecimal(layer.drawn), limit };
  if (layer.type === 'adl') {
    const closes = layer.closes.filter(({ lots }) => lots > 0n);
    return {
      ...common,
      sizePlaced: formatDecimal(layer.sizePlaced),
      absorbed: formatDecimal(layer.absorbed),
      closes: closes.map(({ id, rank, size, realizedPnl }) => {
        return { id, rank, size: formatDecimal(size), realizedPnl: formatDecimal(realizedPnl) };
      }),
    };
  }
  if (layer.type !== 'socialization' || layer.allocation === null) return common;
  const { question, shares } = layer.allocation;
  const byAccount = question.participants.ids.map((id, at) => [id, String(shares[at] ?? 0n)] as const);
  return { ...common, units: Object.fromEntries(byAccount) };
}
