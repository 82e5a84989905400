import { absolute, add, isNegative, isZero, minimum, negate, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { withBalance } from '../venue/index.ts';
import type { Account, Position } from '../venue/index.ts';

/** What a loss took from an account: a share of a deficit, or contracts that were closed against an open position. */
export type EarlierCharge =
  | {
      readonly type: 'share';
      readonly asset: string;
      /** > 0. */
      readonly amount: Decimal;
    }
  | {
      readonly type: 'close';
      /** That the contract settles in. */
      readonly asset: string;
      readonly contract: string;
      /** Of the position, as a candidate names it: `cross:USDT:net`. */
      readonly scope: string;
      /** > 0, in contracts. */
      readonly size: Decimal;
      readonly realizedPnl: Decimal;
    };

/**
 * The account as earlier losses have left it, where a book shows it as it was before: shares are paid from its collateral, which
 * they may take below zero, and closed contracts have realized their pnl. A position that the book does not have lost nothing.
 */
export function accountAfterLosses(account: Account, charges: readonly EarlierCharge[]): Account {
  return charges.reduce(
    (left, charge) =>
      charge.type === 'share' ? withBalance(left, charge.asset, negate(charge.amount)) : afterClose(left, charge),
    account,
  );
}

function afterClose(account: Account, charge: Extract<EarlierCharge, { type: 'close' }>): Account {
  const place = account.positions.findIndex((position) => isOfScope(position, charge));
  const position = account.positions[place];
  if (position === undefined) return account;
  const left = sizeAfter(position.size, charge.size);
  const { isolatedMargin, pendingFunding } = position;
  if (isZero(left)) {
    const paid = add(add(charge.realizedPnl, pendingFunding), isolatedMargin ?? ZERO);
    const positions = account.positions.toSpliced(place, 1);
    return withBalance({ ...account, positions }, charge.asset, paid);
  }
  if (isolatedMargin !== null) {
    const margin = add(isolatedMargin, charge.realizedPnl);
    const positions = account.positions.with(place, { ...position, size: left, isolatedMargin: margin });
    return { ...account, positions };
  }
  const positions = account.positions.with(place, { ...position, size: left });
  return withBalance({ ...account, positions }, charge.asset, charge.realizedPnl);
}

function isOfScope({ contract, side, margin }: Position, charge: { contract: string; scope: string }): boolean {
  return contract === charge.contract && charge.scope.startsWith(`${margin}:`) && charge.scope.endsWith(`:${side}`);
}

function sizeAfter(size: Decimal, closed: Decimal): Decimal {
  const part = minimum(absolute(size), closed);
  return isNegative(size) ? add(size, part) : subtract(size, part);
}
