import type { Outcome } from '../decision/index.ts';
import type { Finding } from '../problem/index.ts';
import { contractParts, precisionOf, specifiedContract } from './contract-parts.ts';
import { holdingsOf } from './holdings.ts';
import { judgePositions } from './judge-positions.ts';
import type { JudgeContext } from './judge-context.ts';
import { judgeZone } from './judge-zone.ts';
import type { AccountJudgement, PoolJudgement } from './judgement.ts';
import { poolsOf } from './pool.ts';
import type { Pool } from './pool.ts';
import { pricedPool } from './priced-pool.ts';
import { riskFindings } from './risk-findings.ts';

/**
 * Judges every scope of an account: figures, prices, zone. The account's and market's names have been checked against the
 * set before; the same input gives the same judgement, in whatever order its lists stand.
 */
export function judgeAccount(context: JudgeContext): AccountJudgement {
  const { valuationAsset, collateralMode } = context.set.valuation.compiled;
  const pools = poolsOf(context.account, {
    valuationAsset,
    collateralMode,
    settlementAssetOf: (contract) => specifiedContract(context, contract).settlementAsset,
  }).map((pool) => judgePool(context, pool));
  return { outcome: outcomeOf(pools), pools };
}

function judgePool(context: JudgeContext, pool: Pool): PoolJudgement {
  const { parts, problems: contractProblems } = contractParts(context, pool);
  const { holdings, problems: assetProblems } = holdingsOf(context, pool, parts);
  const problems: Finding[] = [...contractProblems, ...assetProblems];
  const priced = problems.length === 0 ? pricedPool(parts, holdings, precisionOf(context, pool.asset)) : null;
  const figures = priced?.figures ?? null;
  const positions = parts.flatMap((part) => judgePositions(part, priced));
  const { zone, indeterminate, findings } = judgeZone(context, pool, figures);
  return {
    pool,
    figures,
    positions,
    zone,
    indeterminate: [...problems, ...indeterminate],
    findings: [...findings, ...riskFindings(context, parts, figures, positions, priced?.value.cutAssets ?? [])],
  };
}

function outcomeOf(pools: readonly PoolJudgement[]): Outcome {
  let outcome: Outcome = 'pass';
  for (const { zone } of pools) {
    if (zone.zone === null) outcome = 'indeterminate';
    else if (zone.zone === 'deficit' || zone.trigger.compiled.isLiquidating(zone.zone)) return 'breach';
  }
  return outcome;
}
