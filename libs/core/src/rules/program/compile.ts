import { formatDecimal } from '../../num/index.ts';
import { bind } from '../judge/bind.ts';
import type { Names } from '../judge/bind.ts';
import type { Operand } from '../judge/bound-condition.ts';
import { emitCondition } from './emit-condition.ts';
import type { EmittedLeaf, Emitter, Instruction, Target } from './emitter.ts';
import type { CatalogueFact, FactCatalogue } from '../language/fact.ts';
import { textObserver } from '../judge/observe.ts';
import type { ListedRule, Program, ProgramLeaf, ProgramRule } from './program.ts';
import { blankRow } from './row.ts';
import type { ScopeFacts } from '../judge/scope-facts.ts';
import { slotBuilder, slotNumber } from './slot-builder.ts';
import { threaded } from './threaded.ts';
import type { Jumps } from './threaded.ts';

/** Numbers that one instruction takes in `Program.code`. */
const STRIDE = 4;

/**
 * The program of a checked list of rules: exact, flat, without state. Rules are tried by priority, then by place in
 * the list; a list without rules never hits.
 *
 * Throws `InvariantError` for what `checkConditions` refuses.
 */
export function compile(list: readonly ListedRule[], names: Names): Program {
  const rules = list.map(({ conditions, pointer, priority }, place) => {
    return { place, priority, condition: bind(conditions, pointer, names) };
  });
  return compileBound(
    rules.toSorted((a, b) => b.priority - a.priority),
    names.facts,
  );
}

/** The program of conditions whose names are resolved, in the order in which they are tried. */
export function compileBound(rules: readonly BoundRule[], catalogue: FactCatalogue): Program {
  const emitter: Emitter = { slots: slotBuilder(), catalogue, instructions: [], leaves: [], rule: 0 };
  // From the last rule to the first, so that whatever is jumped to is there already.
  const entries: Target[] = [rules.length];
  for (const [at, { condition }] of [...rules.entries()].toReversed()) {
    emitter.rule = at;
    entries.unshift(emitCondition(condition, at, entries[0] ?? rules.length, emitter));
  }
  const placeOf = laidOut(emitter.instructions.reverse());
  const leaves = emitter.leaves.reverse();
  const seen = observedFacts(catalogue);
  const traced = onePerPointer(leaves, rules.length);
  const start = entries[0] ?? 0;
  return {
    code: codeOf(emitter, emitter.instructions, placeOf),
    threadedCode: codeOf(emitter, threaded(emitter.instructions, start), placeOf),
    start: placeOf(start),
    rules: rules.map(({ place, condition }, at): ProgramRule => {
      return { place, condition, start: placeOf(entries[at] ?? 0), leaves: traced[at] ?? [] };
    }),
    leaves: leaves.map((emitted) => programLeaf(emitted, placeOf, seen.placeOf)),
    ruleOf: Uint16Array.from(emitter.instructions, ({ rule }) => rule),
    slots: emitter.slots.slots,
    blank: blankRow(emitter.slots.slots),
    observed: seen.observed,
  };
}

/** A rule before it is compiled: its place in the author's list. */
type BoundRule = Pick<ProgramRule, 'place' | 'condition'>;

type PlaceOf = (target: Target) => number;

/** Gives every instruction its place in the code; a rule that hits stands past the end of it. */
function laidOut(instructions: readonly Instruction[]): PlaceOf {
  for (const [at, instruction] of instructions.entries()) instruction.at = at * STRIDE;
  const end = instructions.length * STRIDE;
  return (target) => (typeof target === 'number' ? end + target : target.at);
}

function codeOf({ instructions, slots: { slots } }: Emitter, jumps: readonly Jumps[], placeOf: PlaceOf): Int32Array {
  return Int32Array.from(
    instructions.flatMap(({ left, right }, at) => {
      const { whenBelow, otherwise } = jumps[at] as Jumps;
      return [slotNumber(left, slots), slotNumber(right, slots), placeOf(whenBelow), placeOf(otherwise)];
    }),
  );
}

/**
 * The places of each rule's leaves: a named condition that a rule uses twice has its leaves in the rule twice, and once
 * in a trace.
 */
function onePerPointer(leaves: readonly EmittedLeaf[], rules: number): number[][] {
  const places = Array.from({ length: rules }, () => new Map<string, number>());
  for (const [at, { leaf, rule }] of leaves.entries()) {
    const known = places[rule];
    if (known?.has(leaf.pointer) === false) known.set(leaf.pointer, at);
  }
  return places.map((known) => [...known.values()]);
}

function programLeaf(
  { leaf, entry, count, whenTrue }: EmittedLeaf,
  placeOf: PlaceOf,
  placeOfFact: (fact: CatalogueFact) => number,
): ProgramLeaf {
  const start = placeOf(entry);
  const { operand } = leaf.written;
  return {
    leaf,
    start,
    end: start + count * STRIDE,
    whenTrue: placeOf(whenTrue),
    observed: placeOfFact(leaf.fact),
    compared: operand.kind === 'fact' ? placeOfFact(operand.fact) : textOfLiterals(operand),
  };
}

/** Facts as texts, each once, in the order in which they are first asked for. */
function observedFacts(catalogue: FactCatalogue) {
  const observed: ((facts: ScopeFacts) => string | null)[] = [];
  const places = new Map<string, number>();
  const placeOf = (fact: CatalogueFact) => {
    const known = places.get(fact.name) ?? observed.length;
    if (known === observed.length) {
      observed.push(textObserver(fact, catalogue));
      places.set(fact.name, known);
    }
    return known;
  };
  return { observed, placeOf };
}

function textOfLiterals(operand: Exclude<Operand, { kind: 'fact' }>): string {
  switch (operand.kind) {
    case 'numbers':
      return operand.values.map((value) => formatDecimal(value)).join(', ');
    case 'texts':
      return operand.values.join(', ');
    case 'boolean':
      return String(operand.value);
  }
}
