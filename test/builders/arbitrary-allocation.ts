import fc from 'fast-check';
import { decimal } from '@backstop/core/num';
import { ALLOCATION_METHODS } from '@backstop/core/waterfall';
import type { AllocationQuestion } from '@backstop/core/waterfall';

/** One candidate as a row. */
export interface Candidate {
  readonly id: string;
  readonly capacity: bigint;
  readonly base: bigint;
  readonly score: bigint;
  readonly leverage: bigint;
}

/** Few letters, so that ids are near each other; the fourth to sixth stand in another order in UTF-16 than in UTF-8. */
const id = fc
  .array(fc.constantFrom('a', 'b', 'Z', '\uffe5', '\u{1f4b0}', '\u{10400}', 'é'), { minLength: 1, maxLength: 4 })
  .map((letters) => letters.join(''));

/** Amounts of one book: tiny ones that tie, money in cents, more than 64 bits hold. */
const amount = fc
  .constantFrom(6n, 1_000_000n, 2n ** 90n)
  .map((most) =>
    fc.oneof(
      { arbitrary: fc.bigInt(0n, most), weight: 6 },
      { arbitrary: fc.bigInt(-most, 0n), weight: 1 },
      { arbitrary: fc.constantFrom(1n, most), weight: 2 },
    ),
  );

const leverage = fc.oneof(
  fc.bigInt(0n, 20_000_000_000n),
  fc.constantFrom(0n, -100_000_000n, 100_000_000n, 300_000_000n),
);

/** Candidates of one book, no two of the same id. */
const candidates: fc.Arbitrary<readonly Candidate[]> = amount.chain((units) =>
  fc.uniqueArray(fc.record({ id, capacity: units, base: units, score: fc.bigInt(-4n, 4n), leverage }), {
    selector: (row) => row.id,
    maxLength: 24,
  }),
);

const rule = fc.record({
  method: fc.constantFrom(...ALLOCATION_METHODS),
  capRate: fc.constantFrom(decimal(1n), decimal(1n), decimal(25n, 2), decimal(333n, 3), decimal(1n, 4), decimal(0n)),
  riskExponent: fc.nat(4),
  capacityMin: fc.constantFrom(1n, 1n, 3n),
});

/** From nothing to more than all, often next to what the caps together reach to. */
const part = fc.record({ thousandths: fc.integer({ min: 0, max: 1200 }), extra: fc.bigInt(0n, 3n) });

/** Questions of every method. */
export const allocationQuestions: fc.Arbitrary<AllocationQuestion> = fc
  .tuple(candidates, rule, part)
  .map(([rows, how, { thousandths, extra }]) => {
    const reach = rows.reduce((sum, { capacity }) => (capacity > 0n ? sum + capacity : sum), 0n);
    return questionOn(rows, { ...how, loss: (reach * BigInt(thousandths)) / 1000n + extra });
  });

/** A question about these candidates, in this order. */
export function questionOn(
  rows: readonly Candidate[],
  how: Omit<AllocationQuestion, 'participants'>,
): AllocationQuestion {
  return {
    ...how,
    participants: {
      ids: rows.map((row) => row.id),
      capacities: rows.map(({ capacity }) => capacity),
      bases: rows.map(({ base }) => base),
      scores: rows.map(({ score }) => score),
      leverages: rows.map((row) => row.leverage),
    },
  };
}

/** The candidates of a question as rows, in its order. */
export function rowsOf({ participants }: AllocationQuestion): Candidate[] {
  const { ids, capacities, bases, scores, leverages } = participants;
  return ids.map((name, place) => ({
    id: name,
    capacity: capacities[place]!,
    base: bases![place]!,
    score: scores![place]!,
    leverage: leverages![place]!,
  }));
}
