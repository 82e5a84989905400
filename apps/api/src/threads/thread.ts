import { Worker } from 'node:worker_threads';

export interface AskedOfThread {
  readonly number: number;
  readonly task: unknown;
}

export type ToldByThread<Answer> =
  { readonly number: number; readonly answer: Answer } | { readonly number: number; readonly error: unknown };

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread<Answer> {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting<Answer>>;
}

/**
 * Work beside the thread that decides about accounts, which goes on meanwhile: one thread for the process, begun when it is
 * first asked, another where it ended. `built` is what has been built of the module that answers. One task after another, in the
 * order they are asked; rejects with what went wrong, and where the thread ends.
 */
export function threadOf<Answer>(built: URL): (task: object) => Promise<Answer> {
  let running: Thread<Answer> | null = null;
  let number = 0;

  function begin(): Thread<Answer> {
    const thread: Thread<Answer> = { worker: new Worker(built, { execArgv: [] }), waiting: new Map() };
    const { worker, waiting } = thread;
    worker.on('message', (told: ToldByThread<Answer>) => {
      const asked = waiting.get(told.number);
      waiting.delete(told.number);
      if (waiting.size === 0) worker.unref();
      if ('error' in told) asked?.reject(told.error);
      else asked?.resolve(told.answer);
    });
    const ended = (error: unknown): void => {
      if (running === thread) running = null;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    worker.on('error', ended);
    worker.on('exit', (code) => ended(new Error(`the thread of ${built.pathname} ended with code ${String(code)}`)));
    return thread;
  }

  return (task) => {
    running ??= begin();
    const { worker, waiting } = running;
    number += 1;
    const asked: AskedOfThread = { number, task };
    return new Promise((resolve, reject) => {
      waiting.set(asked.number, { resolve, reject });
      // Only what is waited for keeps the process alive.
      worker.ref();
      worker.postMessage(asked);
    });
  };
}

/**
 * Where the module of a thread was built, as `threadOf` takes it. Node runs no TypeScript: where the sources run, as in tests,
 * the thread runs what was built of them, with no condition but Node's own.
 */
export function builtModule(room: string, name: string): URL {
  const built = import.meta.url.endsWith('.ts') ? `../../dist/${room}/${name}.js` : `../${room}/${name}.js`;
  return new URL(built, import.meta.url);
}
