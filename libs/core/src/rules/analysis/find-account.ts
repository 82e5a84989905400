import type { AccountSpace } from './space/account-space.ts';
import { ask } from './findings/ask.ts';
import type { Answer } from './findings/ask.ts';
import type { Budget } from './budget.ts';
import { FIXED_DENOMINATORS, withFixedDenominators } from './numbers/fix-denominators.ts';
import type { Region } from './space/region.ts';
import { allOf } from './search/gates.ts';
import type { Literal } from './search/solver.ts';
import { witnessOf } from './witness.ts';
import type { Witness } from './witness.ts';

/** Whether there is an account of a sort. */
export type Found =
  /** There is: this one, which was judged itself; and the statements about facts that it was chosen by. */
  | { readonly kind: 'found'; readonly witness: Witness; readonly because: readonly Literal[] }
  /** There is none: proven. */
  | { readonly kind: 'none' }
  /** Neither is known, and this is why. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** The reason why a question is given up. */
const TOO_LARGE = 'the rules can come out in too many ways to follow them all';

/** Accounts that are tried before it is said that none shows what the statements claim. */
const ATTEMPTS_MAX = 6;

/**
 * An account on which all statements hold. `isSo` judges it by the conditions themselves: what is told of a witness
 * never rests on the search alone.
 */
export function findAccount(
  space: AccountSpace,
  statements: readonly Literal[],
  isSo: (witness: Witness, because: readonly Literal[]) => boolean,
  budget: Budget,
): Found {
  const asked = [...statements];
  let reason: string | null = null;
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const answer = ask(space, asked, budget);
    if (answer.kind === 'unknown') return { kind: 'unknown', reason: TOO_LARGE };
    if (answer.kind === 'none') return reason === null ? { kind: 'none' } : { kind: 'unknown', reason };
    for (const region of regionsOf(space, answer)) {
      budget.left -= WITNESS_STEPS;
      const witness = witnessOf(region, space);
      if (witness === null || !isSo(witness, answer.because)) continue;
      return { kind: 'found', witness, because: answer.because };
    }
    reason ??= reasonOf(space, answer.because);
    asked.push(allOf(space.gates, answer.because) ^ 1);
  }
  return { kind: 'unknown', reason: reason ?? TOO_LARGE };
}

/** What choosing the numbers of an account costs, in steps. */
const WITNESS_STEPS = 500;

/** The region that was found; where it rests on orders of ratios, parts of it on which those are linear. */
function* regionsOf(space: AccountSpace, { because, region }: Extract<Answer, { kind: 'found' }>): Generator<Region> {
  const orders = because.filter((literal) => (space.opaque.get(literal >> 1)?.order ?? null) !== null);
  if (orders.length === 0) yield region;
  else for (const fixed of FIXED_DENOMINATORS) yield withFixedDenominators(space, region, orders, fixed);
}

function reasonOf({ opaque }: AccountSpace, because: readonly Literal[]): string {
  for (const literal of because) {
    const leaf = opaque.get(literal >> 1)?.leaf;
    if (leaf === undefined) continue;
    const other = leaf.operand.kind === 'fact' ? ` with \`${leaf.operand.fact.name}\`` : '';
    return `the comparison of \`${leaf.fact.name}\`${other} at \`${leaf.pointer}\` cannot be solved for`;
  }
  return 'no account with numbers of readable length shows it';
}
