import type { VersionReference } from '../decision/index.ts';
import type { JudgeContext } from './judge-context.ts';
import type { PoolJudgement } from './judgement.ts';

/** The versions that took part in a judgement, by policy id. */
export function versionsUsed(context: JudgeContext, pools: readonly PoolJudgement[]): VersionReference[] {
  const { set, policies } = context;
  const used = new Map<string, VersionReference>();
  const use = (reference: VersionReference | undefined): void => {
    if (reference !== undefined) used.set(reference.policy, reference);
  };
  use(set.valuation.reference);
  use(set.specification.reference);
  use(policies.trigger.reference);
  const isConverted = set.valuation.compiled.collateralMode === 'multi-asset';
  for (const { pool } of pools) {
    const contracts = [...pool.positions, ...pool.orders].map(({ contract }) => contract);
    for (const contract of contracts) {
      use(policies.ladderOf(contract)?.reference);
      use(policies.dynamicMarginOf(contract)?.reference);
    }
    if (pool.scope !== 'cross' || !isConverted) continue;
    const settled = contracts.map((name) => set.specification.compiled.contracts.get(name)?.settlementAsset ?? '');
    for (const asset of [...pool.balances.keys(), ...settled]) use(policies.haircutOf(asset)?.reference);
  }
  return [...used.values()]
    .map(({ policy, version }) => ({ policy, version }))
    .sort((a, b) => (a.policy < b.policy ? -1 : 1));
}
