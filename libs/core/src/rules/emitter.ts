import type { BoundLeaf } from './bound-condition.ts';
import type { FactCatalogue } from './fact.ts';
import type { SlotBuilder, SlotReference } from './slot-builder.ts';

/** Where to go on: an instruction, or a rule that hits by its place; one past the last rule is where none hits. */
export type Target = Instruction | number;

/** `left < right` before it has its place in the code. */
export interface Instruction {
  readonly left: SlotReference;
  readonly right: SlotReference;
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

/** Adds an instruction before those that stand. */
export function emit(
  emitter: Emitter,
  left: SlotReference,
  right: SlotReference,
  whenBelow: Target,
  otherwise: Target,
): Instruction {
  const instruction = { left, right, whenBelow, otherwise, rule: emitter.rule, at: 0 };
  emitter.instructions.push(instruction);
  return instruction;
}
