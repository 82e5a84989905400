import type { RegisteredKind } from '@backstop/core/policy';
import { builtModule, threadOf } from '../threads/thread.ts';
import type { AnalysedDocument, AnalysisTask } from './analysis-task.ts';

/** Of kinds without rules: no thread is begun for them. */
const NOTHING: AnalysedDocument = { analysis: null, twin: null };

const analysed: (task: AnalysisTask) => Promise<AnalysedDocument> = threadOf(
  builtModule('policies', 'analysis-worker'),
);

/**
 * Analyses a document beside the thread that decides about accounts, which goes on meanwhile. One document at a time; rejects
 * with what went wrong, and where the thread ends.
 */
export function analysedApart(kind: RegisteredKind, about: Omit<AnalysisTask, 'kind'>): Promise<AnalysedDocument> {
  if (kind.analyze === undefined && kind.rulesOf === undefined) return Promise.resolve(NOTHING);
  return analysed({ ...about, kind: kind.id });
}
