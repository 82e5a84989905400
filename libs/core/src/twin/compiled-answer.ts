import { compile, decide, gather, isUnknownAt, placeOf, trace } from '../rules/index.ts';
import type { ListedRule, ListTrace, Names, RuleTrace, ScopeFacts } from '../rules/index.ts';

/** What the compiled program says of a rule list. */
export interface CompiledAnswer {
  /** Place of the rule that decided; null where every rule is false. */
  readonly place: number | null;
  /** Whether that rule is unknown rather than true. */
  readonly isUnknown: boolean;
  readonly trace: ListTrace;
  /** The rules that the list did not come to, each judged by a program of its own; `place` is that in the list. */
  readonly untried: readonly RuleTrace[];
}

/** Judges scopes by the compiled program of a checked rule list. */
export function compiledJudge(list: readonly ListedRule[], names: Names): (facts: ScopeFacts) => CompiledAnswer {
  const program = compile(list, names);
  const programs = list.map((rule) => compile([rule], names));
  return (facts) => {
    const decided = decide(program, gather(program, facts));
    const told = trace(program, gather(program, facts));
    const tried = new Set(told.tried.map(({ place }) => place));
    const untried = [...programs.entries()].filter(([place]) => !tried.has(place));
    return {
      place: placeOf(decided),
      isUnknown: isUnknownAt(decided),
      trace: told,
      untried: untried.flatMap(([place, single]) =>
        trace(single, gather(single, facts)).tried.map((rule) => ({ ...rule, place })),
      ),
    };
  };
}
