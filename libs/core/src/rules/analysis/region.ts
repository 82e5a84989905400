import { negate, ONE, parseDecimal, ZERO } from '../../num/index.ts';
import type { CatalogueFact } from '../fact.ts';
import { isNumeric, isRatio } from '../fact.ts';
import type { Verdict } from '../verdict.ts';
import { eliminate } from './eliminate.ts';
import type { Elimination } from './eliminate.ts';
import { linear } from './linear.ts';
import type { LinearConstraint } from './linear.ts';

/** A set of accounts, as what is known about their facts. Every fact that a region speaks of is present. */
export interface Region {
  /** Bounds that the facts are declared with. */
  readonly bounds: readonly LinearConstraint[];
  /** What sets the region apart from all accounts. */
  readonly numbers: readonly LinearConstraint[];
  readonly texts: ReadonlyMap<string, TextRange>;
  /** Answers to questions that numbers and texts do not settle, such as `tags∋retail`. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** How leaves, by key, come out on the whole region: what has been found out once is not asked again. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

/** The values that a text may still take: some, or all but some. */
export type TextRange = { readonly among: readonly string[] } | { readonly except: readonly string[] };

export type Answer = 'yes' | 'no' | 'below' | 'at' | 'above';

/** One way in which a comparison can come out, and the accounts on which it does. */
export interface Alternative {
  readonly verdict: Verdict;
  readonly numbers?: readonly LinearConstraint[];
  readonly texts?: readonly (readonly [fact: string, range: TextRange])[];
  readonly answer?: readonly [question: string, answer: Answer];
}

/** Facts whose values a witness chooses first, so that it reads as an account does. */
const CHOSEN_FIRST = ['maintenanceMargin', 'initialMargin', 'equity', 'accountValue', 'notional'];

/** Every account whose facts are within their declared bounds, narrowed by the constraints given. */
export function regionOf(facts: readonly CatalogueFact[], constraints: readonly LinearConstraint[]): Region {
  const bounds = facts.filter((fact) => isNumeric(fact) && !isRatio(fact)).flatMap((fact) => boundsOf(fact));
  const texts = facts.flatMap((fact) => (fact.values === null ? [] : [[fact.name, { among: fact.values }] as const]));
  return { bounds, numbers: constraints, texts: new Map(texts), answers: new Map(), verdicts: new Map() };
}

/** The part of a region on which an alternative comes about; null where there is none. */
export function narrowed(region: Region, alternative: Alternative): Region | null {
  const answers = withAnswer(region.answers, alternative.answer);
  const texts = withTexts(region.texts, alternative.texts ?? []);
  if (answers === null || texts === null) return null;
  const { bounds, verdicts } = region;
  const added = (alternative.numbers ?? []).filter(({ key }) => region.numbers.every((known) => known.key !== key));
  if (added.length === 0) return { bounds, numbers: region.numbers, texts, answers, verdicts };
  const numbers = [...region.numbers, ...added];
  const isEmpty = eliminated(touching(added, [...numbers, ...bounds])).kind === 'infeasible';
  return isEmpty ? null : { bounds, numbers, texts, answers, verdicts };
}

/** The elimination of a region's numbers, in the order in which a witness chooses them. */
export function solved({ numbers, bounds }: Region): Elimination {
  const constraints = [...numbers, ...bounds];
  const ordered = eliminated(constraints);
  return ordered.kind === 'too-large' ? eliminate(constraints, null) : ordered;
}

function eliminated(constraints: readonly LinearConstraint[]): Elimination {
  return eliminate(constraints, CHOSEN_FIRST);
}

/** The constraints that share variables with some of them, directly or through others: the rest is as feasible as it was. */
function touching(some: readonly LinearConstraint[], all: readonly LinearConstraint[]): LinearConstraint[] {
  const variables = new Set<string>();
  for (const { terms } of some) for (const name of terms.keys()) variables.add(name);
  const found: LinearConstraint[] = [];
  let rest = all;
  for (;;) {
    const apart: LinearConstraint[] = [];
    for (const constraint of rest) {
      if (isAbout(constraint, variables)) found.push(constraint);
      else apart.push(constraint);
    }
    if (apart.length === rest.length) return found;
    for (const { terms } of found) for (const name of terms.keys()) variables.add(name);
    rest = apart;
  }
}

function isAbout({ terms }: LinearConstraint, variables: ReadonlySet<string>): boolean {
  for (const name of terms.keys()) if (variables.has(name)) return true;
  return terms.size === 0;
}

function boundsOf(fact: CatalogueFact): LinearConstraint[] {
  const minimum = fact.minimum === null ? null : parseDecimal(fact.minimum);
  const maximum = fact.maximum === null ? null : parseDecimal(fact.maximum);
  return [
    ...(minimum === null ? [] : [linear([[fact.name, negate(ONE)]], minimum, '<=')]),
    ...(maximum === null ? [] : [linear([[fact.name, ONE]], negate(maximum), '<=')]),
  ];
}

function withAnswer(
  answers: Region['answers'],
  given: readonly [string, Answer] | undefined,
): Region['answers'] | null {
  if (given === undefined) return answers;
  const [question, answer] = given;
  const known = answers.get(question);
  if (known !== undefined) return known === answer ? answers : null;
  return new Map(answers).set(question, answer);
}

function withTexts(texts: Region['texts'], given: readonly (readonly [string, TextRange])[]): Region['texts'] | null {
  if (given.length === 0) return texts;
  const ranges = new Map(texts);
  for (const [fact, range] of given) {
    const both = intersection(ranges.get(fact) ?? { except: [] }, range);
    if ('among' in both && both.among.length === 0) return null;
    ranges.set(fact, both);
  }
  return ranges;
}

function intersection(first: TextRange, second: TextRange): TextRange {
  if ('among' in first) {
    return {
      among: first.among.filter((value) =>
        'among' in second ? second.among.includes(value) : !second.except.includes(value),
      ),
    };
  }
  return 'among' in second ? intersection(second, first) : { except: [...first.except, ...second.except] };
}

/** The constraint that a fact is above zero. */
export function aboveZero(fact: string): LinearConstraint {
  return linear([[fact, negate(ONE)]], ZERO, '<');
}

/** The constraint that a fact is at or below zero. */
export function notAboveZero(fact: string): LinearConstraint {
  return linear([[fact, ONE]], ZERO, '<=');
}
