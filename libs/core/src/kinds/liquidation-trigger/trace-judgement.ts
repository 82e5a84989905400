import { gather, trace } from '../../rules/index.ts';
import type { ScopeFacts } from '../../rules/index.ts';
import { exitAsked } from './bound-trigger.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import type { TriedRule } from './compiled-trigger.ts';
import type { TriggerPrograms } from './trigger-programs.ts';

/** Every rule up to the one that decides, with all their leaves; then the exit, where it was asked. */
export function traceOf(
  trigger: BoundTrigger,
  programs: TriggerPrograms,
  facts: ScopeFacts,
  previousZone: string | null,
): TriedRule[] {
  const { place, isUnknown, tried } = trace(programs.rules, gather(programs.rules, facts));
  const rules = tried.map((rule): TriedRule => {
    return { rule: trigger.rules[rule.place]?.name ?? '', result: rule.result, leaves: rule.leaves };
  });
  const exit = isUnknown ? null : exitAsked(trigger, place ?? trigger.rules.length, previousZone);
  const program = exit === null ? undefined : programs.exits.get(exit.zone);
  if (exit === null || program === undefined) return rules;
  const [asked] = trace(program, gather(program, facts)).tried;
  return asked === undefined
    ? rules
    : [...rules, { rule: `exit of ${exit.zone}`, result: asked.result, leaves: asked.leaves }];
}
