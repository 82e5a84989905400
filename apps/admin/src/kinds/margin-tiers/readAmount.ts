import { decimal, isNegative, multiply, parseDecimal, type Decimal } from '@backstop/core/num';

const SUFFIXES: Readonly<Record<string, bigint>> = { k: 1_000n, m: 1_000_000n, b: 1_000_000_000n };

/** An amount as people type it, exact: `1,250,000`, `2.5m`, `300k`; null for anything else and for less than 0. */
export function readAmount(text: string): Decimal | null {
  const match = /^(\d[\d,_ \u202f]*(?:\.\d+)?)\s*([kmb])?$/i.exec(text.trim());
  if (match === null) return null;
  const plain = (match[1] ?? '').replace(/[,_ \u202f]/g, '').replace(/^0+(?=\d)/, '');
  const value = parseDecimal(plain);
  if (value === null || isNegative(value)) return null;
  const suffix = SUFFIXES[(match[2] ?? '').toLowerCase()];
  return suffix === undefined ? value : multiply(value, decimal(suffix));
}
