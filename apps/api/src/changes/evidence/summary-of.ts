import { EFFECTS, type Difference } from '@backstop/core/policy';
import type { PolicyMove } from '@backstop/core/change';

/** Sentences beyond these are only counted. */
const SENTENCES_MAX = 8;

/** What a change does, in sentences: the gravest first, and how much more there is. */
export function summaryOf(moves: readonly PolicyMove[]): string[] {
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
