import type { PositionDecision, RuleTrace, ScopeDecision, TierDecision } from '../decision/index.ts';
import { divide, formatDecimal, isPositive } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Finding } from '../problem/index.ts';
import type { Position } from '../venue/index.ts';
import type { JudgeContext } from './judge-context.ts';
import type { JudgedZone, PoolFigures, PoolJudgement, PositionJudgement } from './judgement.ts';
import { determinedBy } from './determined-by.ts';
import { explain } from './explain.ts';
import { specifiedContract } from './contract-parts.ts';

/** Decimals of the margin ratio that is shown; nothing is decided by it. */
const MARGIN_RATIO_SCALE = 8;

/** A judged scope as it is answered: canonical decimal text, sentences, what cannot be judged null. */
export function renderScope(context: JudgeContext, judged: PoolJudgement, withTrace: boolean): ScopeDecision {
  const { pool, figures, zone } = judged;
  return {
    scope: pool.scope,
    ...(pool.contract === null || pool.side === null ? {} : { contract: pool.contract, side: pool.side }),
    asset: pool.asset,
    equity: text(figures?.equity),
    accountValue: text(figures?.accountValue),
    initialMargin: text(figures?.initialMargin),
    maintenanceMargin: text(figures?.maintenanceMargin),
    marginRatio: marginRatio(figures),
    state: figures?.state ?? null,
    liquidatable: figures?.liquidatable ?? null,
    zone: zone.zone,
    actions: zone.actions,
    withdrawable: text(figures?.withdrawable),
    deficit: text(figures?.deficit),
    positions: pool.positions.map((position) => renderPosition(context, position, judged.positions)),
    determinedBy: determinedBy(judged),
    indeterminate: judged.indeterminate.map(renderFinding),
    findings: judged.findings.map(renderFinding),
    ...(withTrace ? { trace: traceOf(zone) } : {}),
  };
}

/** A finding with its sentence. */
export function renderFinding(finding: Finding): ScopeDecision['findings'][number] {
  const { code, contract, asset, values } = finding;
  return { code, contract, asset, values, sentence: explain(finding) };
}

/** Every rule asked, the deciding one last; empty where no rule was asked. */
function traceOf({ trigger, facts, previousZone }: JudgedZone): RuleTrace[] {
  if (facts === null) return [];
  return trigger.compiled.trace(facts, previousZone).map((tried) => ({ ...trigger.reference, ...tried }));
}

function marginRatio(figures: PoolFigures | null): string | null {
  if (figures === null || !isPositive(figures.maintenanceMargin)) return null;
  return formatDecimal(divide(figures.equity, figures.maintenanceMargin, MARGIN_RATIO_SCALE, 'floor'));
}

function renderPosition(
  context: JudgeContext,
  position: Position,
  judged: readonly PositionJudgement[],
): PositionDecision {
  const found = judged.find(({ leg }) => leg.position === position);
  return {
    contract: position.contract,
    side: position.side,
    asset: specifiedContract(context, position.contract).settlementAsset,
    notional: text(found?.notional),
    unrealizedPnl: text(found?.unrealizedPnl),
    initialMargin: text(found?.initialMargin),
    maintenanceMargin: text(found?.maintenanceMargin),
    tier: found === undefined ? null : renderTier(found),
    liquidationPrice: text(found?.liquidationPrice),
    bankruptcyPrice: text(found?.bankruptcyPrice),
    bankruptcyAmount: text(found?.bankruptcyAmount),
  };
}

function renderTier({ tier, book }: PositionJudgement): TierDecision {
  const { ladder } = book.context;
  const isBySize = ladder.model === 'step' && ladder.basis === 'size';
  const borders = { floor: formatDecimal(tier.floor), cap: text(tier.cap) };
  return {
    notionalFloor: isBySize ? null : borders.floor,
    notionalCap: isBySize ? null : borders.cap,
    ...(isBySize ? { sizeFloor: borders.floor, sizeCap: borders.cap } : {}),
    maintenanceMarginRate: formatDecimal(tier.maintenanceMarginRate),
    maintenanceDeduction: formatDecimal(tier.maintenanceDeduction),
  };
}

function text(value: Decimal | null | undefined): string | null {
  return value === null || value === undefined ? null : formatDecimal(value);
}
