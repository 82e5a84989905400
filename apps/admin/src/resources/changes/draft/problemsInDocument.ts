import type { Problem } from '@backstop/core/problem';

const PREFIX = '/document';

/** What is wrong within the document, by pointer into it. */
export function problemsInDocument(problems: readonly Problem[]): readonly Problem[] {
  return problems.flatMap((problem) =>
    problem.path === PREFIX || problem.path.startsWith(`${PREFIX}/`)
      ? [{ ...problem, path: problem.path.slice(PREFIX.length) }]
      : [],
  );
}
