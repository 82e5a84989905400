import { kinds } from '@backstop/core/kinds';
import { kindNamed, type Analysis } from '@backstop/core/policy';
import { InvariantError } from '@backstop/core/num';
import type { TwinReport } from '@backstop/core/twin';
import { twinReport } from './twin-report.ts';

/** A document of a kind that its schema has given, and the one it is compared with. */
export interface AnalysisTask {
  readonly kind: string;
  readonly document: unknown;
  /** Null = with none. */
  readonly before: unknown;
  /** Whether json-rules-engine judges beside; a document with mistakes it cannot. */
  readonly hasTwin: boolean;
}

export interface AnalysedDocument {
  /** Null for kinds that have none. */
  readonly analysis: Analysis | null;
  readonly twin: TwinReport | null;
}

/** All that takes its time about a document: a second or two where rules are as many and as tangled as can be. */
export async function analyseDocument(task: AnalysisTask): Promise<AnalysedDocument> {
  const { kind: id, document, before, hasTwin } = task;
  const kind = kindNamed(id, kinds);
  if (kind === null) throw new InvariantError(`there is no kind ${id}`);
  const analysis = kind.analyze?.(document as never, before as never) ?? null;
  return { analysis, twin: hasTwin ? await twinReport(kind, document) : null };
}
