import type { AccountSpace } from '../space/account-space.ts';
import type { Budget } from '../budget.ts';
import { conflictOf } from '../space/conflict-of.ts';
import { justify, nextStatement } from '../space/justify.ts';
import { regionWhere } from '../space/region-where.ts';
import type { Region } from '../space/region.ts';
import { solve } from '../search/solve.ts';
import type { Literal } from '../search/solver.ts';

/** What is known about the accounts on which some statements hold. */
export type Answer =
  /** Accounts on which they do, as the few statements about facts that make it so. */
  | { readonly kind: 'found'; readonly because: readonly Literal[]; readonly region: Region }
  /** There are none: proven. */
  | { readonly kind: 'none' }
  /** The question is too large. */
  | { readonly kind: 'unknown' };

/**
 * Whether there are accounts on which all of some statements hold. Exact over the rationals; statements that are not
 * solved for may come out as one likes, so that `none` is proven, and what is found is to be judged itself.
 */
export function ask(space: AccountSpace, statements: readonly Literal[], budget: Budget): Answer {
  const { gates } = space;
  const guide = {
    next: () => nextStatement(gates, statements, budget),
    conflict: () => conflictOf(space, justify(space, statements, budget), budget),
  };
  const found = solve(gates.solver, statements, guide, budget);
  if (found !== 'found') return { kind: found };
  const because = justify(space, statements, budget);
  return { kind: 'found', because, region: regionWhere(space, because) };
}
