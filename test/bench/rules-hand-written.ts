import { compare, decimal, equals, lessThan, ZERO } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { BLOCK } from './rules-document.ts';
import type { FactNames } from './rules-document.ts';
import type { PlainFacts } from './rules-facts.ts';

/** What a programmer would write for the same rules: the place of the first that hits, −1 where none does. */
export function handWritten(facts: PlainFacts, blocks: number): number {
  for (let block = 0; block < blocks; block += 1) {
    const hit = plainBlock(facts, 1000 * block, 1000 * (block + 1));
    if (hit >= 0) return block * BLOCK + hit;
  }
  return -1;
}

function plainBlock(facts: PlainFacts, floor: number, cap: number): number {
  const { equity, accountValue, initialMargin, maintenanceMargin, notional, withdrawable } = facts;
  if (notional < floor || notional >= cap) return -1;
  if (equity < maintenanceMargin && accountValue < 0) return 0;
  if (equity < maintenanceMargin || accountValue <= 0) return 1;
  if (equity < initialMargin && withdrawable === 0) return 2;
  if (equity <= 50 && withdrawable !== 7) return 3;
  if (withdrawable === 1 || withdrawable === 2 || withdrawable === 3 || initialMargin > 900) return 4;
  if (initialMargin >= 800 && maintenanceMargin < 100) return 5;
  if (accountValue < equity && withdrawable < 5) return 6;
  if (equity > 950 && initialMargin < 500) return 7;
  return -1;
}

/** The same on exact decimals. */
export function handWrittenExact(facts: ExactFacts, blocks: number): number {
  for (let block = 0; block < blocks; block += 1) {
    const hit = exactBlock(facts, whole(1000 * block), whole(1000 * (block + 1)));
    if (hit >= 0) return block * BLOCK + hit;
  }
  return -1;
}

export type ExactFacts = Readonly<Record<keyof FactNames, Decimal>>;

const known = new Map<number, Decimal>();

/** The decimal of a bound, made once. */
function whole(value: number): Decimal {
  let found = known.get(value);
  if (found === undefined) known.set(value, (found = decimal(BigInt(value))));
  return found;
}

const [ONE, TWO, THREE, FIVE, SEVEN, FIFTY] = [1, 2, 3, 5, 7, 50].map(whole) as [
  Decimal,
  Decimal,
  Decimal,
  Decimal,
  Decimal,
  Decimal,
];
const [HUNDRED, FIVE_HUNDRED, EIGHT_HUNDRED] = [100, 500, 800].map(whole) as [Decimal, Decimal, Decimal];
const [NINE_HUNDRED, MOST] = [900, 950].map(whole) as [Decimal, Decimal];

function exactBlock(facts: ExactFacts, floor: Decimal, cap: Decimal): number {
  const { equity, accountValue, initialMargin, maintenanceMargin, notional, withdrawable } = facts;
  if (lessThan(notional, floor) || !lessThan(notional, cap)) return -1;
  const isShort = lessThan(equity, maintenanceMargin);
  if (isShort && lessThan(accountValue, ZERO)) return 0;
  if (isShort || compare(accountValue, ZERO) <= 0) return 1;
  if (lessThan(equity, initialMargin) && equals(withdrawable, ZERO)) return 2;
  if (compare(equity, FIFTY) <= 0 && !equals(withdrawable, SEVEN)) return 3;
  if (equals(withdrawable, ONE) || equals(withdrawable, TWO) || equals(withdrawable, THREE)) return 4;
  if (lessThan(NINE_HUNDRED, initialMargin)) return 4;
  if (compare(initialMargin, EIGHT_HUNDRED) >= 0 && lessThan(maintenanceMargin, HUNDRED)) return 5;
  if (lessThan(accountValue, equity) && lessThan(withdrawable, FIVE)) return 6;
  if (lessThan(MOST, equity) && lessThan(initialMargin, FIVE_HUNDRED)) return 7;
  return -1;
}
