import { formatDecimal } from '../num/index.ts';
import { bind } from './bind.ts';
import type { Names } from './bind.ts';
import type { Operand } from './bound-condition.ts';
import { emitCondition } from './emit-condition.ts';
import type { EmittedLeaf, Emitter, Instruction, Target } from './emitter.ts';
import type { ListedRule, Program, ProgramLeaf, ProgramRule } from './program.ts';
import { slotBuilder, slotNumber } from './slot-builder.ts';

/** Numbers that one instruction takes in `Program.code`. */
const STRIDE = 4;

/**
 * The program of a checked list of rules: exact, flat, without state. Rules are tried by priority, then by place in
 * the list; a list without rules never hits.
 *
 * Throws `InvariantError` for what `checkConditions` refuses.
 */
export function compile(list: readonly ListedRule[], names: Names): Program {
  const rules = list
    .map(({ conditions, pointer, priority }, place) => {
      return { place, priority, condition: bind(conditions, pointer, names) };
    })
    .toSorted((a, b) => b.priority - a.priority);
  const emitter: Emitter = { slots: slotBuilder(), catalogue: names.facts, instructions: [], leaves: [], rule: 0 };
  // From the last rule to the first, so that whatever is jumped to is there already.
  const entries: Target[] = [rules.length];
  for (const [at, { condition }] of [...rules.entries()].toReversed()) {
    emitter.rule = at;
    entries.unshift(emitCondition(condition, at, entries[0] ?? rules.length, emitter));
  }
  const placeOf = laidOut(emitter.instructions.reverse());
  const leaves = emitter.leaves.reverse();
  return {
    code: codeOf(emitter, placeOf),
    start: placeOf(entries[0] ?? 0),
    rules: rules.map(({ place, condition }, at): ProgramRule => {
      return { place, condition, start: placeOf(entries[at] ?? 0), leaves: onePerPointer(leaves, at) };
    }),
    leaves: leaves.map((emitted) => programLeaf(emitted, placeOf)),
    ruleOf: Uint16Array.from(emitter.instructions, ({ rule }) => rule),
    slots: emitter.slots.slots,
    catalogue: names.facts,
  };
}

type PlaceOf = (target: Target) => number;

/** Gives every instruction its place in the code; a rule that hits stands past the end of it. */
function laidOut(instructions: readonly Instruction[]): PlaceOf {
  for (const [at, instruction] of instructions.entries()) instruction.at = at * STRIDE;
  const end = instructions.length * STRIDE;
  return (target) => (typeof target === 'number' ? end + target : target.at);
}

function codeOf({ instructions, slots: { slots } }: Emitter, placeOf: PlaceOf): Int32Array {
  return Int32Array.from(
    instructions.flatMap(({ left, right, whenBelow, otherwise }) => {
      return [slotNumber(left, slots), slotNumber(right, slots), placeOf(whenBelow), placeOf(otherwise)];
    }),
  );
}

/** A named condition that a rule uses twice has its leaves in the rule twice, and once in a trace. */
function onePerPointer(leaves: readonly EmittedLeaf[], rule: number): number[] {
  const places = new Map<string, number>();
  for (const [at, emitted] of leaves.entries()) {
    const { pointer } = emitted.leaf;
    if (emitted.rule === rule && !places.has(pointer)) places.set(pointer, at);
  }
  return [...places.values()];
}

function programLeaf({ leaf, entry, count, whenTrue }: EmittedLeaf, placeOf: PlaceOf): ProgramLeaf {
  const start = placeOf(entry);
  return {
    leaf,
    start,
    end: start + count * STRIDE,
    whenTrue: placeOf(whenTrue),
    compared: textOfLiterals(leaf.written.operand),
  };
}

function textOfLiterals(operand: Operand): string | null {
  switch (operand.kind) {
    case 'fact':
      return null;
    case 'numbers':
      return operand.values.map((value) => formatDecimal(value)).join(', ');
    case 'texts':
      return operand.values.join(', ');
    case 'boolean':
      return String(operand.value);
  }
}
