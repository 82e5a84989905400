import type { PolicyEnvelope } from '@backstop/core/policy';
import type { CollateralWeight } from './collateral-weights.ts';

/** One `collateral-haircut` policy for each weight: one tier without end, at the index price. */
export function collateralPolicies(weights: readonly CollateralWeight[]): PolicyEnvelope[] {
  return weights.map(({ asset, weight }) => ({
    kind: 'collateral-haircut',
    key: asset === '*' ? 'other' : asset,
    title: asset === '*' ? 'Every other asset as collateral' : `${asset} as collateral`,
    scope: { assets: asset === '*' ? '*' : [asset] },
    document: { model: 'ladder', tiers: [{ valueFloor: '0', valueCap: null, weight }] },
  }));
}

/** The assets that weights name, `*` aside. */
export function weightedAssets(weights: readonly CollateralWeight[]): string[] {
  return weights.map(({ asset }) => asset).filter((asset) => asset !== '*');
}
