import { isAboveLastCap } from '../margin/index.ts';
import { absolute, formatDecimal, greaterThan, lessThan } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Finding } from '../problem/index.ts';
import { formatInstant } from '../venue/index.ts';
import type { ContractPart } from './contract-part.ts';
import type { JudgeContext } from './judge-context.ts';
import type { PoolFigures, PositionJudgement } from './judgement.ts';

/** What is worth saying about a scope beside its zone: limits passed that block new risk, figures that are missing. */
export function riskFindings(
  context: JudgeContext,
  parts: readonly ContractPart[],
  figures: PoolFigures | null,
  positions: readonly PositionJudgement[],
  cutAssets: readonly string[],
): Finding[] {
  const findings: Finding[] = [];
  for (const part of parts)
    findings.push(
      ...listingFindings(context, part),
      ...sizeFindings(part),
      ...capFindings(part),
      ...scalingFindings(part),
    );
  for (const position of positions) findings.push(...leverageFindings(position));
  for (const asset of cutAssets) {
    findings.push({ code: 'collateral_share_above_max', contract: null, asset, values: shareValues(context, asset) });
  }
  const initialMargin = figures?.initialMargin ?? null;
  if (figures !== null && initialMargin !== null && lessThan(figures.equity, initialMargin)) {
    const values = { observed: formatDecimal(figures.equity), limit: formatDecimal(initialMargin) };
    findings.push({ code: 'equity_below_initial_margin', contract: null, asset: null, values });
  }
  return findings;
}

function listingFindings({ at }: JudgeContext, { contract }: ContractPart): Finding[] {
  const name = contract.contract;
  const findings: Finding[] = [];
  if (contract.expiresAt !== null && contract.expiresAt <= at) {
    findings.push(about('contract_has_expired', name, formatInstant(at), formatInstant(contract.expiresAt)));
  }
  if (contract.listing === 'reduce-only') findings.push(about('contract_is_reduce_only', name, null, null));
  if (contract.listing === 'delisted') findings.push(about('contract_is_delisted', name, null, null));
  return findings;
}

function sizeFindings({ contract, book, openInterest }: ContractPart): Finding[] {
  const findings: Finding[] = [];
  const { positionSizeMax, openInterestMax } = contract;
  for (const { position } of book.legs) {
    const size = absolute(position.size);
    if (positionSizeMax === null || !greaterThan(size, positionSizeMax)) continue;
    findings.push(aboutLimit('position_size_above_max', contract.contract, size, positionSizeMax));
  }
  if (openInterestMax !== null && openInterest !== null && greaterThan(openInterest, openInterestMax)) {
    findings.push(aboutLimit('open_interest_above_max', contract.contract, openInterest, openInterestMax));
  }
  return findings;
}

function capFindings({ book, exposures, initialMargin, contract }: ContractPart): Finding[] {
  const findings: Finding[] = [];
  const { ladder } = book.context;
  if (initialMargin === null) findings.push(about('open_interest_missing', contract.contract, null, null));
  if (ladder.model !== 'step') return findings;
  for (const { notional, exposure } of exposures) {
    const measure = ladder.basis === 'size' ? exposure.units : notional;
    if (!isAboveLastCap(ladder, measure)) continue;
    const code = ladder.basis === 'size' ? 'size_above_last_cap' : 'notional_above_last_cap';
    const cap = ladder.tiers[ladder.tiers.length - 1]?.cap ?? null;
    findings.push(about(code, contract.contract, formatDecimal(measure), cap === null ? null : formatDecimal(cap)));
  }
  return findings;
}

function scalingFindings({ contract, book }: ContractPart): Finding[] {
  const { scaling } = book.context.ladder;
  if (scaling === null) return [];
  const values = { initial: formatDecimal(scaling.initial), maintenance: formatDecimal(scaling.maintenance) };
  return [{ code: 'margin_is_multiplied', contract: contract.contract, asset: null, values }];
}

function leverageFindings({ leg, tier }: PositionJudgement): Finding[] {
  const { leverage, contract } = leg.position;
  if (leverage === null || tier.leverageMax === null || !greaterThan(leverage, tier.leverageMax)) return [];
  return [aboutLimit('leverage_above_tier_max', contract, leverage, tier.leverageMax)];
}

function shareValues({ policies }: JudgeContext, asset: string): Finding['values'] {
  const shareMax = policies.haircutOf(asset)?.compiled.shareMax ?? null;
  return { observed: null, limit: shareMax === null ? null : formatDecimal(shareMax) };
}

function aboutLimit(code: string, contract: string, observed: Decimal, limit: Decimal): Finding {
  return about(code, contract, formatDecimal(observed), formatDecimal(limit));
}

function about(code: string, contract: string, observed: string | null, limit: string | null): Finding {
  return { code, contract, asset: null, values: { observed, limit } };
}
