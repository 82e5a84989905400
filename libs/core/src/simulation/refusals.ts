import type { Problem } from '../problem/index.ts';
import type { NotJudged } from './impact.ts';

/** Accounts that a set refuses, counted by what is wrong with them. */
export interface Refusals {
  /** The problems of one account; `side` says under which set. */
  readonly add: (problems: readonly Problem[], side: 'before' | 'after') => void;
  readonly rows: () => NotJudged[];
}

export function refusals(): Refusals {
  const counts = new Map<string, { example: string; accounts: number }>();
  return {
    add: (problems, side) => {
      const messages = problems.map(({ message }) => message).sort();
      const key = `${side} ${problems[0]?.code ?? ''}`;
      const example = messages[0] ?? '';
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { example, accounts: 1 });
      else {
        known.accounts += 1;
        // The first in order, so that it does not matter which account came first.
        if (example < known.example) known.example = example;
      }
    },
    rows: () =>
      [...counts.entries()]
        .map(([key, { example, accounts }]) => {
          const side = key.startsWith('before') ? 'before the change' : 'after the change';
          const others = accounts > 1 ? ', or the like' : '';
          return { reason: `${side}: ${example}${others}`, accounts };
        })
        .sort((a, b) => (a.reason < b.reason ? -1 : 1)),
  };
}
