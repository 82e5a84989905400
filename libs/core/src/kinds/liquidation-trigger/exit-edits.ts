import type { Names } from '../../rules/index.ts';
import { boundRules } from './bound-rules.ts';
import { assembled, boundExits } from './bound-trigger.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import { comparedFacts } from './compared-facts.ts';
import { isSame, verbOf } from './edit.ts';
import type { Edit } from './edit.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/** Exits that came, went or changed, by zone. */
export function exitEdits(before: LiquidationTriggerDocument, after: LiquidationTriggerDocument): Edit[] {
  const zones = [...new Set([...before.exits, ...after.exits].map(({ zone }) => zone))];
  return zones.flatMap((zone): Edit[] => {
    const old = before.exits.find((exit) => exit.zone === zone)?.conditions;
    const next = after.exits.find((exit) => exit.zone === zone)?.conditions;
    if (isSame(old, next)) return [];
    const alone = (then: BoundTrigger, now: BoundTrigger) => {
      const others = then.allExits.filter((exit) => exit.zone !== zone);
      return assembled(then.names, then.rules, [...others, ...now.allExits.filter((exit) => exit.zone === zone)]);
    };
    const what = `exit of \`${zone}\` ${verbOf(old, next)}`;
    return [{ path: `/exits/zone=${zone}`, what, before: old ?? null, after: next ?? null, alone }];
  });
}

/** Named conditions that came, went or changed, judged together by what they do to the rules and exits there were. */
export function conditionEdits(before: LiquidationTriggerDocument, after: LiquidationTriggerDocument): Edit[] {
  const names = [...new Set([...Object.keys(before.conditions), ...Object.keys(after.conditions)])].toSorted();
  const alone = (then: BoundTrigger) => {
    const facts = comparedFacts(before, after);
    const merged: Names = { facts, conditions: { ...before.conditions, ...after.conditions } };
    return assembled(then.names, boundRules(before, merged), boundExits(before, merged));
  };
  return names.flatMap((name): Edit[] => {
    const [old, next] = [before, after].map(({ conditions }) =>
      Object.hasOwn(conditions, name) ? conditions[name] : undefined,
    );
    if (isSame(old, next)) return [];
    const what = `condition \`${name}\` ${verbOf(old, next)}`;
    return [{ path: `/conditions/${name}`, what, before: old ?? null, after: next ?? null, alone }];
  });
}
