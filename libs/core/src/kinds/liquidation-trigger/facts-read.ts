import { factsAskedBy } from '../../rules/index.ts';
import { areLiquidating } from './bound-rules.ts';
import { bindTrigger } from './bound-trigger.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/** What a fact of the core is made of, beyond the parts of a ratio that its declaration names. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = { withdrawable: ['equity', 'initialMargin'] };

/**
 * The facts by which a checked trigger may come to close positions: those of every rule up to the last that does,
 * since a rule that no longer hits lets the next one decide, and of exits that keep a scope in such a zone. Ratios
 * and other made facts come with what they are made of.
 */
export function factsRead(document: LiquidationTriggerDocument): readonly string[] {
  const { rules, exits, names } = bindTrigger(document);
  const last = rules.findLastIndex(({ actions }) => areLiquidating(actions));
  const asking = [
    ...rules.slice(0, last + 1),
    ...[...exits.values()].filter(({ kept }) => areLiquidating(kept.actions)),
  ].map(({ condition }) => condition);
  const read = factsAskedBy(asking, names.facts).map(({ name }) => name);
  return [...new Set(read.flatMap((name) => [name, ...(MADE_OF[name] ?? [])]))].sort();
}
