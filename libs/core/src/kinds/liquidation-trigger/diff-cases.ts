import type { Difference } from '../../policy/index.ts';
import { isSame, textOf, verbOf } from './edit.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/** Differences of cases, by name. A case only holds the rules to what they say: it does nothing to any account. */
export function diffCases(before: LiquidationTriggerDocument, after: LiquidationTriggerDocument): Difference[] {
  const [then, now] = [before.cases ?? [], after.cases ?? []];
  const names = [...new Set([...then, ...now].map(({ name }) => name))];
  return names.flatMap((name) => {
    const old = then.find((one) => one.name === name);
    const next = now.find((one) => one.name === name);
    if (isSame(old, next)) return [];
    const texts = { before: textOf(old), after: textOf(next) };
    const sentence = `Case \`${name}\` ${verbOf(old, next)}.`;
    return [{ path: `/cases/name=${name}`, ...texts, effect: 'none', sentence }];
  });
}
