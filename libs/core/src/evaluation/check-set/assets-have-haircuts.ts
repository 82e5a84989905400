import { buildScopeIndex, resolveScope } from '../../policy/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { SetPolicies } from '../set-policies.ts';

/** Where assets are converted, every asset of the specification has a haircut, and the valuation asset is one of them. */
export function assetsHaveHaircuts(policies: SetPolicies): Problem[] {
  const index = buildScopeIndex(policies.haircuts);
  const problems: Problem[] = [];
  for (const { compiled: valuation, reference } of policies.valuations) {
    for (const { compiled: specification, reference: specified } of policies.specifications) {
      if (!specification.assets.has(valuation.valuationAsset)) {
        problems.push({
          code: 'valuation_asset_must_be_specified',
          path: `/${reference.policy}/document/valuationAsset`,
          message: `valuation asset \`${valuation.valuationAsset}\` is not in the assets of \`${specified.policy}\``,
        });
      }
      if (valuation.collateralMode !== 'multi-asset') continue;
      for (const asset of specification.assets.keys()) {
        if (resolveScope(index, { asset, tags: [] }, []) !== null) continue;
        problems.push({
          code: 'asset_must_have_a_haircut',
          path: `/${specified.policy}/document/assets/${asset}`,
          message: `no \`collateral-haircut\` policy in force speaks for asset \`${asset}\``,
          suggestion: `add a haircut for \`${asset}\`, of weight 0 if it must not count`,
        });
      }
    }
  }
  return problems;
}
