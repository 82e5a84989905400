import { compare, parseDecimal } from '../num/index.ts';
import { decimalOf } from './decimal-of.ts';
import type { Difference, Effect } from './difference.ts';

export interface FieldMove {
  /** JSON pointer by row identity. */
  readonly path: string;
  /** Begins the sentence: ``The multiplier of `BTCUSDT` ``. */
  readonly subject: string;
  /** null = not stated. */
  readonly before: string | null;
  readonly after: string | null;
  readonly effect: (before: string | null, after: string | null) => Effect;
}

/** The difference of one field as a list of one, or none where both sides say the same. */
export function fieldDifference({ path, subject, before, after, effect }: FieldMove): Difference[] {
  if (before === after) return [];
  return [{ path, before, after, effect: effect(before, after), sentence: sentenceOf(subject, before, after) }];
}

export interface Direction {
  readonly rise: Effect;
  readonly fall: Effect;
  /** What a field that states nothing amounts to: a decimal text, or no limit at all. */
  readonly whereNull: string;
}

/** What stands for "no limit": above every number. */
export const UNLIMITED = 'unlimited';

/** The effect of a number that rises or falls. */
export function byDirection({ rise, fall, whereNull }: Direction): FieldMove['effect'] {
  return (before, after) => {
    const order = orderOf(before ?? whereNull, after ?? whereNull);
    return order === 0 ? 'none' : order < 0 ? rise : fall;
  };
}

function orderOf(before: string, after: string): number {
  if (before === after) return 0;
  if (before === UNLIMITED) return 1;
  if (after === UNLIMITED) return -1;
  return compare(decimalOf(before), decimalOf(after));
}

function sentenceOf(subject: string, before: string | null, after: string | null): string {
  if (after === null) return `${subject} is no longer stated; it was \`${before ?? 'none'}\`.`;
  if (before === null) return `${subject} is now \`${after}\`; none was stated.`;
  return `${subject} ${verb(before, after)} from \`${before}\` to \`${after}\`.`;
}

function verb(before: string, after: string): string {
  const left = parseDecimal(before);
  const right = parseDecimal(after);
  if (left === null || right === null) return 'changes';
  return compare(left, right) < 0 ? 'rises' : 'falls';
}
