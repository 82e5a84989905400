import type { Sample } from './replay-arguments.ts';

/**
 * The lines of whole contracts, drawn at random until there are as many lines as asked for, in their order: what is left
 * out of a history must leave a history. The same seed draws the same contracts on every machine.
 */
export function sampledLines(lines: readonly unknown[], { rows, seed }: Sample): readonly unknown[] {
  const counts = new Map<unknown, number>();
  for (const line of lines) counts.set(contractOf(line), (counts.get(contractOf(line)) ?? 0) + 1);
  const left = [...counts];
  const next = numbersFrom(seed);
  const drawn = new Set<unknown>();
  for (let count = 0; count < rows && left.length > 0;) {
    const [taken] = left.splice(next() % left.length, 1);
    drawn.add(taken?.[0]);
    count += taken?.[1] ?? 0;
  }
  return lines.filter((line) => drawn.has(contractOf(line)));
}

function contractOf(line: unknown): unknown {
  return (line as { readonly instrument?: unknown } | null)?.instrument;
}

/** Numbers of 32 bits from a seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
