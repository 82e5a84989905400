import type { Decimal } from '../../num/index.ts';
import type { CatalogueFact } from '../language/fact.ts';
import type { Quantifier } from '../language/operator-form.ts';
import type { Operator } from '../language/operators.ts';
import type { ScopeFacts } from './scope-facts.ts';
import type { Verdict } from './verdict.ts';

/** A condition with its names resolved: facts from the catalogue, named conditions in place of their references. */
export type BoundCondition = BoundList | BoundNot | BoundLeaf;

export interface BoundList {
  readonly kind: 'all' | 'any';
  readonly parts: readonly BoundCondition[];
}

export interface BoundNot {
  readonly kind: 'not';
  readonly part: BoundCondition;
}

/** What a leaf reads and compares, its decorators resolved. */
export interface Comparison {
  readonly fact: CatalogueFact;
  readonly operator: Operator;
  /**
   * Empty where one of the ten operators says it all. Else `operator` is `equal` or `notEqual` and is asked of the
   * members of lists of texts: of every or some member of the fact, the value, or both, the outermost first.
   */
  readonly quantifiers: readonly Quantifier[];
  readonly operand: Operand;
}

export interface BoundLeaf extends Comparison {
  readonly kind: 'leaf';
  /** JSON pointer within the document; a named condition's leaf points to where it is defined. */
  readonly pointer: string;
  /** Equal for leaves that ask the same, wherever they stand and however they are written. */
  readonly key: string;
  /** Operator and value as the document has them, for whoever reads a trace. */
  readonly written: { readonly operator: string; readonly operand: Operand };
  /** Judges the leaf; the one place where it is decided, whoever asks. */
  readonly test: LeafTest;
}

export type LeafTest = (facts: ScopeFacts) => Verdict;

export type Operand =
  | { readonly kind: 'fact'; readonly fact: CatalogueFact }
  /** One number, or the list of `in` and `notIn`. */
  | { readonly kind: 'numbers'; readonly values: readonly Decimal[] }
  /** One text, or the list of `in` and `notIn`. */
  | { readonly kind: 'texts'; readonly values: readonly string[] }
  | { readonly kind: 'boolean'; readonly value: boolean };
