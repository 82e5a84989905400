import type { Decimal } from '../../num/index.ts';
import type { BoundCondition, BoundLeaf } from '../judge/bound-condition.ts';
import type { Condition } from '../language/condition.ts';
import type { ScopeFacts } from '../judge/scope-facts.ts';
import type { Verdict } from '../judge/verdict.ts';

/** A rule as the compiler takes it: what must hold, and where that stands in the document. */
export interface ListedRule {
  readonly conditions: Condition;
  /** JSON pointer of `conditions` within the document: `/rules/0/conditions`. */
  readonly pointer: string;
  /** Rules of higher priority are tried first; among equals the place in the list decides. */
  readonly priority: number;
}

/**
 * A compiled list of rules: plain data that `decide` and `trace` read and nobody writes, so that any number of calls
 * may be under way at once. What a call has to remember stands in the row that its caller passes in.
 */
export interface Program {
  /**
   * Four numbers an instruction: slot on the left, slot on the right, where to go on if left < right, where else.
   * A slot ≥ 0 is one of `Row.numbers`, a slot < 0 the complement of one of `Row.decimals`. A target at or past the
   * end is a rule that hits, the past-last rule where none does.
   */
  readonly code: Int32Array;
  /** As `code`, without questions whose answers follow from earlier ones: for who begins at `start` and is never stopped. */
  readonly threadedCode: Int32Array;
  /** Where the first rule begins: the first instruction, or past the end where there is no rule. */
  readonly start: number;
  /** In the order in which they are tried. */
  readonly rules: readonly ProgramRule[];
  readonly leaves: readonly ProgramLeaf[];
  /** For each instruction, the rule that it belongs to, by its place among `rules`. */
  readonly ruleOf: Uint16Array;
  readonly slots: ProgramSlots;
  /** What a row is before any facts are gathered: nothing known, constants in place. */
  readonly blank: Pick<Row, 'numbers' | 'decimals'>;
  /** The facts that leaves ask for, as texts; null = unknown. */
  readonly observed: readonly ((facts: ScopeFacts) => string | null)[];
}

export interface ProgramRule {
  /** Place in the list that was compiled. */
  readonly place: number;
  readonly condition: BoundCondition;
  /** Where the rule begins in `code`. */
  readonly start: number;
  /** Its leaves, once per pointer, as places among `leaves`. */
  readonly leaves: readonly number[];
}

/** A leaf is the instructions from `start` to before `end`; leaving them for `whenTrue` it is true. */
export interface ProgramLeaf {
  readonly leaf: BoundLeaf;
  readonly start: number;
  readonly end: number;
  readonly whenTrue: number;
  /** Place of its fact among `Program.observed`. */
  readonly observed: number;
  /** What it is compared with: literals as text, or the place of a fact among `Program.observed`. */
  readonly compared: string | number;
}

/** How a row is filled. Constants stand in it from the beginning. */
export interface ProgramSlots {
  /** Whole numbers, read when facts are gathered: slots 0, 1, … of `Row.numbers`. NaN = unknown. */
  readonly wholes: readonly ((facts: ScopeFacts) => number)[];
  /** What is no number is asked as a question, when it first matters: the slots after `wholes`, 1 = yes, 0 = no. */
  readonly questions: readonly ((facts: ScopeFacts) => Verdict)[];
  /** The slots after `questions`. */
  readonly constants: readonly number[];
  /** Exact decimals, facts and products of facts, each found when it first matters: slots 0, 1, … of `Row.decimals`. */
  readonly decimals: readonly ((row: Row) => Decimal | null)[];
  /** The slots after `decimals`. */
  readonly decimalConstants: readonly Decimal[];
}

/** The facts of one scope in the slots of one program. Whoever holds it may gather another scope into it. */
export interface Row {
  facts: ScopeFacts;
  /** NaN = unknown, or not asked yet. */
  readonly numbers: Float64Array;
  /** Null = unknown, undefined = not found yet. */
  readonly decimals: (Decimal | null | undefined)[];
}
