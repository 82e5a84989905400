import { Worker } from 'node:worker_threads';
import type { RegisteredKind } from '@backstop/core/policy';
import type { AnalysedDocument, AnalysisTask } from './analysis-task.ts';

export interface AskedOfThread {
  readonly number: number;
  readonly task: AnalysisTask;
}

export type ToldByThread =
  | { readonly number: number; readonly analysed: AnalysedDocument }
  | { readonly number: number; readonly error: unknown };

interface Waiting {
  readonly resolve: (analysed: AnalysedDocument) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

/**
 * Node runs no TypeScript: where the sources run, as in tests, the thread runs what was built of them, with no condition but
 * Node's own.
 */
const BUILT = import.meta.url.endsWith('.ts') ? '../../dist/policies/analysis-worker.js' : './analysis-worker.js';

/** Of kinds without rules: no thread is begun for them. */
const NOTHING: AnalysedDocument = { analysis: null, twin: null };

/** One for the process, begun when it is first asked; another where it ended. */
let running: Thread | null = null;
let number = 0;

/**
 * Analyses a document beside the thread that decides about accounts, which goes on meanwhile. One document at a time; rejects
 * with what went wrong, and where the thread ends.
 */
export function analysedApart(kind: RegisteredKind, about: Omit<AnalysisTask, 'kind'>): Promise<AnalysedDocument> {
  if (kind.analyze === undefined && kind.rulesOf === undefined) return Promise.resolve(NOTHING);
  running ??= begin();
  const { worker, waiting } = running;
  number += 1;
  const asked: AskedOfThread = { number, task: { ...about, kind: kind.id } };
  return new Promise((resolve, reject) => {
    waiting.set(asked.number, { resolve, reject });
    // Only what is waited for keeps the process alive.
    worker.ref();
    worker.postMessage(asked);
  });
}

function begin(): Thread {
  const thread: Thread = { worker: new Worker(new URL(BUILT, import.meta.url), { execArgv: [] }), waiting: new Map() };
  const { worker, waiting } = thread;
  worker.on('message', (told: ToldByThread) => {
    const asked = waiting.get(told.number);
    waiting.delete(told.number);
    if (waiting.size === 0) worker.unref();
    if ('error' in told) asked?.reject(told.error);
    else asked?.resolve(told.analysed);
  });
  const ended = (error: unknown): void => {
    if (running === thread) running = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', ended);
  worker.on('exit', (code) => ended(new Error(`the thread of analyses ended with code ${String(code)}`)));
  return thread;
}
