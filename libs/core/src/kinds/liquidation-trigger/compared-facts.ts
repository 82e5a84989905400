import { scopeCatalogue } from '../../rules/index.ts';
import type { FactCatalogue } from '../../rules/index.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/**
 * What either of two documents may ask for, by name: parts of structured facts that only one of them declares too.
 * What both declare is as the older one has it.
 */
export function comparedFacts(before: LiquidationTriggerDocument, after: LiquidationTriggerDocument): FactCatalogue {
  return new Map([...scopeCatalogue(after.facts), ...scopeCatalogue(before.facts)]);
}
