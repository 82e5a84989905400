import { compile } from '../../rules/index.ts';
import type { Program } from '../../rules/index.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/** What a trigger judges by: one program of its rules, and one of each exit, which is a list of one. */
export interface TriggerPrograms {
  readonly rules: Program;
  /** By zone, those of zones that a rule gives. */
  readonly exits: ReadonlyMap<string, Program>;
}

/** The programs of a checked document. Throws `InvariantError` for a document that `check` refuses. */
export function triggerPrograms(document: LiquidationTriggerDocument, { names }: BoundTrigger): TriggerPrograms {
  const rules = document.rules.map(({ conditions, priority }, at) => {
    return { conditions, priority, pointer: `/rules/${String(at)}/conditions` };
  });
  const exits = document.exits.map(({ zone, conditions }, at) => {
    const pointer = `/exits/${String(at)}/conditions`;
    return [zone, compile([{ conditions, pointer, priority: 1 }], names)] as const;
  });
  return { rules: compile(rules, names), exits: new Map(exits) };
}
