import { ACTIONS_WHERE_UNKNOWN, areLiquidating } from '../kinds/liquidation-trigger/index.ts';
import type { Hold, TriggerAction, ZoneJudgement } from '../kinds/liquidation-trigger/index.ts';
import { isNegative, isPositive } from '../num/index.ts';
import type { Finding } from '../problem/index.ts';
import type { ScopeFacts } from '../rules/index.ts';
import { formatInstant } from '../venue/index.ts';
import type { JudgeContext } from './judge-context.ts';
import type { JudgedZone, PoolFigures } from './judgement.ts';
import type { Pool } from './pool.ts';

const OPEN_LOSS: readonly TriggerAction[] = [{ type: 'open-loss', params: {} }];
const NONE: readonly TriggerAction[] = [];
const NO_FINDINGS: readonly Finding[] = [];

/** The zone of a scope and the findings that belong to it. */
export interface ZoneResult {
  readonly zone: JudgedZone;
  readonly indeterminate: readonly Finding[];
  readonly findings: readonly Finding[];
}

/**
 * The zone of a scope. Without figures it is indeterminate; without maintenance margin no rule is asked: `healthy`, or the
 * built-in `deficit` where accountValue < 0; else the trigger's rules decide. A hold turns a liquidation into waiting.
 */
export function judgeZone(context: JudgeContext, pool: Pool, figures: PoolFigures | null): ZoneResult {
  const { trigger } = context.policies;
  const previousZone = previousZoneOf(context, pool);
  if (figures === null) {
    const zone = { trigger, judgement: null, facts: null, previousZone, zone: null, actions: ACTIONS_WHERE_UNKNOWN };
    return { zone, indeterminate: NO_FINDINGS, findings: NO_FINDINGS };
  }
  if (!isPositive(figures.maintenanceMargin)) {
    const isDeficit = isNegative(figures.accountValue);
    const name = isDeficit ? 'deficit' : 'healthy';
    const zone = {
      trigger,
      judgement: null,
      facts: null,
      previousZone,
      zone: name,
      actions: isDeficit ? OPEN_LOSS : NONE,
    };
    return { zone, indeterminate: NO_FINDINGS, findings: NO_FINDINGS };
  }
  const facts = factsOf(context, pool, figures);
  const judgement = trigger.compiled.judge(facts, previousZone);
  const findings = historyFindings(context);
  if (judgement.zone === null) {
    const zone = { trigger, judgement, facts, previousZone, zone: null, actions: ACTIONS_WHERE_UNKNOWN };
    return { zone, indeterminate: unknownFacts(judgement), findings };
  }
  const hold = trigger.compiled.isLiquidating(judgement.zone) ? holdOf(context, pool) : null;
  const actions = hold === null ? judgement.actions : heldActions(judgement.actions, hold);
  const zone = { trigger, judgement, facts, previousZone, zone: judgement.zone, actions };
  return { zone, indeterminate: NO_FINDINGS, findings: hold === null ? findings : [...findings, holdFinding(hold)] };
}

function unknownFacts({ unknownFacts: facts }: ZoneJudgement): Finding[] {
  return facts.map((fact) => finding('fact_unknown', null, { fact }));
}

function holdFinding({ contract, reason, until }: Hold): Finding {
  return finding('liquidation_on_hold', contract, { observed: reason, limit: formatInstant(until) });
}

function previousZoneOf({ account }: JudgeContext, pool: Pool): string | null {
  const zones = account.state?.zones;
  return zones !== undefined && Object.hasOwn(zones, pool.key) ? (zones[pool.key] ?? null) : null;
}

function historyFindings({ account, policies }: JudgeContext): Finding[] {
  const isSaid = account.state === null && policies.trigger.compiled.hasExits;
  return isSaid ? [finding('no_history_enter_thresholds_apply', null, {})] : [];
}

function holdOf({ policies, at }: JudgeContext, pool: Pool): Hold | null {
  for (const hold of policies.trigger.compiled.holds) {
    if (at < hold.from || at >= hold.until) continue;
    if (pool.positions.some(({ contract }) => contract === hold.contract)) return hold;
  }
  return null;
}

function heldActions(actions: readonly TriggerAction[], hold: Hold): TriggerAction[] {
  const kept = actions.filter((action) => !areLiquidating([action]) && action.type !== 'hold');
  const params = { contract: hold.contract, until: formatInstant(hold.until), reason: hold.reason };
  return [...kept, { type: 'hold', params }];
}

function factsOf({ account, at }: JudgeContext, pool: Pool, figures: PoolFigures): ScopeFacts {
  return {
    at,
    equity: figures.equity,
    accountValue: figures.accountValue,
    initialMargin: figures.initialMargin,
    maintenanceMargin: figures.maintenanceMargin,
    notional: figures.notional,
    unrealizedPnl: figures.unrealizedPnl,
    withdrawable: figures.withdrawable,
    positionCount: pool.positions.length,
    scope: pool.scope,
    asset: pool.asset,
    contract: pool.contract,
    tags: account.tags,
    venue: account.facts,
  };
}

function finding(code: string, contract: string | null, values: Finding['values']): Finding {
  return { code, contract, asset: null, values };
}
