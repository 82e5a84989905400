import { parseArgs } from 'node:util';
import { isNegative, isPositive, lessOrEqual, ONE, parseDecimal } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { ADL_SCORES, ALLOCATION_METHODS } from '@backstop/core/waterfall';
import type { AdlScore, AllocationMethod } from '@backstop/core/waterfall';
import { ACCOUNT_FIELDS } from './account-fields.ts';
import type { AccountField } from './account-fields.ts';

/** What the command was asked to share out. */
export interface AllocateTask {
  readonly accountsFile: string;
  /** In the asset, ≥ 0; ceiled to units. */
  readonly loss: Decimal;
  /** The smallest amount that is shared out, > 0. */
  readonly unit: Decimal;
  readonly method: AllocationMethod;
  readonly score: AdlScore;
  readonly capacity: 'pnl' | 'account-value';
  readonly base: 'pnl' | 'equity';
  /** From 0 to 1. */
  readonly capRate: Decimal;
  /** From 0 to 4. */
  readonly riskExponent: number;
  /** Header of the column that holds a field, where it is not the field's own name. */
  readonly columns: ReadonlyMap<AccountField, string>;
  readonly asJson: boolean;
  /** File that the allocation is written to; null = none. */
  readonly outFile: string | null;
}

export type ReadAllocateTask =
  { readonly ok: true; readonly task: AllocateTask } | { readonly ok: false; readonly fault: string };

export const USAGE = `npm run allocate -- --accounts <accounts.csv> --loss <amount> --method <method> [options]
    shares a loss out over the accounts of a CSV file, exactly, and prints the report and the digest; ends with status 0, or
    with 1 where a word or a row is wrong: nothing is written then
    --method         queue | pro-rata | min-max | risk-weighted
    --unit           smallest amount that is shared out; 0.01
    --capacity       what an account can lose at most: pnl | account-value; pnl
    --cap-rate       part of the capacity that it is asked for at most, 0 to 1; 1
    --base           what min-max and risk-weighted level: pnl | equity; pnl
    --risk-exponent  k of risk-weighted, base · leverage^k, 0 to 4; 1
    --score          what queue orders by; pnl-leverage
                       pnl-leverage    pnl_percent · leverage
                       entry-leverage  mark_price ÷ entry_price (side short: the inverse) · leverage
                       largest-pnl     pnl
                       none            all alike, so by id
    --map            headers of the fields where they have other names: id=account,pnl=profit,…; fields:
                     id, pnl, equity, notional, leverage, pnl_percent, mark_price, entry_price, side
    --out            writes the allocation, a line for each account with its proof, sorted by id
    --json           prints the report as JSON
    Without a column leverage it is notional ÷ equity, and 0 where there is no equity. Amounts are exact decimals; capacities
    and bases are floored to units, the loss is ceiled, scores and leverages are floored at 1e-8. An account with less than a
    unit of profit (where pnl is known) or of capacity takes no part.`;

const TEXT = { type: 'string' } as const;
const OPTIONS = {
  accounts: TEXT,
  loss: TEXT,
  unit: TEXT,
  method: TEXT,
  score: TEXT,
  capacity: TEXT,
  base: TEXT,
  'cap-rate': TEXT,
  'risk-exponent': TEXT,
  map: TEXT,
  out: TEXT,
  json: { type: 'boolean' },
} as const;

/** The task that the words of a command line ask for, or what is wrong with the first wrong one. */
export function readAllocateTask(words: readonly string[]): ReadAllocateTask {
  try {
    const { values } = parseArgs({ args: [...words], options: OPTIONS });
    return { ok: true, task: taskOf(values) };
  } catch (error) {
    if (error instanceof ArgumentError || (error instanceof TypeError && 'code' in error)) {
      return { ok: false, fault: error.message };
    }
    throw error;
  }
}

/** A word of a command line that asks for nothing. */
class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

type Words = Partial<Record<Exclude<keyof typeof OPTIONS, 'json'>, string>> & { readonly json?: boolean };

function taskOf(words: Words): AllocateTask {
  return {
    accountsFile: given('accounts', words.accounts),
    loss: amount('loss', given('loss', words.loss), (loss) => !isNegative(loss), 'an amount of at least 0'),
    unit: amount('unit', words.unit ?? '0.01', isPositive, 'an amount above 0'),
    method: oneOf('method', given('method', words.method), ALLOCATION_METHODS),
    score: oneOf('score', words.score ?? 'pnl-leverage', ADL_SCORES),
    capacity: oneOf('capacity', words.capacity ?? 'pnl', ['pnl', 'account-value'] as const),
    base: oneOf('base', words.base ?? 'pnl', ['pnl', 'equity'] as const),
    capRate: amount('cap-rate', words['cap-rate'] ?? '1', isRate, 'a rate from 0 to 1'),
    riskExponent: Number(oneOf('risk-exponent', words['risk-exponent'] ?? '1', ['0', '1', '2', '3', '4'] as const)),
    columns: columnsOf(words.map),
    asJson: words.json ?? false,
    outFile: words.out ?? null,
  };
}

function isRate(rate: Decimal): boolean {
  return !isNegative(rate) && lessOrEqual(rate, ONE);
}

function given(name: string, word: string | undefined): string {
  if (word === undefined || word === '') throw new ArgumentError(`--${name} is missing`);
  return word;
}

function amount(name: string, word: string, isRight: (value: Decimal) => boolean, what: string): Decimal {
  const value = parseDecimal(word);
  if (value === null || !isRight(value)) throw new ArgumentError(`--${name} must be ${what}, not ${word}`);
  return value;
}

function oneOf<Word extends string>(name: string, word: string, known: readonly Word[]): Word {
  const found = known.find((each) => each === word);
  if (found === undefined) throw new ArgumentError(`--${name} must be one of ${known.join(', ')}, not ${word}`);
  return found;
}

function columnsOf(map: string | undefined): ReadonlyMap<AccountField, string> {
  const columns = new Map<AccountField, string>();
  if (map === undefined) return columns;
  for (const pair of map.split(',')) {
    const at = pair.indexOf('=');
    if (at < 1 || at === pair.length - 1) throw new ArgumentError(`--map must be field=header,…, not ${pair}`);
    const field = oneOf('map', pair.slice(0, at).trim(), ACCOUNT_FIELDS);
    if (columns.has(field)) throw new ArgumentError(`--map has ${field} twice`);
    columns.set(field, pair.slice(at + 1).trim());
  }
  return columns;
}
