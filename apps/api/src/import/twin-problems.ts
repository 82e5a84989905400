import { kinds } from '@backstop/core/kinds';
import { kindNamed } from '@backstop/core/policy';
import { twinReport } from '../policies/twin-report.ts';
import type { FileProblem, PlannedChange } from './import-plan.ts';

/** Where the rules of a planned version come to something else in json-rules-engine than compiled. */
export async function twinProblems(changes: readonly PlannedChange[]): Promise<FileProblem[]> {
  const problems: FileProblem[] = [];
  for (const { kind: id, document, ends, policy } of changes.flatMap(({ versions }) => versions)) {
    const kind = kindNamed(id, kinds);
    const report = kind === null || ends ? null : await twinReport(kind, document);
    problems.push(...(report?.problems ?? []).map((problem) => ({ ...problem, file: policy })));
  }
  return problems;
}
