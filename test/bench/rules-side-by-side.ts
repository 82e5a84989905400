import type { Arm } from './rules-arms.ts';
import { FACT_SETS } from './rules-facts.ts';

const ROUNDS = 7;
const ROUND_MILLISECONDS = 80;

/**
 * Nanoseconds a decision of each arm, by name: the fastest of rounds that the arms take in turn, after one to warm up.
 * Whatever else runs on the machine only ever adds, and not to every arm alike.
 */
export async function sideBySide(arms: readonly Arm[]): Promise<ReadonlyMap<string, number>> {
  const rounds = new Map(arms.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const arm of arms) {
      const nanoseconds = await measured(arm);
      if (round > 0) rounds.get(arm.name)?.push(nanoseconds);
    }
  }
  return new Map([...rounds].map(([name, values]) => [name, Math.min(...values)]));
}

/** Throws where two arms decide a fact set otherwise: what disagrees is not worth timing. */
export async function agreed(arms: readonly Arm[]): Promise<void> {
  for (let set = 0; set < FACT_SETS; set += 1) {
    const answers = await Promise.all(arms.map(async ({ decide }) => decide(set)));
    if (new Set(answers).size > 1) {
      throw new Error(
        `fact set ${String(set)}: ${arms.map(({ name }, at) => `${name} ${String(answers[at])}`).join(', ')}`,
      );
    }
  }
}

/** Whether an arm is asynchronous shows in its first answer; one that is not is never awaited. */
async function measured({ name, decide }: Arm): Promise<number> {
  const isAwaited = typeof decide(0) !== 'number';
  const start = performance.now();
  let decisions = 0;
  let elapsed = 0;
  // The answers are added up and looked at, so that no decision can be left out as unread.
  let sum = 0;
  while (elapsed < ROUND_MILLISECONDS) {
    if (isAwaited) {
      sum += await decide(decisions % FACT_SETS);
      decisions += 1;
    } else {
      sum += sumOfTurn(decide as (set: number) => number);
      decisions += FACT_SETS;
    }
    elapsed = performance.now() - start;
  }
  if (!Number.isSafeInteger(sum)) throw new Error(`${name} gave an answer that is no place`);
  return (elapsed * 1e6) / decisions;
}

/** One turn through the fact sets. */
function sumOfTurn(decide: (set: number) => number): number {
  let sum = 0;
  for (let set = 0; set < FACT_SETS; set += 1) sum += decide(set);
  return sum;
}
