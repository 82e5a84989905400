import { pointerOf } from '@backstop/core/policy';
import type { Problem } from '@backstop/core/problem';
import type { CollateralRequest, PositionRequest } from './account-request.ts';

const SENTENCES = {
  collateral_asset_must_be_unique: 'an asset has one balance',
  isolated_margin_must_be_absent: 'only an isolated position has an isolated margin',
  isolated_margin_must_be_present: 'an isolated position states its isolated margin',
  position_must_be_unique: 'a position is unique by contract, side and margin',
  receivable_must_be_unique: 'a scope owes one amount',
  position_size_must_match_its_side: 'a long position has a size above zero, a short one below',
} as const;

type AccountProblem = keyof typeof SENTENCES;

/** What the shape of an account cannot say; entries that are null were refused by the shape and are passed over. */
export function accountProblems(account: {
  readonly collateral: readonly (CollateralRequest | null)[];
  readonly positions: readonly (PositionRequest | null)[];
  readonly state?: { readonly receivables?: readonly ({ readonly scope: string } | null)[] | undefined } | undefined;
}): Problem[] {
  const problems: Problem[] = [];
  const report = (code: AccountProblem, ...path: (string | number)[]): void => {
    problems.push({ code, path: pointerOf(path), message: SENTENCES[code] });
  };
  for (const index of repeats(account.collateral, ({ asset }) => asset)) {
    report('collateral_asset_must_be_unique', 'collateral', index, 'asset');
  }
  for (const index of repeats(account.state?.receivables ?? [], ({ scope }) => scope)) {
    report('receivable_must_be_unique', 'state', 'receivables', index, 'scope');
  }
  for (const index of repeats(account.positions, keyOf)) report('position_must_be_unique', 'positions', index);
  for (let index = 0; index < account.positions.length; index += 1) {
    const position = account.positions[index];
    if (position === null || position === undefined) continue;
    const side = position.side ?? 'net';
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

/** Names hold no spaces, so the text is unambiguous. */
function keyOf({ contract, side = 'net', margin }: PositionRequest): string {
  return contract + ' ' + side + ' ' + margin;
}

/** Where a row has the key of one before it. */
function repeats<Row>(rows: readonly (Row | null)[], key: (row: Row) => string): number[] {
  // Nearly every account has a handful of rows or one, and this is asked for each of them.
  if (rows.length <= 1) return [];
  const seen = new Set<string>();
  const found: number[] = [];
  rows.forEach((row, index) => {
    if (row === null) return;
    const own = key(row);
    if (seen.has(own)) found.push(index);
    seen.add(own);
  });
  return found;
}
