import type { Participants } from '@backstop/core/waterfall';

/**
 * A book of so many accounts: long-tailed profits, equities and leverages that differ, hexadecimal ids in no order. The same
 * count and seed give the same book.
 */
export function waterfallBook(count: number, seed = 7): Participants {
  const draw = drawer(seed);
  const word = (): string =>
    Math.floor(draw() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  const column = (one: () => number): bigint[] => Array.from({ length: count }, () => BigInt(Math.floor(one())));
  const longTailed = (): number => 1000 * (1 - draw()) ** -1.2;
  return {
    ids: Array.from({ length: count }, () => `0x${word()}${word()}${word()}${word()}${word()}`),
    capacities: column(longTailed),
    bases: column(longTailed),
    scores: column(() => draw() * 1e10),
    leverages: column(() => 1e8 / (draw() + 0.02)),
  };
}

/** Numbers from 0 to 1, by the generator mulberry32. */
function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
