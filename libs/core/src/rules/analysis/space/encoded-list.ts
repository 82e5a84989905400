import type { AccountSpace } from './account-space.ts';
import { encode } from './encode.ts';
import type { RuleList } from '../findings/rule-list.ts';
import { allOf, anyOf } from '../search/gates.ts';
import { ALWAYS, NEVER } from '../search/solver.ts';
import type { Literal } from '../search/solver.ts';
import type { Truth } from './truth.ts';

/** A list of rules as statements about an account. */
export interface EncodedList {
  /** By place: what the rule itself says. */
  readonly truths: readonly Truth[];
  /** By place: that every rule before it is false; at the end, that all are. */
  readonly before: readonly Literal[];
  /** By place: that the rule decides. */
  readonly hits: readonly Literal[];
  /** By place: that the rule would decide but is unknown. */
  readonly blurs: readonly Literal[];
}

export function encodeList(
  space: AccountSpace,
  conditions: readonly Parameters<typeof encode>[1][],
  worse: string | null = null,
): EncodedList {
  const { gates } = space;
  const truths = conditions.map((condition) => encode(space, condition, worse));
  const before: Literal[] = [ALWAYS];
  for (const { no } of truths) before.push(allOf(gates, [before.at(-1) ?? ALWAYS, no]));
  const at = (place: number) => before[place] ?? NEVER;
  return {
    truths,
    before,
    hits: truths.map(({ yes }, place) => allOf(gates, [at(place), yes])),
    blurs: truths.map(({ yes, no }, place) => allOf(gates, [at(place), yes ^ 1, no ^ 1])),
  };
}

/** The statement that the rules from a place on, taken by themselves, come to an outcome; null = cannot be judged. */
export function tailComesTo(
  { gates }: AccountSpace,
  { truths }: EncodedList,
  { rules, otherwise }: RuleList,
  from: number,
  outcome: string | null,
): Literal {
  let statement = outcome === otherwise.outcome ? ALWAYS : NEVER;
  for (let place = rules.length - 1; place >= from; place -= 1) {
    const { yes, no } = truths[place] ?? { yes: NEVER, no: ALWAYS };
    const here = outcome === null ? allOf(gates, [yes ^ 1, no ^ 1]) : rules[place]?.outcome === outcome ? yes : NEVER;
    statement = anyOf(gates, [here, allOf(gates, [no, statement])]);
  }
  return statement;
}
