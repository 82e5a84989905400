import type * as rules from '@backstop/core/rules';
import type { ListedRule, Names, ScopeFacts } from '@backstop/core/rules';
import type { CompiledAnswer } from '@backstop/core/twin';

/** The compiler as it is exported, or another build of it. */
export type Compiler = Pick<typeof rules, 'compile' | 'decide' | 'gather' | 'isUnknownAt' | 'placeOf' | 'trace'>;

/** Judges scopes by what a compiler makes of a rule list: all of it, and each rule by itself. One row serves them all. */
export function judgeBy(
  { compile, decide, gather, isUnknownAt, placeOf, trace }: Compiler,
  list: readonly ListedRule[],
  names: Names,
): (facts: ScopeFacts) => CompiledAnswer {
  const program = compile(list, names);
  const programs = list.map((rule) => compile([rule], names));
  let row: rules.Row | undefined;
  return (facts) => {
    row = row === undefined ? gather(program, facts) : gather(program, facts, row);
    const decided = decide(program, row);
    const told = trace(program, row);
    const untried = [...programs.entries()].filter(([place]) => !told.tried.some((rule) => rule.place === place));
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
