import type { Difference } from '../../policy/index.ts';
import { diffOtherModel } from './diff-other-model.ts';
import { diffFields } from './diff-fields.ts';
import { diffTiers } from './diff-tiers.ts';
import type { MarginTiersDocument } from './schema.ts';

/**
 * The differences between two ladders, tiers by their floor. What a difference does to an open position is read from
 * the margin that both ladders ask for, so that moving a border or splitting a tier is judged by its result.
 * Ladders of another model or basis share no rows: everything in them differs, and all of it can liquidate.
 */
export function diff(before: MarginTiersDocument, after: MarginTiersDocument): Difference[] {
  if (before.model === 'step' && after.model === 'step' && before.basis === after.basis) {
    return [...diffFields(before, after), ...diffTiers(before, after)];
  }
  return before.model === after.model && before.model !== 'step'
    ? diffFields(before, after)
    : diffOtherModel(before, after);
}
