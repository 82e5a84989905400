import { setTimeout } from 'node:timers/promises';

/** Asks again and again until the answer is not null or the time is up; null then. Times in milliseconds. */
export async function until<Answer>(
  ask: () => Promise<Answer | null>,
  { every, atMost }: { readonly every: number; readonly atMost: number },
): Promise<Answer | null> {
  const end = performance.now() + atMost;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() >= end) return null;
    await setTimeout(every);
  }
}
