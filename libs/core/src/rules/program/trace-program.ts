import { decide, isUnknownAt, placeOf, run } from './decide.ts';
import type { Program, ProgramLeaf, Row } from './program.ts';
import type { LeafTrace } from './trace.ts';

/** How a list of rules was decided. */
export interface ListTrace {
  /** Place in the list of the rule that decided; null where every rule is false. */
  readonly place: number | null;
  /** Whether that rule is unknown rather than true. */
  readonly isUnknown: boolean;
  /** Every rule tried, in the order tried, the deciding one last. */
  readonly tried: readonly RuleTrace[];
}

export interface RuleTrace {
  /** Place in the list. */
  readonly place: number;
  /** True, false, or null where it could not be judged. */
  readonly result: boolean | null;
  /** Every leaf of the rule, once per pointer, in document order; none is skipped. */
  readonly leaves: readonly LeafTrace[];
}

/** What `decide` does with a row, told: from the same program, each leaf run by itself. */
export function trace(program: Program, row: Row): ListTrace {
  const decided = decide(program, row);
  const place = placeOf(decided);
  const isUnknown = isUnknownAt(decided);
  const texts: Texts = [];
  const tried: RuleTrace[] = [];
  for (const rule of program.rules) {
    const isLast = rule.place === place;
    const leaves: LeafTrace[] = [];
    for (const at of rule.leaves) leaves.push(traceLeaf(program.leaves[at] as ProgramLeaf, program, row, texts));
    tried.push({ place: rule.place, result: isLast ? (isUnknown ? null : true) : false, leaves });
    if (isLast) break;
  }
  return { place, isUnknown, tried };
}

/** Each fact is told once a trace, however many leaves ask for it. */
type Texts = (string | null | undefined)[];

function traceLeaf(told: ProgramLeaf, program: Program, row: Row, texts: Texts): LeafTrace {
  const { leaf } = told;
  const to = run(program, program.code, row, told.start, told.end);
  return {
    pointer: leaf.pointer,
    fact: leaf.fact.name,
    operator: leaf.written.operator,
    observed: textOf(told.observed, program, row, texts),
    compared: typeof told.compared === 'number' ? textOf(told.compared, program, row, texts) : told.compared,
    result: to < 0 ? null : to === told.whenTrue,
  };
}

function textOf(place: number, { observed }: Program, { facts }: Row, texts: Texts): string | null {
  const known = texts[place];
  if (known !== undefined) return known;
  const text = observed[place]?.(facts) ?? null;
  texts[place] = text;
  return text;
}
