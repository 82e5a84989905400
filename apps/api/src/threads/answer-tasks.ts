import { parentPort } from 'node:worker_threads';
import type { AskedOfThread, ToldByThread } from './thread.ts';

/** Answers what its thread is asked, which is what `threadOf` was told that it takes: one task after another, in order. */
export function answerTasks(work: (task: never) => Promise<unknown>): void {
  let last: Promise<unknown> = Promise.resolve();
  parentPort?.on('message', ({ number, task }: AskedOfThread) => {
    const tell = (told: ToldByThread<unknown>): void => parentPort?.postMessage(told);
    last = last.then(() =>
      work(task as never).then(
        (answer) => tell({ number, answer }),
        (error: unknown) => tell({ number, error }),
      ),
    );
  });
}
