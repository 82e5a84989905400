const WARM_UP_MILLISECONDS = 1500;
const ROUND_MILLISECONDS = 100;
const ROUNDS = 60;
const STEP = 64;

/** Calls per second of one call on this thread, over many short rounds after a warm-up. */
export interface Rate {
  /** Of the fastest round: what the machine does where nobody else takes the core, its cache or its twin thread. */
  readonly best: number;
  /** Of the round in the middle: what this run had, whoever else was there. */
  readonly median: number;
}

export function rate(call: () => void): Rate {
  round(call, WARM_UP_MILLISECONDS);
  const rates = Array.from({ length: ROUNDS }, () => round(call, ROUND_MILLISECONDS)).sort((a, b) => a - b);
  return { best: rates.at(-1) ?? 0, median: rates[Math.floor(ROUNDS / 2)] ?? 0 };
}

function round(call: () => void, milliseconds: number): number {
  const start = performance.now();
  let calls = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    for (let step = 0; step < STEP; step += 1) call();
    calls += STEP;
    elapsed = performance.now() - start;
  }
  return (calls * 1000) / elapsed;
}
