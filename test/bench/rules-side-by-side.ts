import type { Arm } from './rules-arms.ts';
import { FACT_SETS } from './rules-facts.ts';

/** Rounds are short, so that on a busy machine some of them go undisturbed. */
const ROUNDS = 24;
const ROUND_MILLISECONDS = 20;
const WARM_UP_MILLISECONDS = 300;

/** An arm that is awaited takes long for a decision: its rounds are longer, and it sits out all but every fourth. */
const AWAITED_EVERY = 4;

/**
 * Nanoseconds a decision of each arm, by name: the fastest of rounds that the arms take in turn, once warm.
 * Whatever else runs on the machine only ever adds, and not to every arm alike.
 */
export async function sideBySide(arms: readonly Arm[]): Promise<ReadonlyMap<string, number>> {
  const rounds = new Map(arms.map(({ name }) => [name, [] as number[]]));
  for (const arm of arms) await measured(arm, WARM_UP_MILLISECONDS);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const arm of arms) {
      const { isAwaited } = arm;
      if (isAwaited && round % AWAITED_EVERY > 0) continue;
      const milliseconds = isAwaited ? ROUND_MILLISECONDS * AWAITED_EVERY : ROUND_MILLISECONDS;
      rounds.get(arm.name)?.push(await measured(arm, milliseconds));
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

/** An arm that is not asynchronous is never awaited; of one that is no two runs are ever under way at once. */
async function measured({ name, decide, isAwaited }: Arm, milliseconds: number): Promise<number> {
  const start = performance.now();
  let decisions = 0;
  let elapsed = 0;
  // The answers are added up and looked at, so that no decision can be left out as unread.
  let sum = 0;
  while (elapsed < milliseconds) {
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
