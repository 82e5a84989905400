import { expect, it } from 'vitest';
import { threadOf } from './thread.ts';

/** Doubles numbers; throws at 13, and ends at 0 whatever waits. */
const DOUBLING = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ number, task }) => {
      if (task.of === 0) process.exit(3);
      if (task.of === 13) parentPort.postMessage({ number, error: new RangeError('not thirteen') });
      else parentPort.postMessage({ number, answer: task.of * 2 });
    });
  `)}`,
);

it('answers each task with its own answer, or with what went wrong', async () => {
  const doubled = threadOf<number>(DOUBLING);
  const [one, bad, two] = await Promise.allSettled([doubled({ of: 1 }), doubled({ of: 13 }), doubled({ of: 2 })]);
  expect([one, two]).toMatchObject([{ value: 2 }, { value: 4 }]);
  expect(bad).toMatchObject({ status: 'rejected', reason: { name: 'RangeError', message: 'not thirteen' } });
});

it('that ends rejects all that wait, and another is begun for what is asked then', async () => {
  const doubled = threadOf<number>(DOUBLING);
  const waiting = await Promise.allSettled([doubled({ of: 0 }), doubled({ of: 5 })]);
  for (const each of waiting) {
    expect(each).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringContaining('ended with code 3') as string },
    });
  }
  expect(await doubled({ of: 5 })).toBe(10);
});
