import fc from 'fast-check';
import { add, decimal, formatDecimal, multiply, parseDecimal } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { decimalTexts } from '../../builders/arbitrary-text.ts';

/** Numbers that a case draws from: thresholds and facts come out of one small pool, so that they often meet. */
export interface NumberPool {
  readonly numbers: readonly Decimal[];
  /** Facts that the leaves of a case like to ask for, so that one is asked about again and again. */
  readonly favorites: readonly number[];
  /** Texts that were asked for before, by what was drawn: a case asks hundreds of times. */
  readonly texts: Map<number, string>;
}

const POOL_SIZE = 3;

/** How many facts a case likes. */
export const FAVORITES = 2;

const poolMember = fc.oneof(
  fc.integer({ min: -9, max: 20 }).map(String),
  decimalTexts(-200, 200, 2),
  // More digits than a binary float holds, and floats that are famous for what they do not hold.
  fc.constantFrom(
    ...['0.1', '0.3', '0.30000000000000004', '1.05', '0', '9007199254740993', '-9007199254740991.5'],
    ...['12345678901234567890.1234567890123', '-0.000000000000000000000001', '1000000000000000.0000000001'],
  ),
);

export const numberPools: fc.Arbitrary<NumberPool> = fc
  .tuple(
    fc.array(poolMember, { minLength: POOL_SIZE, maxLength: POOL_SIZE }),
    fc.array(fc.nat(999), { minLength: FAVORITES, maxLength: FAVORITES }),
  )
  .map(([texts, favorites]) => {
    return { numbers: texts.map((text) => parseDecimal(text)!), favorites, texts: new Map<number, string>() };
  });

/** How many ways there are to pick a number of the pool: which, on which side of it, and how it is written. */
export const PICKS = POOL_SIZE * 36;

/** A number of the pool or a near neighbor of it. */
interface Picked {
  readonly number: Decimal;
  readonly offset: -1 | 0 | 1;
  /** Zeros written behind the last decimal. */
  readonly zeros: number;
  /** Whether a literal is written as a JSON number, where that carries its digits. */
  readonly isJson: boolean;
}

function pickedOf({ numbers }: NumberPool, drawn: number): Picked {
  const rest = Math.floor(drawn / POOL_SIZE);
  const offsets = [0, -1, 1] as const;
  return {
    number: numbers[drawn % POOL_SIZE]!,
    offset: offsets[rest % 3]!,
    zeros: Math.max(0, (Math.floor(rest / 3) % 6) - 3),
    isJson: rest >= 18,
  };
}

/** The decimal text of what was drawn; a neighbor is one unit of the 25th decimal away, finer than any float. */
export function decimalText(pool: NumberPool, drawn: number): string {
  const known = pool.texts.get(drawn);
  if (known !== undefined) return known;
  const { number, offset, zeros } = pickedOf(pool, drawn);
  const plain = formatDecimal(neighbor(number, offset));
  const text = plain.includes('.') ? plain + '0'.repeat(zeros) : plain;
  pool.texts.set(drawn, text);
  return text;
}

/** A whole number of the pool, one less or one more, within what a JSON number carries. */
export function wholeNumber(pool: NumberPool, drawn: number): number {
  const { number, offset } = pickedOf(pool, drawn);
  const [whole = '0'] = formatDecimal(number).split('.');
  return Number(BigInt(whole) % 1_000_000_000n) + offset;
}

/** What was drawn, itself or its neighbor, times a decimal text: where a ratio meets its threshold. */
export function timesText(pool: NumberPool, drawn: number, factor: string): string {
  const { number, offset } = pickedOf(pool, drawn);
  return formatDecimal(neighbor(multiply(number, parseDecimal(factor)!), offset));
}

/** The literal of what was drawn as a document writes it. */
export function decimalLiteral(pool: NumberPool, drawn: number): string | number {
  const text = decimalText(pool, drawn);
  const isCarried = text.replace(/[-.]/g, '').replace(/^0+/, '').length <= 15;
  return pickedOf(pool, drawn).isJson && isCarried ? Number(text) : text;
}

function neighbor(value: Decimal, offset: -1 | 0 | 1): Decimal {
  return offset === 0 ? value : add(value, decimal(BigInt(offset), 25));
}
