import { add } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Account } from './account.ts';

/** The account with an amount more of an asset among its collateral. */
export function withBalance(account: Account, asset: string, amount: Decimal): Account {
  const place = account.collateral.findIndex((row) => row.asset === asset);
  const row = account.collateral[place];
  if (row === undefined) return { ...account, collateral: [...account.collateral, { asset, balance: amount }] };
  return { ...account, collateral: account.collateral.with(place, { asset, balance: add(row.balance, amount) }) };
}
