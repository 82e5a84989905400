import { compileBound } from '../../rules/index.ts';
import type { Program } from '../../rules/index.ts';
import type { BoundTrigger } from './bound-trigger.ts';

/** What a trigger judges by: one program of its rules, and one of each exit, which is a list of one. */
export interface TriggerPrograms {
  readonly rules: Program;
  /** By zone, those of zones that a rule gives. */
  readonly exits: ReadonlyMap<string, Program>;
}

/** The programs of a trigger, whose rules stand in the order in which they are tried. */
export function triggerPrograms({ names, rules, exits }: BoundTrigger): TriggerPrograms {
  const listed = rules.map(({ condition }, place) => ({ place, condition }));
  const ofExits = [...exits].map(([zone, { condition }]) => {
    return [zone, compileBound([{ place: 0, condition }], names.facts)] as const;
  });
  return { rules: compileBound(listed, names.facts), exits: new Map(ofExits) };
}
