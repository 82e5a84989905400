import { parseArgs } from 'node:util';
import { isNegative, isPositive, isZero, ONE, parseDecimal, ZERO } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';

/** A whole waterfall that the command was asked to run over the accounts of a file. */
export interface WaterfallTask {
  readonly accountsFile: string;
  /** A policy of the kind `loss-waterfall`, as a profile has it. */
  readonly policyFile: string;
  /** > 0, in the asset; ceiled to its smallest unit. */
  readonly loss: Decimal;
  /** Name that caps and conversions of the policy know the asset by. */
  readonly asset: string;
  /** Decimals of its smallest unit. */
  readonly precision: number;
  /** ≥ 0, in the asset: what paying layers hold. */
  readonly purses: Readonly<Record<Purse, Decimal>>;
  /** Where the size of accounts is ranked at, and what is still open; null where positions are not looked at. */
  readonly position: { readonly markPrice: Decimal; readonly size: Decimal; readonly closePrice: Decimal } | null;
  readonly asJson: boolean;
  /** File that who bears what is written to; null = none. */
  readonly outFile: string | null;
}

export type Purse = (typeof PURSES)[number];
const PURSES = ['residual', 'fees', 'fund', 'fund-floor', 'treasury'] as const;

export const WATERFALL_USAGE = `npm run allocate -- --accounts <accounts.csv> --loss <amount> --waterfall <policy.json> [options]
    runs the layers of a policy in their order, as POST /v1/losses does
    --asset        asset of the loss; USDT
    --decimals     decimals of its smallest unit, 0 to 18; 8
    --residual --fees --fund --fund-floor --treasury
                   what layers hold, in the asset; 0
    --mark-price   mark of a linear contract of multiplier 1; rows then have side, size and entry_price
    --open-size    what is still open of it, in contracts, long above 0; 0
    --close-price  price at which its bankruptcy amount is received; the mark
    --out          writes who bears what, a line for each close and each account
    --json         prints the outcome as JSON
    Columns: id, pnl, equity and, where something looks at leverage, notional.`;

const TEXT = { type: 'string' } as const;
const OPTIONS = {
  ...{ accounts: TEXT, waterfall: TEXT, loss: TEXT, asset: TEXT, decimals: TEXT, out: TEXT },
  ...{ residual: TEXT, fees: TEXT, fund: TEXT, 'fund-floor': TEXT, treasury: TEXT },
  ...{ 'mark-price': TEXT, 'open-size': TEXT, 'close-price': TEXT },
  json: { type: 'boolean' },
} as const;

type Words = Partial<Record<Exclude<keyof typeof OPTIONS, 'json'>, string>> & { readonly json?: boolean };

/** The task that the words of a command line ask for, or what is wrong with the first wrong one. */
export function readWaterfallTask(words: readonly string[]): WaterfallTask | { readonly fault: string } {
  let values: Words;
  try {
    ({ values } = parseArgs({ args: [...words], options: OPTIONS }));
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return { fault: error.message };
    throw error;
  }
  const faults: string[] = [];
  const amount = (name: keyof Words, missing: Decimal | null, isRight: (value: Decimal) => boolean): Decimal => {
    const word = values[name];
    if (word === undefined && missing !== null) return missing;
    const value = typeof word === 'string' ? parseDecimal(word) : null;
    if (value !== null && isRight(value)) return value;
    faults.push(typeof word === 'string' ? `--${name} cannot be ${word}` : `--${name} is missing`);
    return ONE;
  };
  const text = (name: 'accounts' | 'waterfall'): string => {
    if (values[name] === undefined || values[name] === '') faults.push(`--${name} is missing`);
    return values[name] ?? '';
  };
  const precision = values.decimals ?? '8';
  if (!/^(?:\d|1[0-8])$/.test(precision)) faults.push(`--decimals cannot be ${precision}`);
  const purse = (name: Purse): Decimal => amount(name, ZERO, (value) => !isNegative(value));
  const [residual, fees, fund, floor, treasury] = PURSES.map(purse) as [Decimal, Decimal, Decimal, Decimal, Decimal];
  const task: WaterfallTask = {
    accountsFile: text('accounts'),
    policyFile: text('waterfall'),
    loss: amount('loss', null, isPositive),
    asset: values.asset ?? 'USDT',
    precision: Number(precision),
    purses: { residual, fees, fund, 'fund-floor': floor, treasury },
    position: positionOf(values, amount),
    asJson: values.json ?? false,
    outFile: values.out ?? null,
  };
  return faults[0] === undefined ? task : { fault: faults[0] };
}

function positionOf(
  values: Words,
  amount: (name: keyof Words, missing: Decimal | null, isRight: (value: Decimal) => boolean) => Decimal,
): WaterfallTask['position'] {
  if (values['mark-price'] === undefined && values['open-size'] === undefined) return null;
  const markPrice = amount('mark-price', null, isPositive);
  const size = amount('open-size', ZERO, (value) => !isZero(value));
  return { markPrice, size, closePrice: amount('close-price', markPrice, isPositive) };
}
