const WARM_UP_MILLISECONDS = 1500;
const ROUND_MILLISECONDS = 1000;
const ROUNDS = 5;
const STEP = 64;

/** Calls per second of `call` on this thread: the median of five rounds of a second after a warm-up. */
export function rate(call: () => void): number {
  round(call, WARM_UP_MILLISECONDS);
  const rates = Array.from({ length: ROUNDS }, () => round(call, ROUND_MILLISECONDS)).sort((a, b) => a - b);
  return rates[Math.floor(ROUNDS / 2)] ?? 0;
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
