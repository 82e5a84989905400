import { fieldDifference } from '../../policy/index.ts';
import type { Difference } from '../../policy/index.ts';
import type { ValuationDocument } from './schema.ts';

/** Whatever changes here changes what accounts are worth or which policy speaks for them: all of it can liquidate. */
export function diff(before: ValuationDocument, after: ValuationDocument): Difference[] {
  return [
    ...fieldDifference({
      path: '/valuationAsset',
      subject: 'The valuation asset',
      before: before.valuationAsset,
      after: after.valuationAsset,
      effect: () => 'can-liquidate',
    }),
    ...fieldDifference({
      path: '/collateralMode',
      subject: 'The collateral mode',
      before: before.collateralMode,
      after: after.collateralMode,
      effect: () => 'can-liquidate',
    }),
    ...fieldDifference({
      path: '/tags',
      subject: 'The order of tags',
      before: orderText(before.tags),
      after: orderText(after.tags),
      effect: () => 'can-liquidate',
    }),
  ];
}

function orderText(tags: readonly string[]): string | null {
  return tags.length === 0 ? null : tags.join(', ');
}
