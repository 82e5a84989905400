import { lessThan, ONE } from '../../num/index.ts';
import { decimalOf } from '../../policy/index.ts';
import type { Problem } from '../../problem/index.ts';
import { checkLadder } from './check-ladder.ts';
import type { CollateralHaircutDocument } from './schema.ts';

/** What a haircut must say beyond its shape: a whole ladder whose weights never rise, and a debt that counts in full. */
export function check(document: CollateralHaircutDocument): Problem[] {
  return [...(document.model === 'ladder' ? checkLadder(document) : []), ...liabilityProblems(document)];
}

function liabilityProblems({ liability }: CollateralHaircutDocument): Problem[] {
  if (liability === null || !lessThan(decimalOf(liability.weight), ONE)) return [];
  const message = `the weight of a debt, \`${liability.weight}\`, is below 1: a debt would count for less than is owed`;
  return [{ code: 'liability_weight_below_one', path: '/liability/weight', message, suggestion: 'at least 1' }];
}
