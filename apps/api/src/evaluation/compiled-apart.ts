import { compileSet, type CompiledSet } from '@backstop/core/evaluation';
import { InvariantError } from '@backstop/core/num';
import type { PolicySet } from '@backstop/core/policy';
import { leastRecentlyUsed } from '../persistence/least-recently-used.ts';
import { setText } from './set-text.ts';

/** What is asked of a thread is about the set in force and what is thought of in its place. */
const COMPILED_MAX = 4;

const compiledByText = leastRecentlyUsed<CompiledSet>(COMPILED_MAX);

/** A set that has passed its checks, compiled once more in a thread of its own, to which no compiled set can be sent. */
export function compiledApart(set: PolicySet): CompiledSet {
  return compiledByText(setText(set), () => {
    const tried = compileSet(set);
    if (!tried.ok) throw new InvariantError(`the policy set ${set.hash} does not pass its checks`);
    return tried.value;
  });
}
