import { parseArgs } from 'node:util';
import { isNegative, isPositive, lessOrEqual, ONE, parseDecimal } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';

/** What the command was asked to verify, and what is known from elsewhere; null = not known, so not compared. */
export interface VerifyTask {
  readonly file: string;
  readonly digest: string | null;
  readonly loss: Decimal | null;
  readonly unit: Decimal | null;
  readonly capRate: Decimal | null;
}

export const USAGE = `npm run verify-allocation -- <allocation.csv> [--digest <sha256>] [--loss <amount> --unit <amount>] [--cap-rate <rate>]
    verifies a written allocation from its own proofs, without service, database or the engine that made it: every share,
    the sum, the order and the digest; ends with status 0 where nothing is wrong, else 1
    --digest    the digest that was published
    --loss      the loss, in amounts of --unit: the sum is then held against it
    --cap-rate  the part of its capacity that an account was to bear at most`;

/** The task that the words of a command line ask for, or null where they ask for none. */
export function readVerifyTask(words: readonly string[]): VerifyTask | null {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { digest: text, loss: text, unit: text, 'cap-rate': text },
    });
    const [file] = positionals;
    const { digest, loss, unit, 'cap-rate': rate } = values;
    if (file === undefined || positionals.length > 1) return null;
    if ((loss === undefined) !== (unit === undefined)) return null;
    if (digest !== undefined && !/^[0-9a-f]{64}$/.test(digest)) return null;
    const amounts = [
      amount(loss, (each) => !isNegative(each)),
      amount(unit, isPositive),
      amount(rate, (each) => !isNegative(each) && lessOrEqual(each, ONE)),
    ] as const;
    if (amounts.includes(undefined)) return null;
    const [lossAmount = null, unitAmount = null, capRate = null] = amounts;
    return { file, digest: digest ?? null, loss: lossAmount, unit: unitAmount, capRate };
  } catch {
    return null;
  }
}

/** Null where no word was given, undefined where it is no such amount. */
function amount(word: string | undefined, isRight: (value: Decimal) => boolean): Decimal | null | undefined {
  if (word === undefined) return null;
  const value = parseDecimal(word);
  return value !== null && isRight(value) ? value : undefined;
}
