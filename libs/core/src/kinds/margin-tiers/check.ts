import type { Problem } from '../../problem/index.ts';
import { checkRates } from './check-rates.ts';
import { checkTiers } from './check-tiers.ts';
import type { MarginTiersDocument } from './schema.ts';

/**
 * What the shape of a ladder cannot say, one problem per mistake. Comparisons are exact and by multiplication:
 * `1 / leverageMax ≥ rate` is judged as `leverageMax · rate ≤ 1`.
 */
export function check(document: MarginTiersDocument): Problem[] {
  return document.model === 'step' ? checkTiers(document) : checkRates(document);
}
