import { EFFECTS, type Difference, type PolicySet } from '@backstop/core/policy';
import type { PolicyMove } from '@backstop/core/change';
import type { StoredEntry } from '../stored-change.ts';

/** Sentences beyond these are only counted. */
const SENTENCES_MAX = 8;

/** What a change does, in sentences: the gravest first, and how much more there is; of titles where it does nothing else. */
export function summaryOf(
  moves: readonly PolicyMove[],
  entries: readonly StoredEntry[],
  before: PolicySet | null,
): string[] {
  const differences = differenceSentences(moves);
  return differences.length > 0 ? differences : titleSentences(entries, before);
}

function titleSentences(entries: readonly StoredEntry[], before: PolicySet | null): string[] {
  return entries.flatMap(({ policy, title }) => {
    const was = before?.versions.find((version) => version.policy === policy)?.title ?? title;
    return was === title ? [] : [`${policy}: Only its title changes, from "${was}" to "${title}".`];
  });
}

function differenceSentences(moves: readonly PolicyMove[]): string[] {
  const all = EFFECTS.flatMap((effect) =>
    moves.flatMap(({ policy, differences }) =>
      differences.filter((difference) => difference.effect === effect).map((each) => sentenceOf(policy, each)),
    ),
  );
  if (all.length <= SENTENCES_MAX) return all;
  const rest = all.length - SENTENCES_MAX;
  return [...all.slice(0, SENTENCES_MAX), `And ${String(rest)} more ${rest === 1 ? 'difference' : 'differences'}.`];
}

function sentenceOf(policy: string, { sentence }: Difference): string {
  return `${policy}: ${sentence}`;
}
