import { kinds } from '@backstop/core/kinds';
import { kindNamed, type Analysis, type PolicySet } from '@backstop/core/policy';
import type { Problem } from '@backstop/core/problem';
import { analysedApart } from '../../policies/analysis-thread.ts';
import type { StoredEntry } from '../stored-change.ts';

export interface AnalysedEntries {
  /** By policy; a kind without rules has none. */
  readonly analyses: ReadonlyMap<string, Analysis>;
  /** Questions that were answered `unknown`, in sentences. */
  readonly unknowns: readonly string[];
  /** Where json-rules-engine and the compiled rules disagree. */
  readonly problems: readonly Problem[];
}

/** What the rules of a change do that their author may not have meant; another thread finds it out. */
export async function analysedEntries(entries: readonly StoredEntry[], before: PolicySet): Promise<AnalysedEntries> {
  const analyses = new Map<string, Analysis>();
  const unknowns: string[] = [];
  const problems: Problem[] = [];
  for (const { policy, kind: id, document, ends } of entries) {
    const kind = kindNamed(id, kinds);
    if (kind === null || ends) continue;
    const base = before.versions.find((version) => version.policy === policy)?.document ?? null;
    const { analysis, twin } = await analysedApart(kind, { document, before: base, hasTwin: true });
    if (analysis === null) continue;
    analyses.set(policy, analysis);
    unknowns.push(...unknownsOf(policy, analysis));
    problems.push(...(twin?.problems ?? []).map((each) => ({ ...each, path: `/${policy}/document${each.path}` })));
  }
  return { analyses, unknowns, problems };
}

function unknownsOf(policy: string, { findings, comparison }: Analysis): string[] {
  const asked = findings.filter(({ answer }) => answer === 'unknown').map(({ sentence }) => `${policy}: ${sentence}`);
  return comparison?.answer === 'unknown' ? [...asked, `${policy}: ${comparison.sentence}`] : asked;
}
