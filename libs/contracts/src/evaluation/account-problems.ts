import { pointerOf } from '@backstop/core/policy';
import type { Problem } from '@backstop/core/problem';
import type { CollateralRequest, PositionRequest } from './account-request.ts';

const SENTENCES = {
  collateral_asset_must_be_unique: 'an asset has one balance',
  isolated_margin_must_be_absent: 'only an isolated position has an isolated margin',
  isolated_margin_must_be_present: 'an isolated position states its isolated margin',
  position_must_be_unique: 'a position is unique by contract, side and margin',
  position_size_must_match_its_side: 'a long position has a size above zero, a short one below',
} as const;

type AccountProblem = keyof typeof SENTENCES;

/** What the shape of an account cannot say; entries that are null were refused by the shape and are passed over. */
export function accountProblems(account: {
  readonly collateral: readonly (CollateralRequest | null)[];
  readonly positions: readonly (PositionRequest | null)[];
}): Problem[] {
  const problems: Problem[] = [];
  const report = (code: AccountProblem, ...path: (string | number)[]): void => {
    problems.push({ code, path: pointerOf(path), message: SENTENCES[code] });
  };
  const assets = new Set<string>();
  for (const [index, held] of account.collateral.entries()) {
    if (held === null) continue;
    if (assets.has(held.asset)) report('collateral_asset_must_be_unique', 'collateral', index, 'asset');
    assets.add(held.asset);
  }
  const keys = new Set<string>();
  for (const [index, position] of account.positions.entries()) {
    if (position === null) continue;
    const side = position.side ?? 'net';
    const key = `${position.contract} ${side} ${position.margin}`;
    if (keys.has(key)) report('position_must_be_unique', 'positions', index);
    keys.add(key);
    const isShort = position.size.startsWith('-');
    if ((side === 'long' && isShort) || (side === 'short' && !isShort)) {
      report('position_size_must_match_its_side', 'positions', index, 'size');
    }
    if (position.margin === 'isolated' && position.isolatedMargin === undefined) {
      report('isolated_margin_must_be_present', 'positions', index, 'isolatedMargin');
    }
    if (position.margin === 'cross' && position.isolatedMargin !== undefined) {
      report('isolated_margin_must_be_absent', 'positions', index, 'isolatedMargin');
    }
  }
  return problems;
}
