import { decide, isUnknownAt, placeOf, run } from './decide.ts';
import type { CatalogueFact } from './fact.ts';
import { observedText } from './observe.ts';
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
  const texts = new Map<CatalogueFact, string | null>();
  const tried: RuleTrace[] = [];
  for (const rule of program.rules) {
    const isLast = rule.place === place;
    tried.push({
      place: rule.place,
      result: isLast ? (isUnknown ? null : true) : false,
      leaves: rule.leaves.map((at) => traceLeaf(program.leaves[at] as ProgramLeaf, program, row, texts)),
    });
    if (isLast) break;
  }
  return { place, isUnknown, tried };
}

function traceLeaf(
  { leaf, start, end, whenTrue, compared }: ProgramLeaf,
  program: Program,
  row: Row,
  texts: Map<CatalogueFact, string | null>,
): LeafTrace {
  const to = run(program, row, start, end);
  return {
    pointer: leaf.pointer,
    fact: leaf.fact.name,
    operator: leaf.written.operator,
    observed: textOf(leaf.fact, program, row, texts),
    compared: leaf.operand.kind === 'fact' ? textOf(leaf.operand.fact, program, row, texts) : compared,
    result: to < 0 ? null : to === whenTrue,
  };
}

/** Each fact is told once a trace, however many leaves ask for it. */
function textOf(
  fact: CatalogueFact,
  { catalogue }: Program,
  { facts }: Row,
  texts: Map<CatalogueFact, string | null>,
): string | null {
  const known = texts.get(fact);
  if (known !== undefined) return known;
  const text = observedText(fact, facts, catalogue);
  texts.set(fact, text);
  return text;
}
