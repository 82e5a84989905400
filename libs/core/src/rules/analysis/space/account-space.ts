import { parseDecimal, negate, ONE } from '../../../num/index.ts';
import type { BoundCondition, BoundLeaf } from '../../judge/bound-condition.ts';
import type { CatalogueFact, FactCatalogue } from '../../language/fact.ts';
import { linear } from '../numbers/linear.ts';
import type { LinearConstraint } from '../numbers/linear.ts';
import type { Form, NumberAtom } from './number-atom.ts';
import { newGates } from '../search/gates.ts';
import type { Gates } from '../search/gates.ts';
import type { Clause } from '../search/solver.ts';
import type { Question } from '../question.ts';
import type { Truth } from './truth.ts';

/**
 * All accounts that facts of a catalogue can describe, as statements about them: numbers by where linear forms of
 * them lie, texts by what they equal, sets by what they contain. Grows as conditions are encoded; one question at a
 * time.
 */
export interface AccountSpace {
  readonly catalogue: FactCatalogue;
  readonly gates: Gates;
  readonly forms: Map<string, Form>;
  /** Statements that compare one number with a multiple of another, in order of the multiple. */
  readonly ratios: Map<string, NumberAtom[]>;
  /** By variable. */
  readonly numbers: Map<number, NumberAtom>;
  readonly texts: Map<number, { readonly fact: string; readonly value: string }>;
  /** What is asked that neither numbers nor texts settle. */
  readonly questions: Map<number, Question>;
  /** Statements that are not solved for, with the leaf that makes them: an account that rests on one is judged itself. */
  readonly opaque: Map<number, Opaque>;
  /** What conditions ask about that have been encoded, parts of ratios included: they need no other fact to be judged. */
  readonly asked: Map<string, CatalogueFact>;
  /** By the name of a number that stands for a fact's value on a worse account: the fact. */
  readonly copies: Map<string, CatalogueFact>;
  /** By name: what a number is declared or given to be, beyond all doubt. */
  readonly bounds: Map<string, readonly LinearConstraint[]>;
  /** Statements by what they say, each made once. */
  readonly made: Map<string, number>;
  /** What conditions say that have been encoded. */
  readonly encoded: Map<BoundCondition, Truth>;
  /** What leaves say, by what they ask. */
  readonly truths: Map<string, Truth>;
  /** Sets of statements about numbers that have been solved: the clause that they break, null where there is none. */
  readonly solved: Map<string, Clause | null>;
}

/** A statement that is not solved for. */
export interface Opaque {
  readonly leaf: BoundLeaf;
  /** Of an order of two ratios: below, or at or below. Once the denominators are fixed it is linear. */
  readonly order: { readonly one: Parts; readonly other: Parts; readonly isStrict: boolean } | null;
}

/** The parts of a number by name; a denominator of null is 1. */
export interface Parts {
  readonly numerator: string;
  readonly denominator: string | null;
}

export function accountSpace(catalogue: FactCatalogue): AccountSpace {
  return {
    catalogue,
    gates: newGates(),
    forms: new Map(),
    ratios: new Map(),
    numbers: new Map(),
    texts: new Map(),
    questions: new Map(),
    opaque: new Map(),
    asked: new Map(),
    copies: new Map(),
    bounds: new Map(),
    made: new Map(),
    encoded: new Map(),
    truths: new Map(),
    solved: new Map(),
  };
}

/** Name of the copy of a fact that stands for its value on a worse account, all other facts equal. */
export function lowered({ catalogue, copies }: AccountSpace, name: string): string {
  // No name of a fact has a blank in it.
  const copy = `lower ${name}`;
  const fact = catalogue.get(name);
  if (fact !== undefined) copies.set(copy, fact);
  return copy;
}

/** The fact that a number of the space is a value of. */
export function factOfNumber(name: string, { catalogue, copies }: AccountSpace): CatalogueFact | undefined {
  return catalogue.get(name) ?? copies.get(name);
}

/** The bounds that a number is declared with. */
export function declaredBounds(name: string, fact: CatalogueFact | undefined): LinearConstraint[] {
  const minimum = parseDecimal(fact?.minimum ?? '');
  const maximum = parseDecimal(fact?.maximum ?? '');
  return [
    ...(minimum === null ? [] : [linear([[name, negate(ONE)]], minimum, '<=')]),
    ...(maximum === null ? [] : [linear([[name, ONE]], negate(maximum), '<=')]),
  ];
}
