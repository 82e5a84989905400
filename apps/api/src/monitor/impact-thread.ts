import { InvariantError } from '@backstop/core/num';
import { builtModule, threadOf } from '../threads/thread.ts';
import type { ImpactFound, ImpactQuestion, ImpactTask } from './impact-task.ts';

const stepped: (task: ImpactTask) => Promise<ImpactFound | null> = threadOf(builtModule('monitor', 'impact-worker'));

let number = 0;

/**
 * Works out an impact beside the thread that decides about accounts, which goes on meanwhile: two judgements of each account at
 * each shock. The pieces of the book are sent one after another, so that it is never held whole. Rejects with what went wrong.
 */
export async function impactApart(question: ImpactQuestion, pieces: AsyncIterable<Buffer>): Promise<ImpactFound> {
  number += 1;
  const run = number;
  try {
    await stepped({ run, step: 'begin', question });
    for await (const piece of pieces) await stepped({ run, step: 'piece', piece });
    const found = await stepped({ run, step: 'end' });
    if (found === null) throw new InvariantError('an impact has ended without finding anything');
    return found;
  } finally {
    await stepped({ run, step: 'forget' });
  }
}
