import { parentPort } from 'node:worker_threads';
import { analyseDocument } from './analysis-task.ts';
import type { AskedOfThread, ToldByThread } from './analysis-thread.ts';

/** Runs in a thread of its own: one task after another, in the order they are asked. */
let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', ({ number, task }: AskedOfThread) => {
  const answered = (told: ToldByThread): void => parentPort?.postMessage(told);
  last = last.then(() =>
    analyseDocument(task).then(
      (analysed) => answered({ number, analysed }),
      (error: unknown) => answered({ number, error }),
    ),
  );
});
