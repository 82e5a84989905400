import { divide, formatDecimal, isPositive, isZero, ZERO } from '../num/index.ts';
import { formatInstant } from '../venue/index.ts';
import type { LiquidationRules } from '../liquidation/index.ts';
import { sizeLeft } from './close-part.ts';
import type { EndReason, PlanEnd, PlannedFill, PlannedState, PlanStep, ScopePlan } from './liquidation-plan.ts';
import type { PlannedPart } from './planned-part.ts';
import { STEPS_MAX } from './plan-scope.ts';
import type { ExactPlan, ExactStep } from './plan-scope.ts';
import type { Fill } from './reduce-step.ts';
import type { ScopeState } from './scope-state.ts';

/** A scope's plan as it is answered: canonical decimal text, and why it ends in a sentence. */
export function renderPlan(plan: ExactPlan, rules: LiquidationRules | null): ScopePlan {
  const { pool } = plan.before;
  return {
    scope: pool.scope,
    ...(pool.contract === null || pool.side === null ? {} : { contract: pool.contract, side: pool.side }),
    asset: pool.asset,
    before: plan.before.figures === null ? null : stateText(plan.before),
    steps: plan.steps.map(stepText),
    end: endText(plan, rules),
  };
}

function stepText(step: ExactStep): PlanStep {
  switch (step.type) {
    case 'cancel-orders':
      return { type: step.type, orders: step.orders, after: stateText(step.state) };
    case 'convert-collateral': {
      const { sold, soldAmount, bought, boughtAmount, discount } = step.conversion;
      return {
        type: step.type,
        sold,
        soldAmount: formatDecimal(soldAmount),
        bought,
        boughtAmount: formatDecimal(boughtAmount),
        discount: formatDecimal(discount),
        after: stateText(step.state),
      };
    }
    case 'reduce': {
      const { planned, sizeBy, limit, atMark, atLimit, assumed } = step.reduction;
      return {
        type: step.type,
        ...partText(planned),
        order: isPositive(planned.part.signedUnits) ? 'sell' : 'buy',
        sizeBy,
        limitPrice: limit.price === null ? null : formatDecimal(limit.price),
        atMark: fillText(atMark),
        atLimit: fillText(atLimit),
        assumed: fillText(assumed),
      };
    }
    case 'takeover':
      return {
        type: step.type,
        ...partText(step.reduction.planned),
        reason: step.reason,
        after: stateText(step.state),
      };
  }
}

function partText({ leg, size, part, bankruptcyAmount, notional }: PlannedPart) {
  const { position } = leg.leg;
  return {
    contract: position.contract,
    side: position.side,
    size: formatDecimal(size),
    sizeLeft: formatDecimal(sizeLeft(position, size)),
    settlementAsset: part.contract.settlementAsset,
    notional: formatDecimal(notional),
    bankruptcyAmount: formatDecimal(bankruptcyAmount),
  };
}

function fillText({ cash, fee, fundFee, surplus, state }: Fill): PlannedFill {
  return {
    cash: formatDecimal(cash),
    fee: formatDecimal(fee),
    fundFee: formatDecimal(fundFee),
    surplus: formatDecimal(surplus),
    after: stateText(state),
  };
}

function stateText({ figures, zone }: ScopeState): PlannedState {
  const initialMargin = figures?.initialMargin ?? null;
  return {
    equity: formatDecimal(figures?.equity ?? ZERO),
    accountValue: formatDecimal(figures?.accountValue ?? ZERO),
    maintenanceMargin: formatDecimal(figures?.maintenanceMargin ?? ZERO),
    initialMargin: initialMargin === null ? null : formatDecimal(initialMargin),
    zone,
  };
}

function endText(plan: ExactPlan, rules: LiquidationRules | null): PlanEnd {
  const { reason, resumesAt, last } = plan;
  const deficit = last.positions.length === 0 ? (last.figures?.deficit ?? null) : null;
  return {
    reason,
    sentence: sentenceOf(plan, rules),
    resumesAt: resumesAt === null ? null : formatInstant(resumesAt),
    deficit: deficit === null || isZero(deficit) ? '0' : formatDecimal(deficit),
  };
}

function sentenceOf(plan: ExactPlan, rules: LiquidationRules | null): string {
  const { last, resumesAt } = plan;
  const zone = last.zone ?? 'unknown';
  const until = resumesAt === null ? 'later' : `at ${formatInstant(resumesAt)}`;
  const sentences: Readonly<Record<EndReason, () => string>> = {
    'not-liquidating': () => `the zone is \`${zone}\`, in which nothing is liquidated`,
    'no-policy': () => 'no `forced-liquidation` policy in force speaks for the account',
    'on-hold': () => `the zone is \`${zone}\`, and its liquidation is on hold`,
    indeterminate: () => 'the scope cannot be judged, so that nothing is planned on it',
    restored: () => restoredSentence(plan, rules),
    'nothing-left': () => nothingLeftSentence(last, plan.before.pool.asset),
    cooldown: () => `the next reduction waits for the cooldown and may follow ${until}`,
    interval: () => `the interval allows no more to be reduced and goes on ${until}`,
    'limit-out-of-reach': () => 'no order can fill within its limit at the mark, and positions are not taken over',
    'steps-max': () => `a plan has at most ${String(STEPS_MAX)} steps by scope, and this scope needs more`,
  };
  return sentences[plan.reason]();
}

function restoredSentence({ last }: ExactPlan, rules: LiquidationRules | null): string {
  const { figures } = last;
  if (figures === null || rules === null) return 'the scope is restored';
  const [equity, margin] = [formatDecimal(figures.equity), formatDecimal(figures.maintenanceMargin)];
  const buffer = formatDecimal(rules.exitBuffer);
  if (!isPositive(figures.maintenanceMargin)) return `equity ${equity} has no maintenance margin left to cover`;
  const ratio = formatDecimal(divide(figures.equity, figures.maintenanceMargin, RATIO_DECIMALS, 'floor'));
  return `equity ${equity} is ${ratio} times the maintenance margin ${margin}, at or above the exit buffer ${buffer}`;
}

/** Decimals of a ratio that is shown; nothing is decided by it. */
const RATIO_DECIMALS = 4;

function nothingLeftSentence({ figures }: ScopeState, asset: string): string {
  if (figures === null || isZero(figures.deficit)) return 'no position is left, and nothing is missing';
  return `no position is left, and ${formatDecimal(figures.deficit)} ${asset} are missing`;
}
