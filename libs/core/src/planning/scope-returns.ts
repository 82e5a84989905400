import { divide, isPositive, minimum, multiply, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { PriceInScope } from './scope-shortfall.ts';

/** What a compartment of the fund had of a fill. */
export interface ScopeTaking {
  readonly fill: string;
  readonly step: number;
  readonly source: 'surplus' | 'fee';
  readonly fund: string;
  readonly settlementAsset: string;
  /** > 0, in the settlement asset. */
  readonly amount: Decimal;
}

/** What returns are reckoned with. */
export interface ReturnsWith {
  readonly price: PriceInScope;
  /** Of the unit of a settlement asset. */
  readonly precisionOf: (asset: string) => number;
  /** ≥ 0, by compartment: no more than it holds is given back. */
  readonly balances: ReadonlyMap<string, Decimal>;
}

/**
 * What of its takings the fund gives back to a scope that ends short, each with the amount that it gives: surplus before fees,
 * and first what was taken first, until nothing is missing. Whether a fill was good for the account is known only once its scope
 * is closed: what it brought above its part is no surplus, and leaves no room for a fee, where another fill is short of as much.
 * `missing` ≥ 0 is in the scope's asset; what is given is whole units, ceiled.
 */
export function scopeReturns(
  missing: Decimal,
  takings: readonly ScopeTaking[],
  { price, precisionOf, balances }: ReturnsWith,
): readonly ScopeTaking[] {
  const inOrder = [...takings.filter(isSurplus), ...takings.filter((taking) => !isSurplus(taking))];
  const held = new Map(balances);
  let left = missing;
  return inOrder.flatMap((taking) => {
    if (!isPositive(left)) return [];
    const { fund, settlementAsset, amount } = taking;
    const rate = price(settlementAsset);
    const asked = divide(left, rate, precisionOf(settlementAsset), 'ceil');
    const balance = held.get(fund) ?? ZERO;
    const given = minimum(minimum(asked, amount), balance);
    if (!isPositive(given)) return [];
    held.set(fund, subtract(balance, given));
    left = subtract(left, multiply(given, rate));
    return [{ ...taking, amount: given }];
  });
}

function isSurplus({ source }: ScopeTaking): boolean {
  return source === 'surplus';
}
