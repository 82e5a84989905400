import type { BoundLeaf } from '../judge/bound-condition.ts';
import type { FactCatalogue } from '../language/fact.ts';
import type { Question } from './knowledge.ts';
import type { SlotBuilder, SlotReference } from './slot-builder.ts';
import type { SlotPair } from './slot-pair.ts';

/** Where to go on: an instruction, or a rule that hits by its place; one past the last rule is where none hits. */
export type Target = Instruction | number;

/** `left < right` before it has its place in the code. */
export interface Instruction {
  readonly left: SlotReference;
  readonly right: SlotReference;
  /** What it asks, by which what follows from other answers is found. */
  readonly question: Question;
  readonly whenBelow: Target;
  readonly otherwise: Target;
  /** Place of the rule that it belongs to. */
  readonly rule: number;
  /** Place in the code, known once all instructions are. */
  at: number;
}

/** A leaf as `count` instructions that follow one another from `entry` on. */
export interface EmittedLeaf {
  readonly leaf: BoundLeaf;
  readonly rule: number;
  readonly entry: Instruction;
  readonly count: number;
  readonly whenTrue: Target;
}

/** What emitting adds to. Instructions and leaves are emitted from the last to the first. */
export interface Emitter {
  readonly slots: SlotBuilder;
  readonly catalogue: FactCatalogue;
  readonly instructions: Instruction[];
  readonly leaves: EmittedLeaf[];
  /** Place of the rule that is being emitted. */
  rule: number;
}

/** Adds `observed < compared` before the instructions that stand. */
export function emitBelow(emitter: Emitter, pair: SlotPair, whenBelow: Target, otherwise: Target): Instruction {
  const { observed: left, compared: right, subject, limit, isMirrored } = pair;
  const question = { subject, limit, isSubjectLeft: !isMirrored };
  const instruction = { left, right, question, whenBelow, otherwise, rule: emitter.rule, at: 0 };
  emitter.instructions.push(instruction);
  return instruction;
}
