import type { BoundRule } from './bound-rules.ts';
import { assembled } from './bound-trigger.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import { isSame } from './edit.ts';
import type { Edit } from './edit.ts';
import type { LiquidationTriggerDocument, TriggerRule } from './schema.ts';

/** Rules that came, went or changed, by name; then priorities and the order of the rules that stayed. */
export function ruleEdits(before: LiquidationTriggerDocument, after: LiquidationTriggerDocument): Edit[] {
  const removed = before.rules.filter(({ name }) => find(after, name) === undefined).map(removal);
  const added = after.rules.filter(({ name }) => find(before, name) === undefined).map(addition);
  const kept = after.rules.flatMap((rule) => {
    const old = find(before, rule.name);
    return old === undefined ? [] : fieldEdits(old, rule);
  });
  return [...removed, ...added, ...kept, ...orderEdits(before, after)];
}

function removal(rule: TriggerRule): Edit {
  return {
    path: `/rules/name=${rule.name}`,
    what: `rule \`${rule.name}\` is removed`,
    before: rule,
    after: null,
    alone: (then) =>
      withRules(
        then,
        then.rules.filter(({ name }) => name !== rule.name),
      ),
  };
}

function addition(rule: TriggerRule): Edit {
  return {
    path: `/rules/name=${rule.name}`,
    what: `rule \`${rule.name}\` is added`,
    before: null,
    after: rule,
    alone: (then, now) => withRules(then, inserted(rule.name, then.rules, now.rules)),
  };
}

function fieldEdits(old: TriggerRule, rule: TriggerRule): Edit[] {
  const fields = [
    ['conditions', 'conditions', old.conditions, rule.conditions],
    ['event/type', 'zone', old.event.type, rule.event.type],
    ['event/params/actions', 'actions', old.event.params.actions, rule.event.params.actions],
  ] as const;
  return fields
    .filter(([, , before, after]) => !isSame(before, after))
    .map(([field, word, before, after]) => ({
      path: `/rules/name=${rule.name}/${field}`,
      what: `rule \`${rule.name}\` has other ${word}`,
      before,
      after,
      alone: (then, now) => {
        const next = now.rules.find(({ name }) => name === rule.name);
        return withRules(
          then,
          then.rules.map((one) => (one.name === rule.name ? (next ?? one) : one)),
        );
      },
    }));
}

function orderEdits(before: LiquidationTriggerDocument, after: LiquidationTriggerDocument): Edit[] {
  const [oldOrder, newOrder] = [orderOfKept(before, after), orderOfKept(after, before)];
  const place = (name: string) => (newOrder.includes(name) ? newOrder.indexOf(name) : oldOrder.indexOf(name));
  const alone = (then: BoundTrigger) =>
    withRules(
      then,
      then.rules.toSorted((a, b) => place(a.name) - place(b.name)),
    );
  const priorities = after.rules.flatMap((rule): Edit[] => {
    const old = find(before, rule.name);
    if (old === undefined || old.priority === rule.priority) return [];
    const what = `rule \`${rule.name}\` has another priority`;
    return [{ path: `/rules/name=${rule.name}/priority`, what, before: old.priority, after: rule.priority, alone }];
  });
  if (isSame(oldOrder, newOrder)) return priorities;
  const what = 'rules are tried in another order';
  return [...priorities, { path: '/rules', what, before: oldOrder, after: newOrder, alone }];
}

function orderOfKept(document: LiquidationTriggerDocument, other: LiquidationTriggerDocument): string[] {
  return document.rules.map(({ name }) => name).filter((name) => find(other, name) !== undefined);
}

/** The rules there were with one more, before the first that follows it in the new order. */
function inserted(name: string, old: readonly BoundRule[], rules: readonly BoundRule[]): BoundRule[] {
  const at = rules.findIndex((rule) => rule.name === name);
  const follower = rules.slice(at + 1).find((rule) => old.some((one) => one.name === rule.name));
  const place = follower === undefined ? old.length : old.findIndex((one) => one.name === follower.name);
  return [...old.slice(0, place), ...rules.slice(at, at + 1), ...old.slice(place)];
}

function withRules(then: BoundTrigger, rules: readonly BoundRule[]): BoundTrigger {
  return assembled(then.names, rules, then.allExits);
}

function find({ rules }: LiquidationTriggerDocument, name: string): TriggerRule | undefined {
  return rules.find((rule) => rule.name === name);
}
