import { formatDecimal, isPositive, multiply, ONE, toFloat, ZERO } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { BoundLeaf } from '../judge/bound-condition.ts';
import { isRatio } from '../language/fact.ts';
import type { CatalogueFact, FactCatalogue } from '../language/fact.ts';
import type { ProgramSlots, Row } from './program.ts';
import { decimalAt } from './row.ts';
import type { SlotBuilder, SlotReference } from './slot-builder.ts';
import { factOf } from '../language/fact-of.ts';

/** Two slots that stand in the order of what a leaf compares. */
export interface SlotPair {
  readonly observed: SlotReference;
  readonly compared: SlotReference;
  /** What is compared, in words that are the same for every comparison of it: a fact, or the difference of two. */
  readonly subject: string;
  readonly limit: Decimal;
  /** Whether `observed` stands for the limit and `compared` for the subject. */
  readonly isMirrored: boolean;
}

/** The pair with its two sides exchanged. */
export function mirrored({ observed, compared, isMirrored, ...rest }: SlotPair): SlotPair {
  return { ...rest, observed: compared, compared: observed, isMirrored: !isMirrored };
}

/** The slots of a question: an answer is 1 for yes and 0 for no, so that no is what is below 1. */
export function answerPair(builder: SlotBuilder, leaf: BoundLeaf): SlotPair {
  const [observed, compared] = [builder.question(leaf), builder.constant(1)];
  return { observed, compared, subject: leaf.key, limit: ONE, isMirrored: false };
}

/**
 * The slots of a fact against a number: of a ratio its numerator against the number times its denominator. Whole
 * numbers are compared as machine numbers, exact as both are safe integers.
 */
export function limitPair(
  builder: SlotBuilder,
  catalogue: FactCatalogue,
  fact: CatalogueFact,
  limit: Decimal,
): SlotPair {
  const asked = { subject: fact.name, limit, isMirrored: false };
  if (isRatio(fact)) {
    const below = factOf(fact.denominator, catalogue);
    const key = `${formatDecimal(limit)}×${below.name}`;
    const compared = product(builder, key, below, limit, [below]);
    return { ...asked, observed: builder.decimal(factOf(fact.numerator, catalogue)), compared };
  }
  if (fact.type === 'integer') {
    return { ...asked, observed: builder.whole(fact), compared: builder.constant(toFloat(limit)) };
  }
  return { ...asked, observed: builder.decimal(fact), compared: builder.decimalConstant(limit) };
}

/** The slots of a fact against another: where a ratio is among them, each times the denominator of the other. */
export function factPair(
  builder: SlotBuilder,
  catalogue: FactCatalogue,
  fact: CatalogueFact,
  other: CatalogueFact,
): SlotPair {
  const isMirrored = fact.name > other.name;
  const subject = isMirrored ? `${other.name} − ${fact.name}` : `${fact.name} − ${other.name}`;
  const asked = { subject, limit: ZERO, isMirrored };
  if (!isRatio(fact) && !isRatio(other)) {
    const areWhole = fact.type === 'integer' && other.type === 'integer';
    const slotOf = areWhole ? builder.whole : builder.decimal;
    return { ...asked, observed: slotOf(fact), compared: slotOf(other) };
  }
  const [under, otherUnder] = [denominatorOf(fact, catalogue), denominatorOf(other, catalogue)];
  const denominators = [under, otherUnder].filter((one) => one !== null);
  const times = (one: CatalogueFact, factor: CatalogueFact | null): SlotReference => {
    const over = isRatio(one) ? factOf(one.numerator, catalogue) : one;
    if (factor === null) return builder.decimal(over);
    const key = `${over.name}×${factor.name} over ${denominators.map(({ name }) => name).join(' ')}`;
    return product(builder, key, over, factor, denominators);
  };
  return { ...asked, observed: times(fact, otherUnder), compared: times(other, under) };
}

/** A product that is unknown where a denominator that it stands for is not above zero. */
function product(
  builder: SlotBuilder,
  key: string,
  fact: CatalogueFact,
  factor: CatalogueFact | Decimal,
  denominators: readonly CatalogueFact[],
): SlotReference {
  const { slots } = builder;
  const own = builder.decimal(fact).at;
  const other = 'name' in factor ? builder.decimal(factor).at : null;
  const positives = denominators.map((denominator) => builder.decimal(denominator).at);
  return builder.formula(key, (row) => {
    for (const slot of positives) if (!isAboveZero(slots, row, slot)) return null;
    const value = decimalAt(slots, row, own);
    const times = other === null ? (factor as Decimal) : decimalAt(slots, row, other);
    return value === null || times === null ? null : multiply(value, times);
  });
}

function isAboveZero(slots: ProgramSlots, row: Row, slot: number): boolean {
  const value = decimalAt(slots, row, slot);
  return value !== null && isPositive(value);
}

function denominatorOf(fact: CatalogueFact, catalogue: FactCatalogue): CatalogueFact | null {
  return isRatio(fact) ? factOf(fact.denominator, catalogue) : null;
}
